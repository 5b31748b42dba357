// axe finds nothing, in light and dark, in every language, with and without a question, wide and narrow.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const violations = async (page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes.slice(0, 3).map(({ target }) => target).join(' · ')}`);
};

describe('accessibility', () => {
  const { visit } = site();

  for (const colorScheme of ['light', 'dark']) {
    test(`in ${colorScheme} colours, as it opens`, async (t) => {
      const { page } = await new Explorer(await visit(t, { colorScheme })).started();
      assert.deepEqual(await violations(page), []);
    });

    test(`in ${colorScheme} colours, with a question, a note and a clause open`, async (t) => {
      const path = '?actor=unodc&topic!=children&q=preuve#op1.2';
      const { page } = await new Explorer(await visit(t, { colorScheme, path })).started();
      await page.locator('#op2').getByRole('button', { name: /^Note/ }).first().click();
      assert.deepEqual(await violations(page), []);
    });

    test(`in ${colorScheme} colours, the text without the explorer`, async (t) => {
      const page = await visit(t, {
        colorScheme,
        errors: [/WebAssembly/],
        before: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
      });
      await page.locator('#notice').waitFor();
      assert.deepEqual(await violations(page), []);
    });
  }

  for (const view of ['table', 'matrix', 'references', 'due', 'annotations']) {
    test(`the view «${view}», light and dark`, async (t) => {
      for (const colorScheme of ['light', 'dark']) {
        const { page } = await new Explorer(await visit(t, { colorScheme, path: `?view=${view}` })).started();
        assert.deepEqual(await violations(page), [], colorScheme);
      }
    });
  }

  for (const locale of ['en', 'es', 'ar', 'zh', 'ru']) {
    test(`in «${locale}», as it opens, with a question and a clause open, as a table`, async (t) => {
      for (const path of ['', '?actor=unodc&topic!=children&q=preuve#op1.2', '?view=table']) {
        const { page } = await new Explorer(await visit(t, { locale, path })).started();
        assert.equal(await page.locator('html').getAttribute('lang'), locale);
        assert.deepEqual(await violations(page), [], path);
      }
    });
  }

  test('on a phone, with the filters open', async (t) => {
    const viewport = { width: 390, height: 844 };
    const explorer = await new Explorer(await visit(t, { viewport })).started();
    await explorer.openFilters.click();
    await explorer.filters.waitFor();
    assert.deepEqual(await violations(explorer.page), []);
  });

  test('at 400 % nothing is cut off at the side', async (t) => {
    const { page } = await new Explorer(await visit(t, { viewport: { width: 320, height: 256 } })).started();
    const { scrollWidth, clientWidth } = await widths(page);
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px of text in ${clientWidth} px`);
  });
});
