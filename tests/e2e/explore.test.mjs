// The main task on the bundled text: who is asked to do what, about what?
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('exploring the resolution', () => {
  const { visit } = site();
  const explorer = async (t, options) => new Explorer(await visit(t, options)).started();

  /// The page shows this number of matches and highlights these clauses.
  const finds = (explorer, n) =>
    eventually(async () => {
      assert.equal(await explorer.nFound(), n);
      assert.equal(await explorer.found.count(), n);
    });

  test('at first all clauses are there: 46 operative and 28 preambular ones', async (t) => {
    const page = await explorer(t);
    assert.equal(await page.nFound(), 74);
    assert.equal(await page.count('Partie', 'Dispositif'), 46);
    assert.equal(await page.count('Partie', 'Préambule'), 28);
  });

  test('each choice leaves what its number promised, and the address says it', async (t) => {
    const page = await explorer(t);
    const steps = [
      ['Acteurs', 'ONUDC', 'actor'],
      ['Verbes', 'Prie', 'action'],
      ['Thèmes', 'Assistance technique', 'topic'],
    ];
    let before = await page.nFound();
    for (const [i, [facet, name, key]] of steps.entries()) {
      if (facet === 'Thèmes') await page.find(facet, 'assistance tech');
      const promised = await page.count(facet, name);
      assert.ok(promised > 0 && promised < before, `${name} leaves ${promised} of ${before}`);
      await page.value(facet, name).click();
      await finds(page, promised);
      assert.equal(await page.value(facet, name).getAttribute('aria-pressed'), 'true');
      assert.deepEqual(page.question().map(([key]) => key), steps.slice(0, i + 1).map(([, , key]) => key));
      assert.equal(page.question()[i][0], key);
      before = promised;
    }
  });

  test('a value of the facet that was chosen in keeps its own number', async (t) => {
    const page = await explorer(t);
    const others = await page.count('Acteurs', 'États Membres');
    await page.value('Acteurs', 'ONUDC').click();
    await page.chip('ONUDC').waitFor();
    assert.equal(await page.count('Acteurs', 'États Membres'), others);
  });

  test('reloading shows the same again', async (t) => {
    const page = await explorer(t);
    const promised = await page.count('Acteurs', 'ONUDC');
    await page.value('Acteurs', 'ONUDC').click();
    await finds(page, promised);
    await page.page.reload();
    await page.started();
    await finds(page, promised);
    await page.chip('ONUDC').waitFor();
  });

  test('the back button takes back choice after choice, and the forward button makes them again', async (t) => {
    const page = await explorer(t);
    const all = await page.nFound();
    const one = await page.count('Acteurs', 'ONUDC');
    await page.value('Acteurs', 'ONUDC').click();
    await finds(page, one);
    const two = await page.count('Verbes', 'Prie');
    await page.value('Verbes', 'Prie').click();
    await finds(page, two);
    await page.page.goBack();
    await finds(page, one);
    await page.page.goBack();
    await eventually(async () => assert.equal(await page.nFound(), all));
    await page.page.goForward();
    await finds(page, one);
  });

  test('a link opens what its sender saw', async (t) => {
    const sender = await explorer(t);
    await sender.value('Acteurs', 'ONUDC').click();
    await sender.search.fill('preuve');
    await eventually(() => assert.match(sender.page.url(), /q=preuve/));
    const n = await sender.nFound();
    const receiver = await explorer(t, { path: new URL(sender.page.url()).search });
    await finds(receiver, n);
    assert.equal(await receiver.search.inputValue(), 'preuve');
  });

  test('a word without its accents finds the word with them, and marks it', async (t) => {
    const page = await explorer(t);
    await page.search.fill('numerique');
    await eventually(async () => assert.ok((await page.hits.count()) > 0));
    for (const hit of await page.hits.allInnerTexts()) assert.match(hit, /^numériques?$/i);
    assert.equal(await page.found.count(), await page.nFound());
  });

  test('one word finds its other forms, a phrase only itself', async (t) => {
    const page = await explorer(t);
    await page.search.fill('preuve');
    await eventually(async () => assert.ok((await page.hits.allInnerTexts()).includes('preuves')));
    await page.search.fill('"droits de l’homme"');
    await eventually(async () => {
      const hits = await page.hits.allInnerTexts();
      assert.ok(hits.length > 0);
      for (const hit of hits) assert.match(hit, /^droits de l’homme$/i);
    });
  });

  test('a value and its exclusion split the clauses', async (t) => {
    const page = await explorer(t);
    const all = await page.nFound();
    const promised = await page.count('Acteurs', 'ONUDC');
    await page.exclusion('Acteurs', 'ONUDC').click();
    await finds(page, all - promised);
    await page.chip('sauf ONUDC').click();
    await eventually(async () => assert.equal(await page.nFound(), all));
  });

  test('a value that would leave nothing stays in its place, and does nothing', async (t) => {
    const page = await explorer(t);
    const names = () => page.facet('Partie').getByRole('button', { name: /, \d/ }).allInnerTexts();
    const before = (await names()).length;
    await page.value('Verbes', 'Prie').click();
    await page.chip('Prie').waitFor();
    const barren = page.value('Partie', 'Préambule');
    assert.equal(await page.count('Partie', 'Préambule'), 0);
    assert.equal(await barren.getAttribute('aria-disabled'), 'true');
    assert.equal((await names()).length, before);
    const address = page.page.url();
    await barren.click({ force: true });
    assert.equal(page.page.url(), address);
  });

  test('values are sorted by number, by name or by strength, and the latter says whose scale it is', async (t) => {
    const { page } = await explorer(t);
    const verbs = page.getByRole('region', { name: 'Verbes' });
    const names = async () => {
      const labels = await verbs.locator('ul ul').first().locator('.name').allInnerTexts();
      return labels.map((label) => label.trim());
    };
    assert.equal(await verbs.getByRole('combobox').inputValue(), '0');
    assert.equal((await names())[0], 'Prie');
    await verbs.getByRole('combobox').selectOption('par nom');
    await eventually(async () => {
      const by_name = await names();
      assert.deepEqual(by_name, [...by_name].sort((a, b) => a.localeCompare(b, 'fr')));
    });
    await verbs.getByRole('combobox').selectOption('par degré d’exigence');
    const by_strength = await names();
    assert.ok(by_strength.indexOf('Demande') < by_strength.indexOf('Prie'), by_strength);
    assert.ok(by_strength.indexOf('Prie') < by_strength.indexOf('Encourage'), by_strength);
    await verbs.getByText('échelle de notre rédaction').waitFor();
    assert.equal(await verbs.getByRole('combobox').inputValue(), '2');
    // What is no verb has no strength.
    const orders = await page.getByRole('region', { name: 'Acteurs' }).getByRole('option').allInnerTexts();
    assert.deepEqual(orders, ['par fréquence', 'par nom']);
  });

  test('by frequency is by the numbers that are shown, whatever is asked', async (t) => {
    const { page } = await explorer(t, '?q=preuve');
    for (const facet of ['Acteurs', 'Verbes', 'Thèmes']) {
      const region = page.getByRole('region', { name: facet, exact: true });
      const counts = (await region.locator('[role=toolbar] > ul > li > .row .count').allInnerTexts()).map(Number);
      assert.ok(counts.length > 2 && counts[0] > 0, `${facet}: ${counts}`);
      assert.deepEqual(counts, [...counts].sort((one, other) => other - one), facet);
    }
  });

  test('all the values with some letters are chosen, or left out, at once', async (t) => {
    const page = await explorer(t);
    await page.find('Acteurs', 'États');
    const acteurs = page.facet('Acteurs');
    await acteurs.getByRole('button', { name: 'Choisir ces valeurs' }).click();
    await eventually(() => assert.deepEqual(page.question().map(([, value]) => value).sort(), ['member-states', 'states']));
    assert.equal(await page.nFound(), 15 + 1);
    await acteurs.getByRole('button', { name: 'Exclure ces valeurs' }).click();
    await eventually(() => assert.deepEqual(page.question().map(([key]) => key), ['actor!', 'actor!']));
    assert.equal(await page.nFound(), 74 - 16);
  });

  test('a regular expression finds what no word does, and says when it is not finished', async (t) => {
    const page = await explorer(t);
    await page.search.fill('/prie .* rapport/');
    await finds(page, 1);
    assert.deepEqual(await page.hits.allInnerTexts(), [
      'Prie également', ' le Secrétaire général de lui présenter, à sa soixante-quinzième session, un rapport',
    ]);
    assert.equal(await page.count('Acteurs', 'Secrétaire général'), 1);
    await page.search.fill('/prie (.* rapport/');
    await page.page.getByText('n’est pas complète').waitFor();
    // An invalid expression filters nothing.
    await eventually(async () => assert.equal(await page.nFound(), 74));
    await page.search.fill('/ETATS? [a-m]/');
    await page.page.waitForURL(/ETATS/);
    await eventually(async () => assert.ok((await page.nFound()) > 10));
    await page.page.reload();
    await page.started();
    await eventually(async () => assert.ok((await page.hits.count()) > 10));
    await page.choices.getByRole('button', { name: /ETATS/ }).click();
    await eventually(async () => assert.equal(await page.nFound(), 74));
  });

  test('thousands of hits are marked in steps, to the last paragraph', async (t) => {
    const { page } = await explorer(t);
    const counts = await page.evaluate(async () => {
      const body = document.querySelector('.body');
      const counts = [];
      new MutationObserver(() => counts.push(body.querySelectorAll('mark').length)).observe(body, { childList: true, subtree: true });
      const search = document.getElementById('search');
      search.value = '/[aeiou]/';
      search.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const last = [...body.querySelectorAll('.paragraph')].filter((paragraph) => paragraph.querySelector('.clause')).pop();
      while (!last.querySelector('mark')) await new Promise(requestAnimationFrame);
      return counts;
    });
    assert.ok(counts.length > 5, `in ${counts.length} steps`);
    assert.ok(Math.max(...counts) > 5000, `${Math.max(...counts)} marks`);
  });

  test('everything can be taken back at once', async (t) => {
    const page = await explorer(t, { path: '?actor=unodc&q=preuve' });
    const all = 74;
    await page.page.getByRole('button', { name: 'Tout effacer' }).click();
    await eventually(async () => assert.equal(await page.nFound(), all));
    assert.equal(await page.search.inputValue(), '');
    assert.deepEqual(page.question(), []);
  });

  test('without a margin a note opens where it is called and closes again', async (t) => {
    const page = await explorer(t, { viewport: { width: 1100, height: 800 } });
    const mark = page.page.locator('#op2').getByRole('button', { name: /^Note/ }).first();
    assert.equal(await page.page.locator('#op2 .note').isVisible(), false);
    await mark.click();
    await page.page.locator('#op2').getByRole('note').waitFor();
    assert.equal(await mark.getAttribute('aria-expanded'), 'true');
    await mark.click();
    await page.page.locator('#op2 .note').waitFor({ state: 'hidden' });
  });

  test('in the margin a note is beside the line that calls it, and notes do not overlap', async (t) => {
    const page = await explorer(t, { viewport: { width: 1440, height: 900 } });
    const [line, text] = await Promise.all(['#op2 sup', '#op2 > p'].map((part) => page.page.locator(part).first().boundingBox()));
    const note = await page.page.locator('#op2 .note').first().boundingBox();
    assert.ok(note.x >= text.x + text.width, `the note at ${note.x}, the text to ${text.x + text.width}`);
    assert.ok(Math.abs(note.y - line.y) < 40, `the note at ${note.y}, its mark at ${line.y}`);
    const notes = await page.page.locator('.note').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    // Of the ten one is called twice.
    assert.equal(notes.length, 11);
    for (const [n, { bottom }] of notes.slice(0, -1).entries()) assert.ok(bottom <= notes[n + 1].top, `note ${n + 1}`);
  });

  test('a link that asks for what the text does not have says so, and does the rest', async (t) => {
    const page = await explorer(t, { path: '?actor=zzz&actor=unodc' });
    const said = page.page.getByRole('alert').filter({ hasText: 'zzz' });
    await said.waitFor();
    assert.equal(await page.nFound(), 23);
    await page.value('Verbes', 'Prie').click();
    await said.waitFor({ state: 'detached' });
  });

  test('Enter in the search box goes to the next match', async (t) => {
    const page = await explorer(t);
    await page.search.fill('preuve');
    await page.page.locator('mark').first().waitFor();
    await page.search.press('Enter');
    const first = await page.page.locator('.clause[data-shade="found"]').first().getAttribute('id');
    await page.page.locator(`[id="${first}"] .phrase:focus`).waitFor();
    assert.equal(await page.page.locator('.suggestions').isVisible(), false);
  });

  test('a first question leads to the first clause that answers it', async (t) => {
    const page = await explorer(t);
    await page.page.getByRole('link', { name: 'Que doivent faire les États Membres' }).click();
    const first = page.page.locator('.clause[data-shade="found"]').first();
    await first.and(page.page.locator('[aria-current="location"]')).waitFor();
    await eventually(async () => {
      const { y, height } = await first.boundingBox();
      assert.ok(y > 100 && y + height < page.page.viewportSize().height, `at ${y}`);
    });
    assert.match(await page.page.title(), /^États Membres – A\/RES\/74\/175 – /);
    await page.page.goBack();
    await eventually(async () => assert.equal(await page.nFound(), 74));
  });

  test('a misspelled word is replaced by a similar one of the text', async (t) => {
    const page = await explorer(t);
    await page.search.fill('terorisme combatants');
    await page.page.getByRole('button', { name: /^terrorisme combattants\s: \d+ clauses/ }).click();
    await eventually(async () => assert.ok((await page.nFound()) > 0));
    assert.equal(await page.search.inputValue(), 'terrorisme combattants');
    // A value by another name than the text has for it, and a document that only a note cites.
    await page.search.fill('ONUDC');
    await page.page.locator('.empty').getByRole('button', { name: /^ONUDC — Acteurs/ }).waitFor();
    await page.search.fill('2396');
    await page.page.locator('.empty').getByRole('button', { name: /^S\/RES\/2396 \(2017\) — Renvois/ }).click();
    await page.page.locator('#pp1[aria-current="location"]').waitFor();
    await eventually(async () => assert.equal(await page.nFound(), 74));
  });

  test('a paragraph and a clause have a link of their own, which brings them into view', async (t) => {
    for (const place of ['op17', 'op1.2']) {
      const page = await explorer(t, { path: `#${place}` });
      const element = page.page.locator(`[id="${place}"]`);
      await eventually(async () => {
        const box = await element.boundingBox();
        const { height } = page.page.viewportSize();
        assert.ok(box.y < height && box.y + box.height > 0, `${place} is at ${box.y}`);
        assert.equal(await element.getAttribute('aria-current'), 'location');
      });
    }
  });

  test('on a phone, where what is out of sight is not laid out, a place comes into view and stays there', async (t) => {
    const linked = await explorer(t, { ...PHONE, path: '#op20' });
    const gone = await explorer(t, PHONE);
    await gone.page.keyboard.press('k');
    for (const [page, place] of [[linked.page, 'op20'], [gone.page, 'cl2']]) {
      const element = page.locator(`[id="${place}"][aria-current]`);
      await element.waitFor();
      // What comes near is laid out with the next frame.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const { y, height } = await element.boundingBox();
      assert.ok(y < 844 && y + height > 0, `${place} is at ${y}`);
    }
  });

  test('English is one click away and is remembered', async (t) => {
    const page = await explorer(t);
    await page.page.getByRole('combobox', { name: 'Langue de l’interface' }).selectOption('English');
    await page.page.getByRole('searchbox', { name: 'Search the text' }).waitFor();
    assert.equal(await page.page.locator('html').getAttribute('lang'), 'en');
    await page.page.reload();
    await page.started();
    await page.page.getByRole('searchbox', { name: 'Search the text' }).waitFor();
    assert.equal(await page.page.locator('article').first().getAttribute('lang'), 'fr');
  });

  test('on a phone the filters open over the text and close on what they found', async (t) => {
    const page = await explorer(t, PHONE);
    assert.equal(await page.filters.isVisible(), false);
    await page.openFilters.click();
    await page.filters.waitFor();
    const promised = await page.count('Acteurs', 'ONUDC');
    await page.value('Acteurs', 'ONUDC').click();
    await page.filters.getByRole('button', { name: /^Voir / }).click();
    await page.filters.waitFor({ state: 'hidden' });
    await finds(page, promised);
    assert.match(await page.openFilters.innerText(), /1/);
    const { scrollWidth, clientWidth } = await widths(page.page);
    assert.ok(scrollWidth <= clientWidth, 'the page is wider than the phone');
  });

  test('a broken link opens the page all the same', async (t) => {
    const page = await explorer(t, { path: '?actor=%FF&actor=martians&topic!=&q=%&%%%=1#nowhere' });
    assert.ok((await page.nFound()) >= 0);
  });
});

describe('with the keyboard alone', () => {
  const { visit } = site();

  test('every control of the filters is reached and works', async (t) => {
    const page = await new Explorer(await visit(t)).started();
    const { keyboard } = page.page;
    await keyboard.press('/');
    await eventually(async () => assert.ok(await page.search.evaluate((box) => box === document.activeElement)));
    await keyboard.type('preuve');
    await eventually(async () => assert.ok((await page.hits.count()) > 0));
    await keyboard.press('Escape');

    const onudc = page.value('Acteurs', 'ONUDC');
    const reached = () => onudc.evaluate((button) => button === document.activeElement);
    for (let i = 0; i < 60 && !(await reached()); i++) await keyboard.press('Tab');
    assert.ok(await reached(), 'the Tab key does not come to ONUDC');
    const promised = await page.count('Acteurs', 'ONUDC');
    await keyboard.press('Space');
    await eventually(async () => assert.equal(await page.nFound(), promised));
    assert.ok(await reached(), 'the focus is lost when a value is chosen');
  });

  test('letters typed into the search box are not commands', async (t) => {
    const page = await new Explorer(await visit(t)).started();
    await page.search.focus();
    await page.page.keyboard.type('jkn?/');
    assert.equal(await page.search.inputValue(), 'jkn?/');
    assert.equal(await page.page.getByRole('dialog').count(), 0);
  });

  test('Escape closes the help and gives the focus back', async (t) => {
    const page = await new Explorer(await visit(t)).started();
    const help = page.page.getByRole('button', { name: 'Aide' });
    await help.focus();
    await page.page.keyboard.press('Enter');
    const dialog = page.page.getByRole('dialog', { name: 'Aide' });
    await dialog.waitFor();
    await page.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.ok(await help.evaluate((button) => button === document.activeElement));
  });
});
