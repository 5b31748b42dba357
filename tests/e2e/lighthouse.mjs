// Runs Lighthouse on the built site with its mobile preset. Accessibility in every view and best practices must be 100. The
// performance score is printed but not checked, since the machine may be busy.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../scripts/static-server.mjs';
import { CHROMIUM_FLAGS, DIST, chromiumPath } from './browser.mjs';

const LIGHTHOUSE = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url));
const HELD = ['accessibility', 'best-practices'];
const SAID = ['performance'];
/// Every view except the text, which is the first visit.
const VIEWS = ['table', 'matrix', 'references', 'due', 'brief', 'questions', 'annotations', 'library', 'method'];

const site = await serve(DIST, { under: '/a/', compress: true });
const report = async (url, names) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      LIGHTHOUSE, url, '--quiet', '--output=json', `--only-categories=${names}`,
      `--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromiumPath() }, maxBuffer: 64 << 20 },
  );
  const { categories, audits, runtimeError } = JSON.parse(stdout);
  if (runtimeError) throw new Error(runtimeError.message);
  const points = (name) => Math.round(categories[name].score * 100);
  for (const name of names.filter((name) => HELD.includes(name) && points(name) < 100)) {
    const short = categories[name].auditRefs.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1);
    for (const { id, title } of short) console.error(`${url} ${name}: ${id}, ${title}`);
    process.exitCode = 1;
  }
  return names.map((name) => `${name} ${points(name)}`).join(', ');
};
console.log(`text: ${await report(site.url, [...HELD, ...SAID])}`);
for (const view of VIEWS) console.log(`${view}: ${await report(`${site.url}?view=${view}`, ['accessibility'])}`);
site.close();
