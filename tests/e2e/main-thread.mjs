// The longest tasks of the page's main thread, after scripts/build, in headless Chromium:
//
//   node tests/e2e/main-thread.mjs [FILE…]      while files are read, from their choice until the last is reported
//   node tests/e2e/main-thread.mjs annotations  while 20,000 annotations of 40 documents are imported, stored and undone
//   node tests/e2e/main-thread.mjs typing       while 100,000 clauses are exported and the reader types
//
// Without files, a hundred texts of its own are read.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, launch } from './browser.mjs';
import { report, traced } from './long-tasks.mjs';

// Files on disk, as for a reader: Playwright's own buffers would be unpacked on the main thread.
const folder = await mkdtemp(join(tmpdir(), 'texts-'));
const made = async (nDocuments, nClauses) => {
  const clause = (n, p) => `${p + 1}. Requests Member States to report on matter ${p} of ${n} by 31 December ${2027 + (p % 9)};`;
  const files = [];
  for (let n = 0; n < nDocuments; n += 1) {
    const head = [`A/RES/${60 + (n % 20)}/${100 + n}`, 'The General Assembly,'];
    const file = join(folder, `text-${n}.txt`);
    await writeFile(file, [...head, ...Array.from({ length: nClauses }, (_, p) => clause(n, p))].join('\n\n'));
    files.push(file);
  }
  return files;
};

const site = await serve(DIST);
const browser = await launch();
const page = await browser.newPage({ locale: 'en', acceptDownloads: true });
const choose = async (files) => {
  const input = page.locator('.files input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await input.setInputFiles(files);
  // All are read when the report can be saved.
  await page.locator('.report a[download]').waitFor({ timeout: 600_000 });
};
const readIn = async (files) => {
  await page.goto(`${site.url}?view=library`);
  await choose(files);
  await page.locator('.report-head button').click();
};

const reading = async (files) => {
  await page.goto(`${site.url}?view=library`);
  report(`${files.length} files`, await traced(browser, page, () => choose(files)));
};

const annotations = async () => {
  await readIn(await made(40, 500));
  const rows = [];
  for (let n = 0; n < 40; n += 1) {
    for (let p = 0; p < 500; p += 1) {
      const document = `A/RES/${60 + (n % 20)}/${100 + n}`;
      // The file numbers the clauses otherwise: each is found by its words.
      rows.push(`${document},op${p + 2}.1,*,label ${p % 50},note ${p},"Requests Member States to report on matter ${p} of ${n} by"`);
    }
  }
  const file = join(folder, 'annotations.csv');
  await writeFile(file, ['document,clause,star,labels,note,quote', ...rows, ''].join('\n'));
  await page.getByRole('link', { name: 'Annotations', exact: true }).click();
  await page.locator('.annotations input[type=file]').waitFor({ state: 'attached' });
  await page.waitForTimeout(3000);
  const isStored = (n) => Object.keys(localStorage).filter((key) => key.includes('annotation ')).length === n;
  const until = (n) => page.waitForFunction(isStored, n, { timeout: 300_000, polling: 500 });
  const begun = Date.now();
  const imported = await traced(browser, page, async () => {
    await page.locator('.annotations input[type=file]').setInputFiles(file);
    await until(rows.length);
  });
  console.log(`${rows.length} annotations imported and stored in ${Date.now() - begun} ms`);
  report('import', imported);
  report('undo', await traced(browser, page, async () => {
    await page.locator('.annotations p[role=status] button').click();
    await until(0);
  }));
};

const typing = async () => {
  await readIn(await made(100, 1000));
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await page.waitForTimeout(5000);
  const search = page.locator('#search');
  const type = async () => {
    await search.fill('');
    for (const letter of 'states matter') {
      await search.press(letter);
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(500);
  };
  report('typing alone', await traced(browser, page, type));
  for (const format of ['csv', 'xlsx', 'docx', 'json']) {
    await search.fill('');
    await page.waitForTimeout(800);
    await page.locator('[data-action=export]').click();
    const dialog = page.locator('dialog.export');
    await dialog.locator(`input[name=format][value=${format}]`).check();
    let saved;
    const begun = Date.now();
    const tasks = await traced(browser, page, async () => {
      const download = page.waitForEvent('download', { timeout: 300_000 }).then((file) => (saved = file));
      await dialog.locator('button.main').click();
      await page.keyboard.press('Escape');
      while (!saved) await type();
      await download;
    });
    const { size } = await stat(await saved.path());
    report(`${format}, ${(size / 1e6).toFixed(1)} MB in ${Date.now() - begun} ms while typing`, tasks);
  }
};

const [what] = process.argv.slice(2);
const chosen = process.argv.slice(2);
await ({ annotations, typing }[what] ?? (async () => reading(chosen.length ? chosen : await made(100, 40))))();
await browser.close();
site.close();
await rm(folder, { recursive: true });
