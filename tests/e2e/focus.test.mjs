// The keyboard: the focus is never lost, each list of values is one tab stop, and expandable elements report their state.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';

const VIEWS = ['table', 'matrix', 'references', 'due', 'brief', 'questions', 'annotations', 'library', 'method'];

describe('the focus', () => {
  const { visit } = site();
  const explorer = async (t, path = '', options) => new Explorer(await visit(t, { path, ...options })).started();
  const focused = (page) => page.evaluate(() => document.activeElement.tagName);
  const has = (locator) => eventually(async () => assert.ok(await locator.evaluate((element) => element === document.activeElement)));

  test('is where the next chip is when one is removed, and on the page when the last one is', async (t) => {
    const explored = await explorer(t, '?actor=unodc&action=prier');
    const chips = explored.page.locator('.chips .chip');
    await chips.first().focus();
    await explored.page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await chips.count(), 1));
    await has(chips.first());
    await explored.page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await chips.count(), 0));
    await eventually(async () => assert.notEqual(await focused(explored.page), 'BODY'));
  });

  test('stays at the star, and goes back to the clause when its analysis is closed', async (t) => {
    const { page } = await explorer(t, '#op5.1');
    const star = page.locator('.annotate .star');
    await star.focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await star.getAttribute('aria-pressed'), 'true'));
    await has(star);
    await page.keyboard.press('Escape');
    await page.locator('.annotate').waitFor({ state: 'detached' });
    await has(page.locator('[id="op5.1"] .phrase'));
    await page.keyboard.press('Enter');
    await page.locator('.analysis .close').focus();
    await page.keyboard.press('Enter');
    await has(page.locator('[id="op5.1"] .phrase'));
  });

  test('goes on Escape from the search box to its form, and from a note to its clause', async (t) => {
    const { page } = await explorer(t, '#op5.1');
    await page.locator('#search').focus();
    await page.keyboard.press('Escape');
    await has(page.getByRole('search'));
    await page.locator('.annotate textarea').focus();
    await page.keyboard.press('Escape');
    await has(page.locator('[id="op5.1"] .phrase'));
  });

  test('goes from the search box through what is suggested by the arrow keys, and back', async (t) => {
    const { page, search } = await explorer(t);
    await search.fill('drogue');
    await page.locator('.search .suggestion').nth(1).waitFor();
    const at = () => page.evaluate(() => [...document.querySelectorAll('#search, .suggestion')].indexOf(document.activeElement));
    for (const [key, to] of [['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1], ['ArrowUp', 0]]) {
      await page.keyboard.press(key);
      assert.equal(await at(), to, key);
    }
  });

  test('goes by f to the first value of the filters, from which the arrow keys go on', async (t) => {
    const { page } = await explorer(t);
    await page.keyboard.press('f');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.side .choose')));
  });

  test('stays at the button that folds a list of values', async (t) => {
    const { page } = await explorer(t);
    const fold = page.locator('.facet .fold').first();
    await fold.focus();
    const open = await fold.getAttribute('aria-expanded');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.notEqual(await fold.getAttribute('aria-expanded'), open));
    await has(fold);
  });

  test('stops once at each list of values, in which the arrow keys go on', async (t) => {
    const explored = await explorer(t);
    const { page } = explored;
    for (const list of await page.locator('[role=toolbar]').all()) {
      assert.equal(await list.locator('button:not([tabindex="-1"])').count(), 1);
    }
    const [first, second] = [explored.value('Acteurs', 'ONUDC'), explored.value('Acteurs', 'États Membres')];
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await has(second);
    await page.keyboard.press('ArrowRight');
    await has(explored.exclusion('Acteurs', 'États Membres'));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await explored.chip('États Membres').waitFor();
    await has(second);
    await page.keyboard.press('Home');
    await has(first);
    // The Tab key comes back to where it left.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await has(second);
    let n = 0;
    await page.evaluate(() => document.activeElement.blur());
    await page.locator('.skip').focus();
    for (; n < 40 && !(await page.evaluate(() => document.activeElement.closest('.views'))); n++) await page.keyboard.press('Tab');
    assert.ok(n < 30, `${n} stops before the tabs`);
  });

  test('goes from the search of a facet to its values, and Enter takes the only one', async (t) => {
    const explored = await explorer(t);
    const search = explored.facet('Acteurs').getByRole('searchbox');
    await search.fill('et');
    await search.press('ArrowDown');
    await eventually(async () => assert.match(await explored.page.evaluate(() => document.activeElement.className), /choose/));
    await search.fill('secrétaire général');
    await explored.value('Acteurs', 'Secrétaire général').waitFor();
    await eventually(async () => assert.equal(await explored.facet('Acteurs').locator('.choose').count(), 1));
    await search.press('Enter');
    await explored.chip('Secrétaire général').waitFor();
  });

  test('matches are exposed to those who do not see them', async (t) => {
    const explored = await explorer(t, '?actor=unodc');
    assert.equal(await explored.page.getByRole('mark').count(), await explored.nFound());
  });

  test('what opens says whether it is open', async (t) => {
    const { page } = await explorer(t);
    for (const name of ['Réglages', 'Aide']) {
      const button = page.getByRole('button', { name });
      assert.equal(await button.getAttribute('aria-expanded'), 'false');
      await button.click();
      await eventually(async () => assert.equal(await page.locator(`button[aria-haspopup][aria-expanded="true"]`).count(), 1));
      await page.keyboard.press('Escape');
      await eventually(async () => assert.equal(await button.getAttribute('aria-expanded'), 'false'));
    }
  });

  test('no heading is deeper by two than the one before', async (t) => {
    for (const path of ['', '?actor=unodc#op5.1', ...VIEWS.map((view) => `?view=${view}`)]) {
      const { page } = await explorer(t, path);
      const levels = await page.locator('h1, h2, h3, h4').evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1])));
      for (const [n, level] of levels.slice(1).entries()) assert.ok(level <= levels[n] + 1, levels.join());
      assert.equal(levels.filter((level) => level === 1).length, 1);
      assert.equal(levels[0], 1, `${path}: ${levels.join()}`);
    }
  });

  test('that the analysis of a clause has opened is said, and of which', async (t) => {
    const { page } = await explorer(t);
    const said = page.locator('.opened[aria-live]');
    assert.equal(await said.innerText(), '');
    await page.locator('[id="op5.1"] .phrase').click();
    await eventually(async () => assert.match(await said.innerText(), /^Analyse de la clause\s: paragraphe 5$/));
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await said.innerText(), ''));
  });
});

describe('from match to match', () => {
  const { visit } = site();
  const explorer = async (t, path = '', options) => new Explorer(await visit(t, { path, ...options })).started();
  const inView = (page) =>
    page.locator('.clause[id][data-shade="found"]').evaluateAll((all) =>
      all.some((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return bottom > 130 && top < innerHeight;
      }));

  test('a value that is chosen shows a result', async (t) => {
    const explored = await explorer(t);
    assert.equal(await inView(explored.page), false);
    await explored.value('Acteurs', 'Secrétaire général').click();
    await explored.chip('Secrétaire général').waitFor();
    await eventually(async () => assert.ok(await inView(explored.page)));
  });

  test('which match the reader is at is always said, and where the next one is', async (t) => {
    const { page } = await explorer(t, '?actor=unodc');
    const position = page.locator('.position');
    await eventually(async () => assert.match(await position.innerText(), /^1 sur 23/));
    await page.locator('#op9').evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await eventually(async () => assert.match(await position.innerText(), /^[6-9] sur 23/));
    await page.evaluate(() => scrollTo(0, 0));
    await eventually(async () => assert.match(await position.innerText(), /^1 sur 23\s: §\s1\s↓/));
    await position.getByRole('button').click();
    await page.locator('[id="op1.2"][aria-current]').waitFor();
  });

  test('views that list matches say which one they are at, and the steps go in their order', async (t) => {
    for (const [path, row] of [
      ['?actor=unodc&view=table&sort=-place', 'tr'],
      ['?actor=unodc&view=brief', '.brief li'],
      ['?actor=unodc&actor=member-states&view=brief&group=actor', '.brief li'],
    ]) {
      const { page } = await explorer(t, path);
      const number = page.locator('.position');
      // A clause that is listed twice is counted once.
      const ids = await page.locator(`${row}[id]`).evaluateAll((all) => all.map(({ id }) => id));
      assert.ok(ids.length >= 2 && new Set(ids).size === ids.length, `${path}: ${ids}`);
      await eventually(async () => assert.match(await number.innerText(), new RegExp(`^1 sur ${ids.length}\\b`)));
      for (const n of [1, 2, 3].slice(0, ids.length)) {
        await page.keyboard.press('n');
        await page.locator(`${row}[aria-current][id="${ids[n - 1]}"]`).waitFor();
        await eventually(async () => assert.match(await number.innerText(), new RegExp(`^${n} sur ${ids.length}\\b`)));
      }
    }
  });

  test('from the references and the matrix, a step leads to the match in the text', async (t) => {
    for (const view of ['references', 'matrix']) {
      const { page } = await explorer(t, `?actor=unodc&view=${view}`);
      await eventually(async () => assert.match(await page.locator('.position').innerText(), /^1 sur 23\s: §\s1\s↓/));
      await page.keyboard.press('n');
      await page.locator('.clause[aria-current][data-shade="found"]').waitFor();
    }
  });

  test('where nothing matches, neither steps nor the rest nor a print of the matches are offered', async (t) => {
    const { page } = await explorer(t, '?actor=unodc&q=zzzzz');
    await page.locator('.empty').waitFor();
    assert.equal(await page.locator('.found :is(.steps, .position, .switch)').count(), 0);
    assert.deepEqual(await page.getByRole('button', { name: /^Imprimer/ }).allInnerTexts(), ['Imprimer tout le texte']);
  });

  test('where the document has no match, the way to the one that has is shown', async (t) => {
    const { page } = await explorer(t, '?view=library', { locale: 'en-GB' });
    const text = await readFile(new URL('../golden/en/lighthouses-twin.txt', import.meta.url));
    await page.locator('[data-action=open] input').setInputFiles([{ name: 'en.txt', mimeType: 'text/plain', buffer: text }]);
    await page.locator('.library tbody tr').nth(1).waitFor();
    await page.locator('.library tbody a').filter({ hasText: 'A/RES/74/175' }).click();
    await page.getByRole('radio', { name: /^whole library/ }).check();
    await page.locator('#search').fill('lighthouses');
    const way = page.locator('.position').getByRole('button');
    await eventually(async () => assert.match(await way.innerText(), /^1 of \d+: \S+\s↓$/));
    await way.click();
    await page.locator('.clause[aria-current][data-shade="found"]').waitFor();
  });

  test('below the last paragraph, the next match is the first one, and it is said', async (t) => {
    const { page } = await explorer(t, '?actor=unodc#op3.2');
    await page.locator('[id="op3.2"][aria-current]').waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await eventually(async () => assert.equal(await page.locator('.match-number').innerText(), ''));
    await page.keyboard.press('n');
    await page.locator('[id="op1.2"][aria-current]').waitFor();
    await eventually(async () => assert.match(await page.locator('.match-number').innerText(), /^1 sur 23 .*reprend/));
  });

  test('the next match is the one after what is in view, and a start from the other end is said', async (t) => {
    const { page } = await explorer(t, '?actor=unodc');
    await page.locator('#op15').evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.keyboard.press('n');
    const at = await page.locator('.clause[aria-current]').getAttribute('id');
    assert.ok(Number(/^op(\d+)/.exec(at)[1]) >= 14, at);
    await page.locator('#op30').evaluate((element) => element.scrollIntoView({ block: 'start' }));
    // Few are left before the end; each step is said before the next.
    const number = page.locator('.match-number');
    let said = '';
    for (let step = 0; step < 23 && !/reprend/.test(said); step += 1) {
      const before = said;
      await page.keyboard.press('n');
      await eventually(async () => {
        said = await number.innerText();
        assert.ok(said !== '' && said !== before, said);
      });
    }
    assert.match(said, /reprend/);
  });
});
