// The actions of a visitor, in any browser that puppeteer drives.
import assert from 'node:assert/strict';
import { eventually } from './browser.mjs';
import { SIZES } from './engines.mjs';
import { number } from './explorer.mjs';

export class Visitor {
  constructor(page) {
    this.page = page;
  }

  /// Opens an empty page in a window of this size. `home` begins all addresses that it may ask for; `errors` are lines
  /// of the console that are meant.
  static async in(t, browser, home, { size = SIZES.desktop, errors = [] } = {}) {
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.setViewport(size);
    const wrong = [];
    const foreign = [];
    const note = (line) => errors.some((meant) => meant.test(line)) || wrong.push(line);
    page.on('pageerror', (error) => note(String(error)));
    page.on('console', (message) => message.type() === 'error' && note(message.text()));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(home) && !/^(data|about):/.test(url)) foreign.push(url);
    });
    t.after(async () => {
      // A browser of the test’s own may have ended before.
      if (page.browser().connected) await page.close();
      assert.deepEqual({ wrong, foreign }, { wrong: [], foreign: [] });
    });
    return new Visitor(page);
  }

  async go(url) {
    await this.page.goto(url);
    await this.started();
    return this;
  }

  async reload() {
    await this.page.reload();
    await this.started();
  }

  async started() {
    await this.page.waitForSelector('html[data-start="ready"]');
  }

  text(selector) {
    return this.page.$eval(selector, (element) => element.textContent);
  }

  /// Waits until the page reports that it is stored.
  async kept() {
    await eventually(async () => assert.match(await this.text('.foot'), /conservée dans ce navigateur/));
  }

  async notKept() {
    await eventually(async () => assert.match(await this.text('.foot'), /n’a pas conservé la page/));
  }

  /// Waits until a newer version is announced.
  async announced() {
    await eventually(async () => assert.match(await this.text('.renewal'), /Une nouvelle version est prête/));
  }

  /// Makes the browser check for a newer version; returns its state.
  update() {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
      const worker = registration.installing;
      if (!worker) return registration.waiting ? 'installed' : 'none';
      // It may have come to its end before anyone listens.
      if (worker.state !== 'installing') return worker.state;
      return new Promise((done) => worker.addEventListener('statechange', () => done(worker.state), { once: true }));
    });
  }

  /// The names of all caches of the origin.
  caches() {
    return this.page.evaluate(() => caches.keys());
  }

  async nFound() {
    return number(await this.text('.found [role="status"]:not(.match-number)'));
  }

  /// The number of highlighted clauses.
  async nMarked() {
    return (await this.page.$$('.clause[id][data-shade="found"]')).length;
  }

  async search(words) {
    await this.page.type('#search', words);
    await eventually(async () => assert.equal(new URL(this.page.url()).searchParams.get('q'), words));
  }

  async click(element) {
    await element.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await element.click();
  }

  /// Chooses a value, on a wide or a narrow page; returns the count on its button.
  async choose(name) {
    const opens = await this.page.$('.open-filters');
    await opens?.click();
    const value = await this.page.waitForSelector(`button[aria-label^="${name}, "]`, { visible: true });
    const promised = number((await value.evaluate((button) => button.getAttribute('aria-label'))).slice(name.length));
    await this.click(value);
    if (opens) await (await this.page.$('dialog.filters .main')).click();
    return promised;
  }

  /// The shared visit: search, filter, a link with both, the other language.
  async explores(url) {
    await eventually(async () => assert.equal(await this.nFound(), 74));
    await this.search('preuve');
    const promised = await this.choose('ONUDC');
    assert.ok(promised > 0 && promised < 74);
    await eventually(async () => {
      assert.equal(await this.nFound(), promised);
      assert.equal(await this.nMarked(), promised);
      assert.match(this.page.url(), /\?q=preuve&actor=unodc$|\?actor=unodc&q=preuve$/);
    });
    // From elsewhere, so that it is a new page and not a move within this one.
    await this.page.goto('about:blank');
    await this.go(`${url}?actor=unodc&q=preuve#op30`);
    assert.equal(await this.nFound(), promised);
    assert.equal(await this.page.$eval('#search', (field) => field.value), 'preuve');
    await eventually(async () => {
      const [current, top, height] = await this.page.$eval('#op30', (element) => [
        element.getAttribute('aria-current'), element.getBoundingClientRect().top, innerHeight,
      ]);
      assert.equal(current, 'location');
      assert.ok(top >= 0 && top < height, `paragraph 30 is at ${top} of ${height}`);
    });
    await this.page.evaluate(() => scrollTo(0, 0));
    await this.page.select('#languages', 'en');
    await this.page.waitForSelector('html[lang="en"]');
    assert.match(await this.text('.tabs'), /Deadlines/);
    // And back: all pages from a disk may share one storage.
    await this.page.select('#languages', 'fr');
    await this.page.waitForSelector('html[lang="fr"]');
  }
}
