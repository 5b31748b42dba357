// The longest tasks of the page's main thread while files are read: `node tests/e2e/main-thread.mjs FILE…`, after
// scripts/build. Without files, a hundred texts of its own are read.
//
// In headless Chromium, from the choice of the files until the last is reported. Processor time, since on a busy machine
// a task that waits for a core looks long; the time by the clock is given beside it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, launch } from './browser.mjs';

// Files on disk, as for a reader: Playwright's own buffers would be unpacked on the main thread.
const folder = await mkdtemp(join(tmpdir(), 'texts-'));
const made = async (n) => {
  const file = join(folder, `text-${n}.txt`);
  const paragraphs = Array.from({ length: 40 }, (_, p) => `${p + 1}. Requests Member States to report on matter ${p} by 31 December ${2027 + (p % 9)};`);
  const head = [`A/RES/${60 + (n % 20)}/${100 + n}`, 'The General Assembly,'];
  await writeFile(file, [...head, ...paragraphs].join('\n\n'));
  return file;
};
const chosen = process.argv.slice(2);
const files = chosen.length ? chosen : await Promise.all(Array.from({ length: 100 }, (_, n) => made(n)));

const site = await serve(DIST);
const browser = await launch();
const page = await browser.newPage({ locale: 'en' });
await page.goto(`${site.url}?view=library`);
const input = page.locator('.files input[type=file]').first();
await input.waitFor({ state: 'attached' });
await browser.startTracing(page, { categories: ['-*', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] });
// Work of the tracing itself lies before this mark.
await page.evaluate(() => performance.mark('files-chosen'));
await input.setInputFiles(files);
// All are read when the report can be saved.
await page.locator('.report a[download]').waitFor({ timeout: 600_000 });
const { traceEvents } = JSON.parse(await browser.stopTracing());
await browser.close();
site.close();
await rm(folder, { recursive: true });

const mark = traceEvents.find(({ name }) => name === 'files-chosen');
const ofPage = traceEvents.filter(({ pid, tid, ts, tdur }) => tdur && pid === mark.pid && tid === mark.tid && ts > mark.ts);
const tasks = ofPage.filter(({ name }) => name === 'RunTask');
tasks.sort((a, b) => b.tdur - a.tdur);
const ms = (time) => (time / 1000).toFixed(0);
console.log(`${files.length} files: ${tasks.length} tasks, ${tasks.filter(({ tdur }) => tdur > 50_000).length} of more than 50 ms`);
for (const { ts, dur, tdur } of tasks.slice(0, 5)) {
  const parts = ofPage.filter((part) => part.ts > ts && part.ts < ts + dur && part.tdur > 5000 && !part.name.endsWith('RunTask'));
  const names = [...new Set(parts.map(({ name }) => name))].join(', ');
  console.log(`${ms(tdur).padStart(4)} ms of processor time, ${ms(dur)} ms by the clock: ${names}`);
}
