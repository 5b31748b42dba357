// WebKit stores the site and opens the one-file edition.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, eventually } from './browser.mjs';
import { SIZES } from './engines.mjs';
import { number } from './explorer.mjs';
import { missing, startWebKit } from './webkit.mjs';

describe('in WebKit', { skip: missing() }, () => {
  let webkit;
  before(async () => (webkit = await startWebKit()));
  after(() => webkit?.stop());

  const text = (selector) => webkit.js('document.querySelector(arguments[0])?.textContent ?? ""', selector);
  const go = async (url) => {
    await webkit.go(url);
    await eventually(async () => assert.equal(await webkit.js('document.documentElement.dataset.start'), 'ready'));
  };
  const nFound = async () => Number.parseInt(await text('.found [role="status"]:not(.match-number)'), 10);

  const nMarked = () => webkit.js('document.querySelectorAll(`.clause[id][data-shade="found"]`).length');
  const is = (selector) => webkit.js('Boolean(document.querySelector(arguments[0]))', selector);
  const appears = (selector) => eventually(async () => assert.ok(await is(selector), selector));
  const click = async (selector) => {
    await webkit.js('document.querySelector(arguments[0]).scrollIntoView({ block: "center" })', selector);
    await (await webkit.element(selector)).click();
  };
  const speak = (language) =>
    webkit.js(
      '(([field, value]) => { field.value = value; field.dispatchEvent(new Event("change", { bubbles: true })); })([document.getElementById("languages"), arguments[0]])',
      language,
    );

  /// The visit of the other browsers: search, filter, a link with both, the other language, the help.
  const explores = async (url) => {
    await go(url);
    assert.equal(await nFound(), 74);
    await (await webkit.element('#search')).type('preuve');
    await eventually(async () => assert.match(await webkit.js('location.search'), /\?q=preuve$/));
    // What looks for words is fetched with the first of them.
    await eventually(async () => assert.ok((await nFound()) < 74));

    const narrow = await is('.open-filters');
    if (narrow) await click('.open-filters');
    const value = 'button[aria-label^="ONUDC, "], button[aria-label^="UNODC, "]';
    await appears(value);
    const label = await webkit.js('document.querySelector(arguments[0]).getAttribute("aria-label")', value);
    const promised = number(label.slice('ONUDC'.length));
    assert.ok(promised > 0 && promised < 74);
    await click(value);
    if (narrow) await click('dialog.filters .main');
    await eventually(async () => {
      assert.equal(await nFound(), promised);
      assert.equal(await nMarked(), promised);
      assert.match(await webkit.js('location.search'), /\?q=preuve&actor=unodc$|\?actor=unodc&q=preuve$/);
    });

    await webkit.go('about:blank');
    await go(`${url}?actor=unodc&q=preuve#op30`);
    await eventually(async () => assert.equal(await nFound(), promised));
    assert.equal(await webkit.js('document.getElementById("search").value'), 'preuve');
    await eventually(async () => {
      assert.equal(await webkit.js('document.getElementById("op30").getAttribute("aria-current")'), 'location');
      const [top, height] = await webkit.js('[document.getElementById("op30").getBoundingClientRect().top, innerHeight]');
      assert.ok(top >= 0 && top < height, `paragraph 30 is at ${top} of ${height}`);
    });

    for (const [language, words] of [['en', /Deadlines/], ['fr', /Échéances/]]) {
      await speak(language);
      await appears(`html[lang="${language}"]`);
      assert.match(await text('.tabs'), words);
    }
    if (await is('.bar .menu summary')) await click('.bar .menu summary');
    await click('.tools [aria-haspopup="dialog"]:last-of-type');
    await eventually(async () => assert.match(await text('dialog.help'), /Hors connexion/));
  };

  for (const [name, size] of Object.entries(SIZES)) {
    test(`${name}: after a first visit everything works without its server`, async (t) => {
      await webkit.resize(size);
      const site = await serve(DIST, { under: '/a/' });
      t.after(site.close);
      await go(site.url);
      await eventually(async () => assert.match(await text('.foot'), /is stored in this browser|conservée dans ce navigateur/));
      site.close();
      await explores(site.url);
    });

    test(`${name}: the one file works from a disk`, async () => {
      await webkit.resize(size);
      await explores(pathToFileURL(join(DIST, 'dispositif.html')).href);
      assert.match(await text('.foot'), /une copie en un seul fichier/);
    });
  }
});
