// The memory of the worker and of the page's process while files are read, one after the other: `node tests/e2e/memory.mjs
// FILE…`, after scripts/build.
//
// The worker's is its WebAssembly memory, which never shrinks; the process's is what it holds for itself (`Private_Dirty`
// and swap), on Linux. Both are measured when a file has been reported.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, launch } from './browser.mjs';

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Name some files.');

const site = await serve(DIST);
const browser = await launch();
// A service worker would answer before the route below.
const context = await browser.newContext({ locale: 'en', serviceWorkers: 'block' });
// The memory is the worker's own: what makes it says where it is.
const OBSERVED = `for (const name of ['instantiate', 'instantiateStreaming']) {
  const made = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const result = await made.apply(WebAssembly, given);
    self.observedMemory = (result.instance ?? result).exports.memory;
    return result;
  };
}
`;
await context.route(/\/reader-[^/]*\.js$/, async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: OBSERVED + await response.text() });
});
const page = await context.newPage();
await page.goto(`${site.url}?view=library`);
const input = page.locator('.files input[type=file]').first();
await input.waitFor({ state: 'attached' });

const session = await browser.newBrowserCDPSession();
const privateBytes = async () => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    return [...rollup.matchAll(/^(?:Private_Dirty|Swap):\s+(\d+) kB/gm)].reduce((sum, [, kB]) => sum + Number(kB), 0) * 1024;
  });
  return Math.max(0, ...await Promise.all(sizes));
};
const wasmBytes = async () => {
  const sizes = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.observedMemory?.buffer.byteLength ?? 0)));
  return Math.max(0, ...sizes);
};

const MB = (bytes) => (bytes / 2 ** 20).toFixed(1).padStart(7);
console.log('files  worker MB  process MB');
for (const [at, file] of files.entries()) {
  await input.setInputFiles(file);
  await page.locator('.report', { hasText: basename(file) }).locator('a[download]').waitFor({ timeout: 600_000 });
  if (at % 10 === 0 || at === files.length - 1) {
    console.log(`${String(at + 1).padStart(5)}  ${MB(await wasmBytes())}    ${MB(await privateBytes())}`);
  }
}
await browser.close();
site.close();
