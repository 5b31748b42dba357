// What Lighthouse says of the built site, on its profile of a phone: accessibility and best practices are to be
// perfect. Speed is measured on a machine that does other things besides, so it is said and not held.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../scripts/static-server.mjs';
import { CHROMIUM_FLAGS, DIST, chromiumPath } from './browser.mjs';

const LIGHTHOUSE = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url));
const HELD = ['accessibility', 'best-practices'];
const SAID = ['performance'];

const site = await serve(DIST, { under: '/a/', compress: true });
const { stdout } = await promisify(execFile)(
  process.execPath,
  [
    LIGHTHOUSE, site.url, '--quiet', '--output=json', `--only-categories=${[...SAID, ...HELD]}`,
    `--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`,
  ],
  { env: { ...process.env, CHROME_PATH: chromiumPath() }, maxBuffer: 64 << 20 },
);
site.close();

const { categories, audits, runtimeError } = JSON.parse(stdout);
if (runtimeError) throw new Error(runtimeError.message);
const points = (name) => Math.round(categories[name].score * 100);
console.log([...HELD, ...SAID].map((name) => `${name} ${points(name)}`).join(', '));
for (const name of HELD.filter((name) => points(name) < 100)) {
  const short = categories[name].auditRefs.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1);
  for (const { id, title } of short) console.error(`${name}: ${id}, ${title}`);
  process.exitCode = 1;
}
