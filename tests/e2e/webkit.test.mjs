// WebKit too keeps the site and opens the one file.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, eventually } from './browser.mjs';
import { SIZES } from './engines.mjs';
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
  const n_found = async () => Number.parseInt(await text('.found [role="status"]'), 10);

  const explores = async (url) => {
    await go(url);
    assert.equal(await n_found(), 74);
    await (await webkit.element('#search')).type('preuve');
    await eventually(async () => assert.match(await webkit.js('location.search'), /\?q=preuve$/));
    // What looks for words is fetched with the first of them.
    await eventually(async () => assert.ok((await n_found()) < 74));
    const n = await n_found();
    assert.ok(n > 0);
    await go(`${url}?actor=unodc&q=preuve#op30`);
    await eventually(async () => assert.ok((await n_found()) <= n));
    assert.equal(await webkit.js('document.querySelectorAll(`.clause[id][data-shade="found"]`).length'), await n_found());
    assert.equal(await webkit.js('document.getElementById("op30").getAttribute("aria-current")'), 'location');
  };

  for (const [name, size] of Object.entries(SIZES)) {
    test(`${name}: after a first visit everything works without its server`, async (t) => {
      await webkit.resize(size);
      const site = await serve(DIST, { under: '/a/' });
      t.after(site.close);
      await go(site.url);
      await eventually(async () => assert.match(await text('.foot'), /is kept in this browser|gardée dans ce navigateur/));
      site.close();
      await explores(site.url);
    });

    test(`${name}: the one file works from a disk`, async () => {
      await webkit.resize(size);
      await explores(pathToFileURL(join(DIST, 'dispositif.html')).href);
      assert.match(await text('.foot'), /a copy in a single file|une copie en un seul fichier/);
    });
  }
});
