// The same selection as text, table, matrix, references and deadlines, each with its own link.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('views', () => {
  const { visit } = site();
  const explorer = async (t, path, options) => new Explorer(await visit(t, { path, ...options })).started();
  const view = (explorer, name) => explorer.page.getByRole('navigation', { name: 'Présentation' }).getByRole('link', { name });
  const rows = (explorer) => explorer.page.getByRole('table').locator('tbody tr');

  test('the table has a row for each clause found, and the question goes with it', async (t) => {
    const page = await explorer(t, '?actor=unodc');
    await view(page, 'Tableau').click();
    await eventually(async () => assert.equal(await rows(page).count(), 23));
    assert.deepEqual(page.question(), [['actor', 'unodc'], ['view', 'table']]);
    await page.page.goBack();
    await page.found.first().waitFor();
    assert.equal(await page.page.getByRole('table').count(), 0);
  });

  test('the head of the table stays below the bars while one scrolls', async (t) => {
    for (const [path, width] of [['?view=table', 1280], ['?view=table&actor=unodc', 1280], ['?view=table&actor=unodc', 1920]]) {
      const { page } = await explorer(t, path, { viewport: { width, height: 800 } });
      await page.locator('tbody tr').nth(9).evaluate((row) => scrollBy(0, row.getBoundingClientRect().top - 300));
      const edge = (selector, side) => page.locator(selector).first().evaluate((element, side) => element.getBoundingClientRect()[side], side);
      await eventually(async () => {
        const gap = (await edge('thead th', 'top')) - (await edge('main > .head', 'bottom'));
        assert.ok(Math.abs(gap) <= 2, `${path} at ${width}: ${gap}`);
      });
    }
  });

  test('on paper a cell has all of its topics', async (t) => {
    const { page } = await explorer(t, '?view=table&actor=unodc');
    await page.emulateMedia({ media: 'print' });
    const more = page.locator('tbody details').first();
    assert.equal(await more.locator('summary').isVisible(), false);
    assert.ok(await more.locator('bdi').first().isVisible());
  });

  test('in the picture of references every paragraph has its name', async (t) => {
    for (const options of [{}, PHONE]) {
      const { page } = await explorer(t, '?view=references', options);
      const picture = page.locator('.picture svg[role=img]');
      const [n, names] = await Promise.all([picture.locator('circle').count(), picture.locator('text').evaluateAll((all) =>
        all.map((name) => [name.getAttribute('text-anchor'), Number(name.getAttribute('y'))]))]);
      const own = names.filter(([anchor]) => anchor === 'end').map(([, y]) => y);
      assert.equal(own.length, n);
      assert.ok(own.every((y, at) => at === 0 || y - own[at - 1] >= 13), own.join());
    }
  });

  test('a click on a head sorts by it, a second one from its end, and the link says so', async (t) => {
    const page = await explorer(t, '?view=table');
    const verbs = async () => (await page.page.locator('tbody tr td:nth-child(2)').allInnerTexts()).map((verb) => verb.toLowerCase());
    const first = async () => (await verbs())[0];
    await page.page.getByRole('button', { name: 'Verbe' }).click();
    await eventually(async () => assert.match(await first(), /^affirm|^conscient|^consciente|^constat|^demande/));
    const up = await verbs();
    await page.page.getByRole('button', { name: 'Verbe' }).click();
    await page.page.locator('th[aria-sort="descending"]').waitFor();
    await eventually(async () => assert.notEqual(await first(), up[0]));
    assert.equal(await first(), up.at(-1));
    assert.ok(page.page.url().includes('sort=-verb'));
    await page.page.reload();
    await page.started();
    assert.equal(await first(), up.at(-1));
  });

  test('the table sorts by how strongly its verbs ask, and leaves out what is empty', async (t) => {
    const page = await explorer(t, '?view=table&action=prier&action=noter&action=inviter');
    const heads = async () => (await page.page.locator('thead th').allInnerTexts()).join(' ');
    await page.page.getByRole('button', { name: 'par degré d’exigence' }).click();
    const verbs = async () => (await page.page.locator('td.verb').allInnerTexts()).map((verb) => verb.toLowerCase());
    await eventually(async () => assert.match((await verbs())[0], /^prie|^invite/));
    assert.match((await verbs()).at(-1), /^note|^not/);
    await page.page.locator('th[aria-sort="descending"]').waitFor();
    assert.match(await heads(), /Destinataires/);
    // The head says that the strongest come first: a second click does not put the weakest there.
    await page.page.getByRole('button', { name: 'par degré d’exigence' }).click();
    await eventually(() => assert.equal(new URL(page.page.url()).searchParams.get('sort'), null));
    const preamble = await explorer(t, '?view=table&part=preamble');
    const empty = (await preamble.page.locator('thead th').allInnerTexts()).join(' ');
    assert.doesNotMatch(empty, /Échéance/);
  });

  test('rows that are copied are lines with a cell between tabs each', async (t) => {
    const page = await explorer(t, '?view=table&actor=unodc');
    assert.match(await rows(page).first().locator('th').innerText(), /^§\s\d+$|^préamb.\s\d+$/);
    const lines = await page.page.evaluate(() => {
      const trs = [...document.querySelectorAll('.table tbody tr')].slice(0, 4);
      const range = document.createRange();
      range.setStart(trs[0].firstChild.querySelector('a').firstChild, 0);
      range.setEnd(trs[3].lastChild, trs[3].lastChild.childNodes.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return getSelection().toString().split('\n');
    });
    assert.equal(lines.length, 4, lines.join('\n'));
    for (const line of lines) {
      assert.equal(line.split('\t').length, lines[0].split('\t').length, line);
      assert.doesNotMatch(line, /\p{Ll}\p{Lu}|\+\d/u);
    }
  });

  test('the other topics of a clause unfold', async (t) => {
    const page = await explorer(t, '?view=table');
    const call = page.page.locator('.table summary').first();
    assert.match(await call.getAttribute('aria-label'), /^\d+ de plus$/);
    const cell = page.page.locator('.table td', { has: page.page.locator('summary') }).first();
    const before = (await cell.innerText()).length;
    await call.click();
    await eventually(async () => assert.ok((await cell.innerText()).length > before));
  });

  test('on a phone each row is a card that needs no sideways scrolling', async (t) => {
    const page = await explorer(t, '?view=table&actor=unodc', PHONE);
    const table = page.page.locator('.table');
    const { scroll, client } = await table.evaluate((box) => ({ scroll: box.scrollWidth, client: box.clientWidth }));
    assert.ok(scroll <= client, `${scroll} px in ${client} px`);
    assert.equal(await page.page.getByRole('table').getByRole('row').count(), 24);
  });

  test('a place in the table leads to the clause in the text', async (t) => {
    const page = await explorer(t, '?view=table&actor=secretary-general');
    await rows(page).last().getByRole('link').click();
    await page.page.locator('#op30 [aria-current="location"]').waitFor();
    assert.ok(!page.page.url().includes('view='));
  });

  test('a cell of the matrix leads to as many clauses as it says', async (t) => {
    const page = await explorer(t, '?view=matrix&by=actor.verb');
    const cell = page.page.getByRole('link', { name: /^ONUDC, Prie\s?: / });
    const n = Number(await cell.innerText());
    await cell.click();
    await eventually(async () => assert.equal(await rows(page).count(), n));
    assert.deepEqual(page.question(), [['actor', 'unodc'], ['action', 'prier'], ['view', 'table'], ['by', 'actor.verb']]);
  });

  test('the matrix begins with few upright heads, and groups the many', async (t) => {
    const page = await explorer(t, '?view=matrix');
    const table = page.page.getByRole('table', { name: 'acteurs × types d’action' });
    const heads = await table.locator('thead th').allInnerTexts();
    assert.ok(heads.length <= 6, heads.join());
    assert.equal(await table.locator('thead th span').first().evaluate((head) => getComputedStyle(head).writingMode), 'horizontal-tb');
    assert.equal(await table.getByRole('rowheader', { name: 'sans destinataire' }).count(), 1);
    await page.page.getByLabel('En colonnes').selectOption('verb');
    const groups = page.page.getByRole('table', { name: 'acteurs × verbes' }).locator('thead .group');
    assert.deepEqual(await groups.allInnerTexts(), heads.slice(0, -1));
  });

  test('bars show by classes of action how each actor is spoken to', async (t) => {
    const page = await explorer(t, '?view=matrix');
    const bars = page.page.locator('.bars');
    await bars.getByRole('img', { name: 'Demander d’agir 12, Réaffirmer 2, Apprécier 1' }).waitFor();
    const widths = await bars.locator('li', { hasText: 'États Membres' }).locator('rect').evaluateAll((parts) =>
      parts.map((part) => part.getBoundingClientRect().width),
    );
    assert.equal(Math.round(widths[0] / widths[1]), 6);
    await page.page.getByLabel('En colonnes').selectOption('topic');
    await bars.waitFor({ state: 'detached' });
  });

  test('the sides of the matrix can be chosen, and change places rather than be the same', async (t) => {
    const page = await explorer(t, '?view=matrix&by=actor.verb');
    await page.page.getByLabel('En lignes').selectOption('verb');
    await page.page.getByRole('table', { name: 'verbes × acteurs' }).waitFor();
    assert.ok(page.page.url().includes('by=verb.actor'));
    await page.page.getByLabel('En colonnes').selectOption('part');
    await page.page.getByRole('table', { name: 'verbes × parties' }).waitFor();
    assert.equal(await page.page.getByLabel('En colonnes').inputValue(), 'part');
  });

  test('each document cited has its link and the places that cite it', async (t) => {
    const page = await explorer(t, '?view=references');
    await page.page.getByText('24 documents cités').waitFor();
    const entry = page.page.locator('.cited > div').filter({ hasText: 'A/RES/72/284' });
    assert.equal(await entry.getByRole('link', { name: 'A/RES/72/284' }).getAttribute('href'), 'https://undocs.org/fr/A/RES/72/284');
    await entry.getByRole('link', { name: '10e alinéa du préambule' }).click();
    await page.page.locator('#pp10[aria-current="location"]').waitFor();
  });

  test('the picture of the citations has a legend, and is mirrored in Arabic', async (t) => {
    const page = await explorer(t, '?view=references');
    const legend = page.page.locator('.picture figcaption li');
    assert.ok((await legend.allInnerTexts()).includes('Assemblée générale'));
    const x = async (page) => Number(await page.locator('.picture circle').first().getAttribute('cx'));
    const left = await x(page.page);
    const { page: arabic } = await explorer(t, '?view=references', { locale: 'ar' });
    assert.equal(await x(arabic), 640 - left);
  });

  test('what is due says when, by whom and where', async (t) => {
    const page = await explorer(t, '?view=due');
    await page.page.getByRole('heading', { name: '2020–2021' }).waitFor();
    assert.match(await page.page.locator('.due li').innerText(), /75e session.*paragraphe 30\s*Secrétaire général/s);
    const download = page.page.waitForEvent('download');
    await page.page.getByRole('button', { name: 'échéances pour un agenda' }).click();
    assert.match((await download).suggestedFilename(), /\.ics$/);
    await page.page.getByText('Enregistré').waitFor();
    await page.value('Acteurs', 'ONUDC').click();
    await page.page.getByText('Aucune échéance').waitFor();
  });

  test('a view begins at its title, however far down the text was read', async (t) => {
    const { page } = await explorer(t, '');
    await page.evaluate(() => scrollTo(0, 4000));
    await page.getByRole('link', { name: 'Matrice', exact: true }).click();
    await eventually(async () => {
      const { y } = await page.getByRole('heading', { name: 'Matrice' }).boundingBox();
      assert.ok(y > 0 && y < 400, `at ${y}`);
    });
    await page.goBack();
    await eventually(async () => assert.ok(await page.evaluate(() => scrollY) > 2000));
  });

  test('keys lead to the table, to the matrix and back to the text', async (t) => {
    const page = await explorer(t, '');
    await page.page.keyboard.press('t');
    await page.page.getByRole('heading', { level: 1, name: 'Tableau' }).waitFor();
    await page.page.keyboard.press('m');
    await page.page.getByRole('heading', { level: 1, name: 'Matrice' }).waitFor();
    await page.page.keyboard.press('m');
    await page.page.getByRole('heading', { level: 1, name: /^Assistance technique/ }).waitFor();
  });

  test('a value is suggested by its letters and takes the place of the words', async (t) => {
    const page = await explorer(t, '');
    await page.search.fill('secre');
    const suggested = page.page.getByRole('list', { name: 'Suggestions de filtres' }).getByRole('button');
    assert.match(await suggested.first().innerText(), /^Secrétaire général — Acteurs, 2\sclauses$/);
    await suggested.first().click();
    await page.chip('Secrétaire général').waitFor();
    assert.equal(await page.search.inputValue(), '');
    assert.deepEqual(page.question(), [['actor', 'secretary-general']]);
  });

  test('half a word that no clause has finds those that begin so', async (t) => {
    const page = await explorer(t, '?q=terrori');
    const n = await page.nFound();
    assert.ok(n > 0);
    await page.search.fill('terrori*');
    await page.search.press('Enter');
    await eventually(async () => assert.equal(await page.nFound(), n));
  });

  test('the map shows where the matches lie and leads to them', async (t) => {
    const page = await explorer(t, '?actor=secretary-general');
    const bars = page.page.locator('.map a');
    assert.equal(await bars.count(), await page.page.locator('.paragraph[data-shade="found"]').count());
    await bars.last().click();
    await page.page.locator('#op30[aria-current="location"]').waitFor();
  });

  test('on a phone no view is wider than the page', async (t) => {
    for (const name of ['table', 'matrix', 'references', 'due']) {
      const page = await explorer(t, `?view=${name}`, PHONE);
      const { scrollWidth, clientWidth } = await widths(page.page);
      assert.ok(scrollWidth <= clientWidth, `${name}: ${scrollWidth} px in ${clientWidth} px`);
    }
  });
});
