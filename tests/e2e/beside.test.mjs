// Two texts of one resolution side by side: English and Arabic, of our own writing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

const golden = (name) => readFile(new URL(`../golden/${name}.txt`, import.meta.url), 'utf8');
const file = (name, contents) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(contents) });

/// The page with both texts in the library, and the English one open.
async function opened(visit, t, { change = (words) => words, ...options } = {}) {
  const page = await visit(t, { path: '?view=library', locale: 'en-GB', ...options });
  await new Explorer(page).started();
  const texts = [file('en.txt', await golden('en/lighthouses-twin')), file('ar.txt', change(await golden('ar/lighthouses')))];
  await page.locator('[data-action=open] input').setInputFiles(texts);
  const row = page.locator('.view tbody tr').filter({ hasText: 'Lighthouses and the safety of navigation' });
  await row.locator('th a').click();
  return page;
}
const pair = (page) => page.getByRole('link', { name: 'English | العربية' });
const beside = (page, number) => page.locator(`.beside:has([data-clause="op${number}.1"])`);

describe('side by side', () => {
  const { visit } = site();

  test('another text of the same resolution is offered at once, and each paragraph is beside its counterpart', async (t) => {
    const page = await opened(visit, t, { viewport: { width: 1400, height: 900 } });
    await pair(page).click();
    for (const number of [1, 3, 8]) {
      const [own, other] = await Promise.all([page.locator(`#op${number}`), beside(page, number)].map((of) => of.boundingBox()));
      assert.equal(Math.round(own.y), Math.round(other.y));
      assert.ok(other.x >= own.x + own.width);
    }
    const { lang, dir } = await beside(page, 4).evaluate(({ lang, dir }) => ({ lang, dir }));
    assert.deepEqual([lang, dir], ['ar', 'rtl']);
    await page.getByText('Paragraphs in only one of the texts: 2').waitFor();
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
    assert.deepEqual(ids.filter((id, n) => ids.indexOf(id) !== n), []);
    await page.reload();
    await beside(page, 4).waitFor();
    await page.getByRole('link', { name: 'One text', exact: true }).click();
    await eventually(async () => assert.equal(await page.locator('.beside').count(), 0));
  });

  test('putting a text beside the document does not scroll, whatever is selected', async (t) => {
    const page = await opened(visit, t);
    await page.locator('[id="op8.1"] .phrase').click();
    await page.locator('[id="op8.1"][aria-current]').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    // The driver's own click would scroll to the link.
    await pair(page).evaluate((link) => link.click());
    await beside(page, 1).waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  test('a clause chosen in one text is chosen in both, and what one finds the other shows', async (t) => {
    const page = await opened(visit, t);
    await pair(page).click();
    await beside(page, 4).locator('.phrase').first().click();
    const chosen = page.locator('.clause[aria-current]');
    await eventually(async () => assert.deepEqual(await chosen.evaluateAll((all) => all.map(({ dataset }) => dataset.clause)), ['op4.1', 'op4.1']));
    await page.getByRole('searchbox', { name: 'Search the text' }).fill('المنظمة البحرية');
    await eventually(async () => {
      const found = await page.locator('.clause[data-shade=found]').evaluateAll((all) => all.map(({ dataset }) => dataset.clause));
      assert.deepEqual(found, ['op4.1', 'op4.1']);
      assert.deepEqual((await beside(page, 4).locator('mark').allTextContents()).slice(0, 2), ['المنظمة', 'البحرية']);
    });
  });

  test('the two texts scroll as one, and their words are marked in both scripts', async (t) => {
    const page = await opened(visit, t, { viewport: { width: 1400, height: 500 } });
    await pair(page).click();
    await beside(page, 8).waitFor({ state: 'attached' });
    const tops = () => Promise.all([page.locator('#op8'), beside(page, 8)].map(async (of) => Math.round((await of.boundingBox()).y)));
    await page.locator('#op8').scrollIntoViewIfNeeded();
    const [before] = await tops();
    await page.mouse.move(1100, 250);
    await page.mouse.wheel(0, -120);
    await eventually(async () => {
      const [own, other] = await tops();
      assert.ok(own !== before, 'nothing moved');
      assert.equal(own, other);
    });
    for (const typed of ['الأمين العام', '«الأمين العام»']) {
      await page.getByRole('searchbox', { name: 'Search the text' }).fill(typed);
      await eventually(async () => {
        const marked = await page.locator('.beside mark').allTextContents();
        assert.ok(marked.length > 0 && marked.every((words) => /العام|لأمين/.test(words)), `${typed}: ${marked}`);
      });
    }
  });

  test('another number of clauses is said at the paragraph and at the top', async (t) => {
    const change = (words) => words.replace(/، وتدعو [^؛]*؛/, '؛');
    const page = await opened(visit, t, { change });
    await pair(page).click();
    await beside(page, 2).getByText('Clauses: 1 here, 2 beside').waitFor();
    await page.locator('.side-by-side').getByRole('link', { name: 'paragraph 2', exact: false }).waitFor();
  });

  test('on a phone the counterpart is below, and nothing is wider than the screen', async (t) => {
    const page = await opened(visit, t, { viewport: { width: 360, height: 800 } });
    await pair(page).click();
    const [own, other] = await Promise.all([page.locator('#op4'), beside(page, 4)].map((of) => of.boundingBox()));
    assert.ok(other.y >= own.y + own.height);
    const { scrollWidth, clientWidth } = await widths(page);
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px of page in ${clientWidth} px`);
  });
});
