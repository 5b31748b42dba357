// Takes screenshots of each view: `node tests/e2e/screenshots.mjs [FOLDER]`, after scripts/build.
//
// They go to tests/e2e/screenshots, or to FOLDER; only `readme.png`, the one in the README, is committed. At four sizes, in
// light and dark, in French and, mirrored, in Arabic.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, launch } from './browser.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('screenshots/', import.meta.url));
const SIZES = { desktop: [1440, 900], laptop: [1280, 800], tablet: [820, 1180], phone: [390, 844] };
const VIEWS = {
  text: '?actor=unodc&action=prier#op5.1',
  table: '?view=table&actor=unodc',
  matrix: '?view=matrix',
  references: '?view=references',
  due: '?view=due',
  annotations: '?view=annotations',
  method: '?view=method',
};

/// Sample annotations.
const annotate = () => {
  const keep = (clause, record) => localStorage.setItem(`dispositif.annotation A/RES/74/175 ${clause}`, record);
  keep('op5.1', '1*\nà suivre\n\nOù en est-on à Vienne ?');
  keep('op12.1', '1\nbudget, à suivre\n\n');
};

const site = await serve(DIST);
const browser = await launch();
await mkdir(folder, { recursive: true });
const picture = async (name, path, options) => {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const page = await context.newPage();
  await page.addInitScript(annotate);
  await page.goto(site.url + path);
  await page.locator('html[data-start="ready"]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
};
await picture('readme', VIEWS.text, { viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
for (const [size, [width, height]] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [view, path] of Object.entries(VIEWS)) {
      await picture(`${view}-${size}-${colorScheme}`, path, { viewport: { width, height }, colorScheme });
    }
  }
  for (const locale of ['en', 'ar']) {
    await picture(`text-${size}-${locale}`, VIEWS.text, { viewport: { width, height }, locale });
  }
}
await browser.close();
site.close();
console.log(`pictures: ${folder}`);
