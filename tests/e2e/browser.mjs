// Serves the built site and opens pages in a real browser.
//
// An error in the console, an exception, or a request to another host fails the test.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/static-server.mjs';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/// The installed Chromium.
export const chromiumPath = () => {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new Error('No Chromium was found: run scripts/test, which installs it, or set CHROMIUM to its path.');
};

/// Chromium does not run its sandbox as root, and pages crash where /dev/shm is small, as in containers; background requests
/// are off.
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/// Starts a headless Chromium.
export const launch = () => chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });

/// Serves the built site and starts a browser before the tests of a file; `visit` opens pages of it.
///
/// `under` is the folder of the site that it is in, as seen by a reader.
export function site({ under = '/' } = {}) {
  let server, browser;
  before(async () => {
    assert.ok(existsSync(`${DIST}index.html`), 'There is no dist/index.html: run scripts/build first.');
    server = await serve(DIST, { under });
    browser = await launch();
  });
  after(async () => {
    server?.close();
    await browser?.close();
  });

  /// Opens the page in a context of its own. `errors` are console lines that this visit is meant to bring about;
  /// `before` gets the page while it is still empty.
  const visit = async (t, { path = '', errors = [], before, wait = 'load', ...options } = {}) => {
    const context = await browser.newContext({ locale: 'fr-FR', ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const wrong = [];
    const foreign = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('request', (request) => request.url().startsWith(server.url) || foreign.push(request.url()));
    t.after(async () => {
      // A mocked response may still be pending.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
      const unmeant = wrong.filter((line) => !errors.some((meant) => meant.test(line)));
      assert.deepEqual({ wrong: unmeant, foreign }, { wrong: [], foreign: [] });
    });
    await before?.(page);
    await page.goto(server.url + path, { waitUntil: wait });
    return page;
  };
  return { visit, url: () => server.url };
}

/// Retries an assertion until it holds, since the page updates asynchronously; reports the last failure.
export async function eventually(assertion, milliseconds = 8000) {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((again) => setTimeout(again, 25));
    }
  }
}
