// The reader's place: it is kept when the page gets another width, and several clauses can be selected at once.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';

const PHONE = { width: 390, height: 844 };

/// The paragraph or row below the bars at the top.
const atTop = (page) =>
  page.evaluate(() => {
    const main = document.querySelector('main').getBoundingClientRect();
    const bars = Math.max(140, document.querySelector('main > .head').getBoundingClientRect().bottom);
    const at = [6, 30, 54, 102].map((below) => document.elementFromPoint(main.left + main.width / 2, bars + below));
    return at.map((element) => element?.closest('.paragraph, tbody tr')?.id).find(Boolean);
  });

describe('the place', () => {
  const { visit } = site();
  const explorer = async (t, path, options) => (await new Explorer(await visit(t, { path, ...options })).started()).page;

  for (const [view, id] of [['', 'op9'], ['?view=table&actor=unodc', 'op9.1']]) {
    test(`is kept when a phone is turned or a window made wider: ${view || 'text'}`, async (t) => {
      const page = await explorer(t, view, { viewport: PHONE });
      await page.locator(`[id="${id}"]`).evaluate((element) => {
        document.documentElement.dataset.whole = '';
        scrollBy(0, element.getBoundingClientRect().top - 60);
      });
      for (const viewport of [PHONE, { width: 844, height: 390 }, PHONE, { width: 1280, height: 800 }, PHONE]) {
        await page.setViewportSize(viewport);
        await eventually(async () => assert.equal(await atTop(page), id));
        // The place is noted when the page has come to rest.
        await page.waitForTimeout(300);
      }
      assert.equal(await atTop(page), id);
    });
  }
});

describe('several clauses', () => {
  const { visit } = site();
  const explorer = async (t, path = '', options) => (await new Explorer(await visit(t, { path, ...options })).started()).page;
  const phrase = (page, id) => page.locator(`[id="${id}"] .phrase`);
  const chosen = (page) => page.locator('.clause[data-chosen]').evaluateAll((all) => all.map(({ id }) => id));

  test('are selected with Shift, marked and copied together, and deselected by the next click', async (t) => {
    const page = await explorer(t, '', { permissions: ['clipboard-read', 'clipboard-write'] });
    await phrase(page, 'op5.1').click();
    await phrase(page, 'op7.1').click({ modifiers: ['Shift'] });
    await eventually(async () => assert.deepEqual(await chosen(page), ['op5.1', 'op6.1', 'op6.2', 'op7.1']));
    assert.equal(await page.evaluate(() => String(getSelection())), '');
    const actions = page.getByRole('group', { name: /^Marquer 4 clauses/ });
    await actions.getByRole('button', { name: 'Copier' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.split('\n').length, 4);
    await actions.getByRole('button', { name: 'traité', exact: true }).click();
    await eventually(async () => assert.equal(await page.locator('.own[data-mark="reviewed"]').count(), 4));
    await phrase(page, 'op9.1').click();
    await eventually(async () => assert.deepEqual(await chosen(page), []));
  });

  test('are selected by the keyboard too, and only those found if there is a question', async (t) => {
    const page = await explorer(t, '?actor=unodc');
    await phrase(page, 'op6.1').click();
    await phrase(page, 'op9.1').focus();
    await page.keyboard.press('Shift+Enter');
    await eventually(async () => assert.deepEqual(await chosen(page), ['op6.1', 'op7.1', 'op9.1']));
    assert.match(await page.locator('.opened').innerText(), /3\s?clauses$/);
  });

  test('the border of a selected clause is not drawn around its notes', async (t) => {
    const page = await explorer(t, '#pp7.1', { viewport: { width: 1440, height: 900 } });
    const clause = page.locator('[id="pp7.1"][aria-current]');
    await clause.waitFor();
    const outline = (element) => getComputedStyle(element).outlineStyle;
    assert.ok((await clause.locator('.note').count()) > 0);
    assert.equal(await clause.evaluate(outline), 'none');
    assert.equal(await clause.locator('.phrase').evaluate(outline), 'solid');
  });
});
