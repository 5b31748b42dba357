// axe finds no violation: all rules, in every view, language and theme, with and without a question, wide and narrow.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

const LOCALES = ['fr', 'en', 'es', 'ar', 'zh', 'ru'];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/// The violations that axe finds. High contrast has stricter limits than other themes; `colours` checks only contrast, which
/// is a fifth of the work.
const violations = async (page, { theme, colours = false, without = [] } = {}) => {
  const enhanced = theme === 'contrast';
  const rules = { 'color-contrast-enhanced': { enabled: enhanced } };
  // There are no frames, so axe needs no extra page to merge results.
  const axe = new AxeBuilder({ page }).options({ rules, resultTypes: ['violations'] }).setLegacyMode();
  if (colours) axe.withRules(['color-contrast', ...(enhanced ? ['color-contrast-enhanced'] : [])]);
  else axe.withTags(RULES);
  without.forEach((selector) => axe.exclude(selector));
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes.slice(0, 3).map(({ target }) => target).join(' · ')}`);
};

describe('accessibility', () => {
  const { visit, url } = site();

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
        errors: [/no-wasm/],
        before: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
      });
      await page.locator('#notice').waitFor();
      assert.deepEqual(await violations(page), []);
    });
  }

  // The filters are the same in every view, so they are checked once. Themes differ only in colours.
  const VIEWS = ['text', 'table', 'matrix', 'references', 'due', 'brief', 'questions', 'annotations', 'library', 'method'];
  const cases = LOCALES.flatMap((locale) => ['light', 'dark', 'contrast'].map((theme) => [locale, theme]));
  for (const [locale, theme] of cases) {
    test(`in «${locale}», ${theme}: every view`, async (t) => {
      const { page } = await new Explorer(
        await visit(t, {
          locale,
          before: (page) =>
            page.addInitScript((theme) => {
              localStorage.setItem('dispositif.theme', theme);
              localStorage.setItem('dispositif.annotation A/RES/74/175 op5.1', '1*\nà suivre\n\nune note');
              localStorage.setItem('dispositif.question Preuves', 'q=preuve');
            }, theme),
        }),
      ).started();
      for (const view of VIEWS) {
        await page.goto(`${url()}?view=${view}${view === 'text' ? '#op5.1' : ''}`);
        await page.locator(view === 'text' ? '.annotate' : '.view > :nth-child(2)').first().waitFor();
        const options = { theme, colours: theme !== 'light', without: view === 'text' ? [] : ['#filters'] };
        assert.deepEqual(await violations(page, options), [], view);
      }
    });
  }

  for (const locale of ['en', 'es', 'ar', 'zh', 'ru']) {
    test(`in «${locale}», as it opens, with a question and a clause open`, async (t) => {
      for (const path of ['', '?actor=unodc&topic!=children&q=preuve#op1.2']) {
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
