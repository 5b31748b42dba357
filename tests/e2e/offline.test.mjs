// The same visit in every browser, at the sizes of a phone and of a desktop: with a server, then without one, then from the
// one file. Then failures of updates and storage.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { filesOf, makeServiceWorker } from '../../scripts/make-service-worker.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, eventually } from './browser.mjs';
import { ENGINES, SIZES, start } from './engines.mjs';
import { Visitor } from './visitor.mjs';

/// The console line for a service worker that cannot be updated.
const NO_SERVER = /ERR_CONNECTION_REFUSED|fetching the script|can’t establish a connection/;

const ONE_FILE = 'dispositif.html';

const folder = async (t) => {
  const path = await mkdtemp(join(tmpdir(), 'dispositif-'));
  // A browser that is not closed yet may still write into it.
  t.after(() => rm(path, { recursive: true, maxRetries: 20 }));
  return path;
};

/// A browser for one test, with settings of its own.
const another = async (t, engine, settings) => {
  const { browser, stop } = await start(engine, settings);
  t.after(stop);
  return browser;
};

/// A copy of the site, served; `close` and `reopen` take its server away and bring it back.
const copied = async (t, under = '/') => {
  const path = await folder(t);
  await cp(DIST, path, { recursive: true });
  let server = await serve(path, { under });
  t.after(() => server.close());
  const { url } = server;
  const reopen = async () => (server = await serve(path, { under, port: Number(new URL(url).port) }));
  return { path, url, close: () => server.close(), reopen };
};

/// Makes another version of a site: its page says so, and its service worker knows.
const renew = async (path, version) => {
  const index = join(path, 'index.html');
  const html = await readFile(join(DIST, 'index.html'), 'utf8');
  await writeFile(index, html.replace('</title>', `</title><meta name="version" content="${version}">`));
  await makeServiceWorker(path);
};

/// Leaves half of a file, as after a transfer that broke off.
const halve = async (path) => {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length / 2));
};

const versionOf = ({ page }) => page.evaluate(() => document.querySelector('meta[name="version"]')?.content);

for (const engine of ENGINES) {
  describe(`in ${engine}`, () => {
    let browser, asked, stop;
    before(async () => ({ browser, asked, stop } = await start(engine)));
    after(() => stop?.());

    for (const [name, size] of Object.entries(SIZES)) {
      test(`${name}: after a first visit to a folder of a site, everything works without its server`, async (t) => {
        const site = await copied(t, '/onu/textes/');
        const visitor = await (await Visitor.in(t, browser, site.url, { size, errors: [NO_SERVER] })).go(site.url);
        await visitor.kept();
        site.close();
        await visitor.reload();
        await visitor.explores(site.url);
        const copy = await visitor.page.$eval('a[download]', async (link) => (await fetch(link.href)).text());
        assert.equal(copy, await readFile(join(DIST, ONE_FILE), 'utf8'));
        assert.deepEqual(asked, [], 'nothing goes anywhere else');
      });

      test(`${name}: the one file works from a disk`, async (t) => {
        const path = join(await folder(t), 'dispositif – copie (1).html');
        await cp(join(DIST, ONE_FILE), path);
        const { href } = pathToFileURL(path);
        const visitor = await (await Visitor.in(t, browser, href, { size })).go(href);
        assert.match(await visitor.text('.foot'), /Ceci est une copie/);
        assert.equal(await visitor.page.$('a[download]'), null);
        await visitor.explores(href);
        assert.deepEqual(asked, [], 'nothing goes anywhere');
      });
    }

    test('the site’s page on a disk shows the text and leads to the one file, with the question', async (t) => {
      const path = await folder(t);
      await cp(DIST, path, { recursive: true });
      const { href: home } = pathToFileURL(path);
      const visitor = await Visitor.in(t, browser, home, { errors: [/./] });
      await visitor.page.goto(`${home}/index.html?q=preuve#op30`);
      const link = await visitor.page.waitForSelector('.notice-file [lang="fr"] a', { visible: true });
      const top = await visitor.page.$eval('#op30', (element) => element.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < SIZES.desktop.height, `paragraph 30 is at ${top}`);
      await link.click();
      await visitor.started();
      assert.equal(await visitor.page.$eval('#search', (field) => field.value), 'preuve');
    });

    test('an update is announced, taken when the reader wants it, and leaves nothing behind', async (t) => {
      const site = await copied(t, '/a/');
      const options = { errors: [NO_SERVER] };
      const visitor = await (await Visitor.in(t, browser, site.url, options)).go(site.url);
      await visitor.kept();
      const foreign = ['another tenant', `dispositif ${site.url}b/ 0`];
      await visitor.page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), foreign);
      await visitor.reload();
      const other = await (await Visitor.in(t, browser, site.url, options)).go(site.url);

      await renew(site.path, 'newer');
      await visitor.page.bringToFront();
      await visitor.reload();
      await visitor.announced();
      assert.equal(await versionOf(visitor), undefined, 'the version that was there is shown');
      assert.equal((await visitor.caches()).length, 2 + foreign.length);

      await (await visitor.page.$('.renewal .main')).click();
      await eventually(async () => assert.equal(await versionOf(visitor), 'newer'));
      await visitor.started();
      assert.equal(await visitor.text('.renewal'), '');
      await eventually(async () => assert.equal((await visitor.caches()).length, 1 + foreign.length));
      for (const name of foreign) assert.ok((await visitor.caches()).includes(name), `${name} is not ours`);
      await other.announced();

      site.close();
      await visitor.reload();
      assert.equal(await versionOf(visitor), 'newer');
    });

    for (const [what, spoil] of [
      ['stops before a file', (path) => rm(path)],
      ['breaks off in a file', halve],
    ]) {
      test(`an update that ${what} leaves the old version whole, and can be taken later`, async (t) => {
        const site = await copied(t);
        const options = { errors: [NO_SERVER, /wasm/, /404/, /digest|integrity/] };
        const visitor = await (await Visitor.in(t, browser, site.url, options)).go(site.url);
        await visitor.kept();
        const before = await visitor.caches();

        await renew(site.path, 'newer');
        const names = (await filesOf(site.path)).filter((name) => /-\w{16}/.test(name));
        for (const name of names) {
          await spoil(join(site.path, name));
          assert.equal(await visitor.update(), 'redundant', name);
          assert.deepEqual(await visitor.caches(), before);
          if (!name.endsWith('.wasm')) await cp(join(DIST, name), join(site.path, name));
        }
        site.close();
        await visitor.reload();
        assert.equal(await versionOf(visitor), undefined);

        for (const name of names) {
          if (name.endsWith('.wasm')) await cp(join(DIST, name), join(site.path, name));
        }
        await site.reopen();
        assert.equal(await visitor.update(), 'installed');
        await visitor.announced();
      });
    }

    test('a file that was damaged in the store is fetched again', async (t) => {
      const site = await copied(t);
      const visitor = await (await Visitor.in(t, browser, site.url, { errors: [NO_SERVER] })).go(site.url);
      await visitor.kept();
      // Every file cut in half, as after a crash while writing.
      const damage = async () => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            const { headers, ...rest } = await cache.match(request);
            const bytes = await (await cache.match(request)).arrayBuffer();
            await cache.put(request, new Response(bytes.slice(0, bytes.byteLength / 2), { headers, ...rest }));
          }
        }
      };
      await visitor.page.evaluate(async (f) => eval(f)(), String(damage));
      await visitor.reload();
      await visitor.explores(site.url);
      site.close();
      await visitor.reload();
      assert.ok(await visitor.page.$('.paragraph'), 'what was fetched again is stored');
    });

    test('where storage is forbidden the page works, and says that it is not kept', async (t) => {
      const userDataDir = await folder(t);
      await mkdir(join(userDataDir, 'Default'));
      const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
      await writeFile(join(userDataDir, 'Default', 'Preferences'), JSON.stringify(preferences));
      const settings = {
        Chromium: { userDataDir },
        Firefox: { extraPrefsFirefox: { 'network.cookie.cookieBehavior': 2 } },
      };
      const browser = await another(t, engine, settings[engine]);
      const site = await copied(t);
      const errors = [/Failed to register.*Storage access is restricted/];
      const visitor = await (await Visitor.in(t, browser, site.url, { errors })).go(site.url);
      await visitor.notKept();
      await visitor.explores(site.url);
      await visitor.reload();
    });

    test('in a private window the page works', async (t) => {
      const settings = { Firefox: { extraPrefsFirefox: { 'browser.privatebrowsing.autostart': true } } };
      const browser = await another(t, engine, settings[engine]);
      const site = await copied(t);
      const window = engine === 'Chromium' ? await browser.createBrowserContext() : browser;
      const visitor = await (await Visitor.in(t, window, site.url)).go(site.url);
      await visitor.explores(site.url);
      await visitor.reload();
    });
  });
}

describe('in Chromium, with a small storage quota', () => {
  test('where storage is full the page works, and says that it is not kept', async (t) => {
    const browser = await another(t, 'Chromium');
    const site = await copied(t);
    const visitor = await Visitor.in(t, browser, site.url, { errors: [/Quota/] });
    const devtools = await visitor.page.createCDPSession();
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 100_000 });
    await visitor.go(site.url);
    await eventually(async () => {
      const registration = () => navigator.serviceWorker.getRegistration();
      assert.equal(await visitor.page.evaluate(async (f) => Boolean(await eval(f)()), String(registration)), false);
    });
    assert.deepEqual(await visitor.caches(), []);
    await visitor.notKept();
    await visitor.explores(site.url);
  });
});
