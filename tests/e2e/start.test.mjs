// The text is there before the explorer, and stays when the explorer cannot start.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, eventually, launch, site } from './browser.mjs';

const IN_FRENCH = /ne peut pas démarrer/;
const IN_ENGLISH = /cannot start/;

/// The words of a sentence that only the whole text has: from operative paragraph 30, the last one.
const LAST_PARAGRAPH = /soixante-quinzième session/;

const started = (page) => page.locator('html[data-start="ready"]').waitFor({ state: 'attached' });

test('a file that has a hash in its name is named by what it holds, so that no cache serves another', async () => {
  const names = (await readdir(DIST)).filter((name) => /\.(?:txt|css|js|wasm)$/.test(name) && name !== 'sw.js');
  assert.ok(names.length >= 11, names.join());
  for (const name of names) {
    const hash = createHash('sha256').update(await readFile(join(DIST, name))).digest('hex');
    assert.equal(/-(\w{16})/.exec(name)[1], hash.slice(0, 16), name);
  }
});

test('the page links its document as JSON and as Akoma Ntoso, which no reader has to store', async () => {
  const html = await readFile(join(DIST, 'index.html'), 'utf8');
  const links = [...html.matchAll(/<link rel="alternate" type="([^"]+)" hreflang="(\w+)" href="\.\/([^"]+)">/g)];
  assert.deepEqual(links.map(([, type, language]) => [type, language]), [['application/json', 'fr'], ['application/akn+xml', 'fr']]);
  const [json, akn] = await Promise.all(links.map(([, , , name]) => readFile(join(DIST, name), 'utf8')));
  const [document] = JSON.parse(json).documents;
  assert.equal(document.symbol, 'A/RES/74/175');
  assert.equal(document.paragraphs.flatMap((paragraph) => paragraph.clauses).length, 74);
  assert.equal(akn.match(/<authorialNote /g).length, document.footnotes.length);
  assert.match(akn, LAST_PARAGRAPH);
  const worker = await readFile(join(DIST, 'sw.js'), 'utf8');
  for (const [, , , name] of links) assert.ok(!worker.includes(name), name);
});

/// Answers with the first bytes of a file. The page may be gone before the answer, and the test has seen what it wanted.
const cutTo = (n) => async (route) => {
  try {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, n) });
  } catch (error) {
    if (!/disposed|closed|already handled/.test(error.message)) throw error;
  }
};

/// Leaves half of a file, as after a transfer that broke off.
const halve = async (path) => {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length / 2));
};

const seesNoticeAndText = async (page, reason = IN_FRENCH) => {
  // The page may be loading a second time.
  await eventually(async () => {
    const words = await page.locator('#notice').innerText();
    assert.match(words, IN_FRENCH);
    assert.match(words, IN_ENGLISH);
    assert.match(words, reason);
  });
  assert.match(await page.locator('#static-text').innerText(), LAST_PARAGRAPH);
};

describe('at the root of a site', () => {
  const { visit } = site();

  test('the explorer starts in place of the text and no notice is shown', async (t) => {
    const page = await visit(t);
    await started(page);
    assert.equal(await page.locator('#static-text').count(), 0);
    assert.equal(await page.locator('#notice').isVisible(), false);
    assert.match(await page.locator('#app').innerText(), LAST_PARAGRAPH);
  });

  test('without JavaScript the text is shown, and the notice in both languages', async (t) => {
    await seesNoticeAndText(await visit(t, { javaScriptEnabled: false }));
  });

  test('without WebAssembly the notice names the browser as the cause', async (t) => {
    const page = await visit(t, {
      errors: [/no-wasm/],
      before: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
    });
    await seesNoticeAndText(page, /n’a pas WebAssembly/);
  });

  for (const [what, answer] of [
    ['is missing', { status: 404, body: 'Not found' }],
    ['is replaced by a login page', { contentType: 'text/html', body: '<!doctype html><title>Login</title>' }],
  ]) {
    for (const files of ['**/explorer-*.wasm', '**/explorer-*.js', '**/locale-*.txt']) {
      test(`when ${files} ${what}, the notice says that a file could not be loaded`, async (t) => {
        const page = await visit(t, { errors: [/./], before: (page) => page.route(files, (route) => route.fulfill(answer)) });
        await seesNoticeAndText(page, /n’a pas pu être chargé \(/);
      });
    }
  }

  test('when the WebAssembly is cut off, the notice says that a file is incomplete', async (t) => {
    const page = await visit(t, {
      errors: [/./],
      before: (page) =>
        page.route('**/explorer-*.wasm', cutTo(20_000)),
    });
    await seesNoticeAndText(page, /est incomplet/);
  });

  test('when the texts are cut off, the notice says that a file is incomplete', async (t) => {
    const page = await visit(t, {
      errors: [/./],
      before: (page) =>
        page.route('**/locale-fr-*.txt', cutTo(2000)),
    });
    await seesNoticeAndText(page, /est incomplet/);
  });

  test('without its texts in the reader’s language the page starts in another one, and says so', async (t) => {
    const page = await visit(t, {
      errors: [/./],
      locale: 'en',
      before: (page) => page.route('**/locale-en-*.txt', (route) => route.fulfill({ status: 404 })),
    });
    await started(page);
    await page.getByRole('status').getByText('L’interface en English n’a pas pu être chargée').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  });

  test('without its stylesheets the page shows no notice of what has not happened', async (t) => {
    const page = await visit(t, { errors: [/./], before: (page) => page.route('**/*.css', (route) => route.fulfill({ status: 404 })) });
    await started(page);
    assert.doesNotMatch(await page.locator('body').innerText(), /ne peut pas démarrer/);
  });

  test('a start that failed because a file was missing is tried once more', async (t) => {
    let n_asked = 0;
    const page = await visit(t, {
      errors: [/./],
      before: (page) =>
        page.route('**/explorer-*.wasm', (route) => ((n_asked += 1) === 1 ? route.abort() : route.continue())),
    });
    await started(page);
    assert.equal(n_asked, 2);
  });

  test('a start that never comes to an end says so', async (t) => {
    const page = await visit(t, { wait: 'commit', before: (page) => page.route('**/explorer-*.wasm', () => {}) });
    await page.locator('.notice-slow').waitFor({ state: 'visible' });
    assert.match(await page.locator('#static-text').innerText(), LAST_PARAGRAPH);
  });

  test('a start that takes long says so, and then works', async (t) => {
    let release;
    const held = new Promise((done) => (release = done));
    const page = await visit(t, {
      wait: 'commit',
      before: (page) => page.route('**/explorer-*.wasm', async (route) => (await held, route.continue())),
    });
    await page.locator('.notice-slow').waitFor({ state: 'visible' });
    release();
    await started(page);
    assert.equal(await page.locator('#notice').isVisible(), false);
    assert.match(await page.locator('#app').innerText(), LAST_PARAGRAPH);
  });

  test('behind a portal that answers every file with its own page the text is shown, and a reload works later', async (t) => {
    const portal = (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Login</title>' });
    const files = /\/[^/]+-\w{16}[^/]*$/;
    const page = await visit(t, { errors: [/./], before: (page) => page.route(files, portal) });
    await seesNoticeAndText(page, IN_FRENCH);
    await page.unroute(files);
    await page.reload();
    await started(page);
  });

  for (const [what, answer] of [
    ['is missing', { status: 404, body: 'Not found' }],
    ['is replaced by a login page', { contentType: 'text/html', body: '<!doctype html><title>Login</title>' }],
  ]) {
    for (const files of ['**/reader-*.js', '**/reader-*.wasm']) {
      test(`when ${files} ${what}, a file that is dropped is said not to be read, and is read later`, async (t) => {
        const page = await visit(t, {
          path: '?view=library',
          errors: [/./],
          before: (page) => page.route(files, (route) => route.fulfill(answer)),
        });
        await started(page);
        const add = async (name) => {
          const buffer = Buffer.from(`L’Assemblée générale,\n\n1. Prie ${name} de lui faire rapport.\n`);
          await page.locator('[data-action=open] input').setInputFiles({ name, mimeType: 'text/plain', buffer });
        };
        await add('one.txt');
        await page.locator('.report-lines [data-outcome="not-started"]').waitFor();
        await page.unroute(files);
        await add('two.txt');
        await page.locator('.report-lines [data-outcome="read"]').waitFor();
      });
    }
  }

  test('a stylesheet that never arrives does not hide the text', async (t) => {
    const page = await visit(t, { wait: 'commit', before: (page) => page.route('**/*.css', () => {}) });
    await eventually(async () => {
      const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
      assert.equal(painted, 1);
    });
  });

  test('when the scripts do not arrive the text is shown, and the notice in both languages', async (t) => {
    const page = await visit(t, {
      errors: [/ERR_FAILED/],
      before: (page) => page.route('**/*.js', (route) => route.abort()),
    });
    await seesNoticeAndText(page, /JavaScript/);
  });

  test('a host that knows nothing of WebAssembly serves it all the same', async (t) => {
    const page = await visit(t, {
      before: (page) =>
        page.route('**/*.wasm', async (route) =>
          route.fulfill({ response: await route.fetch(), contentType: 'application/octet-stream' }),
        ),
    });
    await started(page);
  });

  test('an explorer that dies says so and offers to reload', async (t) => {
    const page = await visit(t, { errors: [/unreachable/] });
    await started(page);
    await page.evaluate(() => {
      // A panic in WebAssembly reaches the page as this.
      setTimeout(() => {
        throw new WebAssembly.RuntimeError('unreachable');
      });
    });
    const reload = page.locator('#notice').getByRole('link', { name: 'Recharger la page' });
    await reload.waitFor({ state: 'visible' });
    await reload.click();
    await started(page);
  });

  test('the policy lets no inline script run', async (t) => {
    const page = await visit(t, { errors: [/Content Security Policy/, /This document requires 'Trusted/] });
    await started(page);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    });
    assert.notEqual(await page.title(), 'taken over');
    // Text does not become markup, and a foreign URL does not become a script.
    const refused = await page.evaluate(() => {
      const why = (act) => {
        try {
          return act() && 'done';
        } catch (error) {
          return error.name;
        }
      };
      return [
        why(() => (document.createElement('div').innerHTML = '<b>x</b>')),
        why(() => new Worker('https://example.org/worker.js')),
      ];
    });
    assert.deepEqual(refused, ['TypeError', 'TypeError']);
  });
});

describe('a site that was uploaded by half', async () => {
  const hashed = (await readdir(DIST)).filter((name) => /-\w{16}(?:_bg)?\.(?:js|css|wasm)$|^locale-fr/.test(name));
  for (const [what, spoil] of [
    ['lacks', (path) => rm(path)],
    ['has half of', halve],
  ]) {
    for (const name of hashed) {
      test(`and ${what} ${name.replace(/-\w{16}/, '')} shows the text, and works when it is whole`, async (t) => {
        const folder = await mkdtemp(join(tmpdir(), 'dispositif-'));
        await cp(DIST, folder, { recursive: true });
        const [server, browser] = [await serve(folder), await launch()];
        t.after(async () => {
          await browser.close();
          server.close();
          await rm(folder, { recursive: true });
        });
        await spoil(join(folder, name));
        const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
        await page.goto(server.url);
        // Without one of the worker's files the explorer starts; without one of the page's the text is there, with a notice.
        await eventually(async () => {
          const start = await page.evaluate(() => document.documentElement.dataset.start);
          assert.notEqual(start, 'loading');
          const text = page.locator(start === 'ready' ? '#app' : '#static-text');
          assert.match(await text.innerText(), LAST_PARAGRAPH);
          if (start !== 'ready') assert.match(await page.locator('#notice').innerText(), IN_FRENCH);
        }, 20_000);
        await cp(join(DIST, name), join(folder, name));
        await page.goto(server.url);
        await started(page);
      });
    }
  }
});

describe('two copies of the site on one origin', () => {
  test('do not mix settings or documents', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'dispositif-'));
    for (const name of ['one', 'two']) await cp(DIST, join(folder, name), { recursive: true });
    const [server, browser] = [await serve(folder), await launch()];
    t.after(async () => {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true });
    });
    const page = await (await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block' })).newPage();
    const open = async (name) => {
      await page.goto(`${server.url}${name}/?view=library`);
      await started(page);
    };
    const listed = (n) => eventually(async () => assert.equal(await page.locator('.library tbody tr').count(), n), 20_000);
    const add = async (name) => {
      const buffer = Buffer.from(`L’Assemblée générale,\n\n1. Prie ${name} de lui faire rapport.\n`);
      await page.locator('[data-action=open] input').setInputFiles({ name, mimeType: 'text/plain', buffer });
      await listed(2);
    };
    await open('one');
    await add('one.txt');
    await open('two');
    await add('two.txt');
    const keys = await page.evaluate(() => Object.keys(localStorage));
    assert.ok(keys.includes('dispositif.texts') && keys.includes('dispositif /two/ texts'), keys.join());
    assert.equal(await page.evaluate(() => localStorage['dispositif.site']), '/one/');
    for (const name of ['one', 'two']) {
      await open(name);
      await listed(2);
      await page.locator('.library tbody').getByText(`${name}.txt`).first().waitFor();
    }
  });
});

describe('in a folder of a site', () => {
  const { visit } = site({ under: '/onu/résolutions/' });

  test('the explorer starts', async (t) => {
    await started(await visit(t));
  });

  test('a link with a question and a place opens', async (t) => {
    const page = await visit(t, { path: '?q=preuve#op5' });
    await started(page);
    await eventually(async () => assert.match(page.url(), /q=preuve/));
  });
});
