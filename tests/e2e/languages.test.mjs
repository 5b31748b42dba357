// The interface in the official languages of the United Nations, around a document that keeps its own.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

const TITLES = {
  'fr-CH': ['fr', 'ltr', /résolutions/],
  'en-GB': ['en', 'ltr', /resolutions/],
  'es-AR': ['es', 'ltr', /resoluciones/],
  'ar-EG': ['ar', 'rtl', /قرارات/],
  'zh-CN': ['zh', 'ltr', /决议/],
  'ru-RU': ['ru', 'ltr', /резолюции/],
  'de-DE': ['en', 'ltr', /resolutions/],
};

const language = (page) =>
  page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    const { lang: ofText, dir: wayOfText } = document.querySelector('article');
    return [lang, dir, ofText, wayOfText];
  });
const listOf = (page) => page.locator('#languages');

describe('languages', () => {
  const { visit } = site();

  for (const [locale, [lang, dir, title]] of Object.entries(TITLES)) {
    test(`a browser that asks for ${locale} has «${lang}» at once, on a narrow page too, and the document as it is`, async (t) => {
      const viewport = { width: 390, height: 844 };
      const { page } = await new Explorer(await visit(t, { locale, viewport })).started();
      assert.deepEqual(await language(page), [lang, dir, 'fr', 'ltr']);
      assert.match(await page.title(), title);
      assert.equal(await listOf(page).inputValue(), lang);
      const { scrollWidth, clientWidth } = await widths(page);
      assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px of page in ${clientWidth} px`);
      // What runs the other way than the text stays in the page: nobody can scroll to what is before its edge.
      const box = await page.locator('.document > .legend').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, JSON.stringify(box));
    });
  }

  test('in Arabic an example of what is typed keeps its signs where they are, and the help is not cut on a phone', async (t) => {
    const { page } = await new Explorer(await visit(t, { locale: 'ar-EG', viewport: { width: 360, height: 780 } })).started();
    await page.keyboard.press('?');
    const star = page.locator('.help code', { hasText: 'terror*' });
    await star.waitFor();
    const [word, sign] = await star.evaluate((code) =>
      [[0, 1], [6, 7]].map(([from, to]) => {
        const range = document.createRange();
        range.setStart(code.firstChild, from);
        range.setEnd(code.firstChild, to);
        return range.getBoundingClientRect().x;
      }));
    assert.ok(word < sign, `${word} ${sign}`);
    const cut = await page.locator('.help dl').evaluateAll((lists) => lists.map((list) => list.scrollWidth - list.clientWidth));
    assert.ok(cut.every((px) => px <= 0), String(cut));
  });

  test('Arabic is one choice away, by the keyboard, mirrors the page and is remembered', async (t) => {
    const { page } = await new Explorer(await visit(t)).started();
    const besideText = async () => (await page.locator('#filters').boundingBox()).x > (await page.locator('article').boundingBox()).x;
    assert.equal(await besideText(), false);
    await listOf(page).focus();
    // Each is fetched before it is shown, and the next choice begins from what is shown.
    for (const next of ['en', 'es', 'ar']) {
      await page.keyboard.press('ArrowDown');
      await eventually(async () => assert.equal((await language(page))[0], next));
    }
    await eventually(async () => assert.deepEqual(await language(page), ['ar', 'rtl', 'fr', 'ltr']));
    assert.equal(await besideText(), true);
    await page.reload();
    await new Explorer(page).started();
    assert.deepEqual(await language(page), ['ar', 'rtl', 'fr', 'ltr']);
    assert.equal(await page.getByRole('searchbox', { name: 'البحث في النص' }).count(), 1);
  });

  test('only the texts of the language that is wanted are fetched', async (t) => {
    const asked = [];
    const seen = (request) => asked.push(.../locale-(\w\w)-/.exec(request.url())?.slice(1) ?? []);
    const page = await visit(t, { locale: 'zh-CN', serviceWorkers: 'block', before: (page) => page.on('request', seen) });
    await new Explorer(page).started();
    assert.deepEqual(asked, ['zh']);
    await listOf(page).selectOption('ru');
    await eventually(async () => assert.equal((await language(page))[0], 'ru'));
    assert.deepEqual(asked, ['zh', 'ru']);
  });

  test('a language that cannot be fetched leaves the one that is there, says so, and can be asked for again', async (t) => {
    const page = await visit(t, { serviceWorkers: 'block', errors: [/ERR_FAILED/] });
    await new Explorer(page).started();
    await page.route('**/locale-es-*.txt', (route) => route.abort());
    await listOf(page).selectOption('es');
    const words = page.getByText('L’interface en Español n’a pas pu être chargée. La page reste en français.');
    await words.waitFor();
    assert.equal(await listOf(page).inputValue(), 'fr');
    assert.equal((await language(page))[0], 'fr');
    await page.unroute('**/locale-es-*.txt');
    await listOf(page).selectOption('es');
    await eventually(async () => assert.equal((await language(page))[0], 'es'));
    assert.equal(await words.count(), 0);
  });

  test('a name that only the text has says which language it is in', async (t) => {
    const { page } = await new Explorer(await visit(t, { locale: 'ru' })).started();
    const actors = page.getByRole('region', { name: 'Субъекты', exact: true });
    await actors.getByRole('button', { name: /^Показать все/ }).click();
    const name = actors.locator('.name').filter({ hasText: 'gestion des frontières' });
    assert.equal(await name.getAttribute('lang'), 'fr');
  });
});
