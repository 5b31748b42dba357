// Measures the time from a keystroke or a click to the next paint: `node tests/e2e/frame.mjs`, after scripts/build.
//
// In headless Chromium, on the bundled text, from the event's timestamp to the first frame with its result. A frame lasts
// 16.7 ms at 60 per second, so even an immediate result waits for the next one; the first figure is script and layout alone.
// After a keystroke the counts come first, and the text is marked a little later: the last figure.
import { serve } from '../../scripts/static-server.mjs';
import { DIST, launch } from './browser.mjs';

const WORDS = ['preuve', 'terror*', '"droits de l’homme"', 'coopération'];

const site = await serve(DIST);
const browser = await launch();
const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
await page.goto(site.url);
await page.locator('html[data-start="ready"]').waitFor({ state: 'attached' });
// The first search is not measured.
await page.getByRole('searchbox', { name: 'Rechercher dans le texte' }).fill('x');

const measured = await page.evaluate(async (words) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const field = document.getElementById('search');
  const times = { keystroke: [], click: [], marked: [] };
  // A letter every 150 ms is fast typing.
  const pause = () => new Promise((done) => setTimeout(done, 150));
  const take = async (kind, act) => {
    await painted();
    const start = performance.now();
    act();
    // Yew draws in a microtask; asking for a measure then makes the browser lay the page out.
    await Promise.resolve().then(() => {}).then(() => {});
    await new Promise((next) => queueMicrotask(next));
    document.body.getBoundingClientRect();
    const worked = performance.now() - start;
    times[kind].push([worked, (await painted()) - start]);
  };
  let changed = 0;
  new MutationObserver(() => (changed = performance.now())).observe(document.querySelector('.body'), {
    subtree: true,
    childList: true,
    attributes: true,
  });
  for (const word of words) {
    for (let n = 0; n <= word.length; n += 1) {
      await painted();
      const start = performance.now();
      await take('keystroke', () => {
        field.value = word.slice(0, n);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await pause();
      if (changed > start) {
        times.marked.push([changed - start, changed - start]);
      }
    }
  }
  field.value = '';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  for (const button of [...document.querySelectorAll('.choose:not([aria-disabled])')].slice(0, 12)) {
    await take('click', () => button.click());
    await take('click', () => button.click());
  }
  return times;
}, WORDS);
await browser.close();
site.close();

for (const [kind, times] of Object.entries(measured)) {
  const at = (column, share) => {
    const sorted = times.map((time) => time[column]).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1).padStart(6);
  };
  const line = (column) => `median ${at(column, 0.5)} ms, 95 of 100 below ${at(column, 0.95)} ms`;
  console.log(`${kind.padEnd(10)} worked ${line(0)}; painted ${line(1)} (${times.length} times)`);
}
