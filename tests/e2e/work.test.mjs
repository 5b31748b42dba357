// Working with matches: marks, saved questions, the brief, deadlines.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer, number } from './explorer.mjs';

const { visit } = site();
const open = async (t, options) => (await new Explorer(await visit(t, options)).started()).page;
const nFound = async (page) => number(await page.locator('.found [role="status"]:not(.match-number)').textContent());
const second = `A/RES/75/9

Resolution adopted by the General Assembly on 18 December 2020

The General Assembly,

1. Requests the Secretary-General to report to it every year;

2. Encourages Member States to cooperate against trafficking;

3. Requests the United Nations Office on Drugs and Crime to report by 31 December 2099.
`;
const add = async (page, text) => {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.items.add(new File([words], 'second.txt'));
    document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, text);
  await page.locator('.report-lines [data-outcome="read"]').waitFor({ timeout: 120_000 });
  await page.locator('.report-head button').click();
};
const addSecond = (page) => add(page, second);
const withParagraphs = (...paragraphs) => second.replace(/1\. Requests[^]*/, paragraphs.map((words, n) => `${n + 1}. ${words};\n`).join('\n'));

describe('marks of work', () => {
  test('a clause is marked, by a key too, and the mark is there on the next visit', async (t) => {
    const page = await open(t);
    await page.locator('[id="op5.1"] .phrase').click();
    const mark = (name) => page.locator('.marks').getByRole('button', { name, exact: true });
    await mark('à traiter').click();
    await page.locator('[id="op5.1"] .own[data-mark="to-do"]').waitFor();
    await page.keyboard.press('r');
    await page.locator('[id="op5.1"] .own[data-mark="reviewed"]').waitFor();
    await page.reload();
    await page.locator('[id="op5.1"] .own[data-mark="reviewed"]').waitFor();
    await mark('traité').click();
    await eventually(async () => assert.equal(await page.locator('.own').count(), 0));
  });

  test('with Shift all matches since the clause marked last are marked, and unmarked again', async (t) => {
    const page = await open(t, { path: '?actor=unodc' });
    const ids = await page.evaluate(() => [...document.querySelectorAll('.clause[data-found], .clause')].map((clause) => clause.id));
    const mark = (name) => page.locator('.marks').getByRole('button', { name, exact: true });
    await page.locator('[id="op5.1"] .phrase').click();
    await mark('traité').click();
    await page.locator('[id="op5.1"] .own[data-mark="reviewed"]').waitFor();
    assert.ok(ids.indexOf('op9.1') > ids.indexOf('op5.1'));
    await page.locator('[id="op9.1"] .phrase').click();
    await mark('traité').click({ modifiers: ['Shift'] });
    await page.locator('[id="op9.1"] .own[data-mark="reviewed"]').waitFor();
    const n = await page.locator('.own[data-mark="reviewed"]').count();
    assert.ok(n > 2, `${n}`);
    // What is not found stays as it is.
    const outside = await page.locator('.clause:not(:has(.own))').evaluateAll((all) => all.map((clause) => clause.id));
    assert.ok(outside.includes('op4.1') && outside.includes('op10.1'), outside.join());
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await eventually(async () => assert.equal(await page.locator('.own[data-mark="reviewed"]').count(), 1));
  });

  test('all matches are marked at once, counted, filtered by, and unmarked again', async (t) => {
    const page = await open(t, { path: '?actor=unodc&view=annotations' });
    const n = await nFound(page);
    await page.locator('.marks').getByRole('button', { name: 'traité', exact: true }).click();
    await eventually(async () => assert.equal(await page.locator('.annotations li').count(), n));
    await page.getByText(`traité : ${n} sur ${n}`).waitFor();
    await page.locator('.chips').getByRole('button', { name: /^Retirer/ }).first().click();
    await eventually(async () => assert.ok((await nFound(page)) > n));
    await page.getByText(`traité : ${n} sur ${await nFound(page)}`).waitFor();
    await new Explorer(page).exclusion('Mes annotations', 'traité').click();
    await eventually(() => assert.match(page.url(), /annotation!=reviewed/));
    await page.goBack();
    await page.goBack();
    await page.locator('.marks').getByRole('button', { name: 'à traiter', exact: true }).click();
    await page.getByText(`à traiter (${n})`).waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await eventually(async () => assert.equal(await page.getByText(`à traiter (${n})`).count(), 0));
    await page.getByText(`traité : ${n} sur ${n}`).waitFor();
  });
});

describe('undoing marks', () => {
  test('goes back step by step, and leaves what was written since', async (t) => {
    const page = await open(t, { path: '?view=annotations' });
    const mark = (name) => page.locator('.marks').getByRole('button', { name, exact: true }).click();
    const records = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('annotation ')).length);
    await page.goto(`${page.url().split('?')[0]}?actor=unodc`);
    await page.locator('[id="op5.1"] .phrase').click();
    await mark('à traiter');
    await mark('traité');
    await page.locator('[id="op5.1"] .own[data-mark="reviewed"]').waitFor();
    await page.locator('.annotate textarea').fill('reste');
    const undo = page.getByRole('button', { name: 'Annuler', exact: true });
    await undo.click();
    await page.locator('[id="op5.1"] .own[data-mark="to-do"]').waitFor();
    await undo.click();
    await eventually(async () => assert.equal(await page.locator('.own[data-mark]').count(), 0));
    assert.equal(await undo.count(), 0);
    assert.equal(await page.locator('.annotate textarea').inputValue(), 'reste');
    await eventually(async () => assert.equal(await records(), 1));
  });
});

describe('saved questions', () => {
  test('several that were deleted are put back in their places, and stay', async (t) => {
    const page = await open(t, { path: '?view=questions' });
    await page.locator('.questions textarea').fill('Un\tterrorisme\nDeux\tprison\nTrois\trapport');
    await page.locator('.questions').getByRole('button', { name: 'Ajouter la liste' }).click();
    const names = page.locator('.questions tbody th');
    await eventually(async () => assert.equal(await names.count(), 3));
    const all = await names.allInnerTexts();
    await page.locator('.questions tbody .remove').first().click();
    await eventually(async () => assert.equal(await names.count(), 2));
    await page.locator('.questions tbody .remove').last().click();
    await page.getByText('Question supprimée : Trois').waitFor();
    const undo = page.locator('.questions').getByRole('button', { name: 'Annuler le retrait' });
    await undo.click();
    await page.getByText('Question supprimée : Un').waitFor();
    await undo.click();
    await eventually(async () => assert.deepEqual(await names.allInnerTexts(), all));
    assert.equal(await undo.count(), 0);
    await page.reload();
    await eventually(async () => assert.equal(await names.count(), 3));
  });

  test('a question is saved under a name, persists, is asked by a click and deleted', async (t) => {
    const page = await open(t, { path: '?actor=unodc&view=questions' });
    const n = await nFound(page);
    await page.getByLabel('Nom de la question en cours').fill('Office & drogues');
    await page.keyboard.press('Enter');
    const row = page.locator('.questions tbody tr');
    await eventually(async () => assert.equal(await row.count(), 1));
    await page.goto(`${page.url().split('?')[0]}?view=questions`);
    await new Explorer(page).started();
    assert.equal(number(await row.locator('.count').first().innerText()), n);
    await row.getByRole('link', { name: 'Office & drogues' }).click();
    await eventually(() => assert.match(page.url(), /actor=unodc.*view=table/));
    await page.goBack();
    await row.getByRole('button').click();
    await eventually(async () => assert.equal(await row.count(), 0));
  });

  test('a list of thirty questions has a count for each document, which leads to its clauses', async (t) => {
    const page = await open(t, { path: '?view=questions' });
    await addSecond(page);
    const words = ['terrorisme', 'report', 'trafficking', 'prison*', ...Array.from({ length: 26 }, (_, n) => `rien${n}`)];
    await page.locator('.questions textarea').fill(words.map((word, n) => `Question ${n}\t${word}`).join('\n'));
    await page.locator('.questions').getByRole('button', { name: 'Ajouter la liste' }).click();
    const rows = page.locator('.questions tbody tr');
    await eventually(async () => assert.equal(await rows.count(), 30));
    assert.equal(await page.locator('.questions thead th').count(), 4);
    const cells = await rows.nth(1).locator('.count').allInnerTexts();
    assert.deepEqual(cells, ['2', '0', '2']);
    await rows.nth(1).locator('.count a').last().click();
    await eventually(async () => assert.equal(await nFound(page), 2));
    assert.match(page.url(), /in=this/);
    await page.getByText('every year').first().waitFor();
  });

  test('an actor’s name in a list filters by that actor, and a link is named after its values', async (t) => {
    const page = await open(t, { path: '?view=questions' });
    await page.locator('.questions textarea').fill('UNODC\nhttps://example.org/?actor=member-states&q=terror*');
    await page.locator('.questions').getByRole('button', { name: 'Ajouter la liste' }).click();
    const rows = page.locator('.questions tbody tr');
    await eventually(async () => assert.equal(await rows.count(), 2));
    assert.deepEqual(await rows.locator('th').allInnerTexts(), ['UNODC', 'États Membres · terror*']);
    assert.match(await rows.first().getByRole('link', { name: 'UNODC' }).getAttribute('href'), /actor=unodc/);
  });

  test('a regular expression is counted too, and one that cannot be read says so', async (t) => {
    const page = await open(t, { path: '?view=questions' });
    await page.locator('.questions textarea').fill('Terrorisme\t/terroris(me|tes)/\nFaux\t/(?=a)b/\nMots\trapport');
    await page.locator('.questions').getByRole('button', { name: 'Ajouter la liste' }).click();
    const count = page.locator('.questions tbody tr').first().locator('.count').first();
    await eventually(async () => assert.match(await count.innerText(), /^[1-9]\d*$/));
    const n = number(await count.innerText());
    await page.locator('.questions tbody tr').nth(1).locator('small').waitFor();
    // When documents are added, the questions are evaluated again.
    await addSecond(page);
    await page.locator('.questions textarea').fill('Both\t/report|terroris(me|tes)/');
    await page.locator('.questions').getByRole('button', { name: 'Ajouter la liste' }).click();
    const cells = () => page.locator('.questions tbody tr').nth(3).locator('.count').allInnerTexts();
    await eventually(async () => assert.equal((await cells()).at(-1), '2'));
    assert.equal(number((await cells())[0]), n + 2);
    await count.locator('a').click();
    await eventually(async () => assert.equal(await nFound(page), n));
  });

  test('every document can have a column, and all have one in the file', async (t) => {
    const page = await open(t, { path: '?view=questions', acceptDownloads: true });
    await page.evaluate((words) => {
      const data = new DataTransfer();
      for (let n = 1; n <= 20; n++) data.items.add(new File([words.replace('75/9', `75/${n + 100}`).replace('every year', `on ${n}`)], `${n}.txt`));
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    }, second);
    await eventually(async () => assert.equal(await page.locator('.report-lines [data-outcome="read"]').count(), 20));
    await page.locator('.report-head button').click();
    await page.locator('.questions textarea').fill('=Report\treport');
    await page.locator('.questions').getByRole('button', { name: 'Ajouter la liste' }).click();
    const heads = page.locator('.questions thead bdi');
    await eventually(async () => assert.equal(await heads.count(), 12));
    const first = await heads.allInnerTexts();
    const choice = page.locator('.questions select');
    assert.deepEqual(await choice.locator('option').allInnerTexts(), ['1–12', '13–20', '1–20']);
    await choice.selectOption('13–20');
    await eventually(async () => assert.equal(await heads.count(), 8));
    assert.ok((await heads.allInnerTexts()).every((name) => !first.includes(name)));
    await choice.selectOption('1–20');
    await eventually(async () => assert.equal(await heads.count(), 20));
    const download = page.waitForEvent('download');
    await page.locator('.questions').getByRole('button', { name: /CSV/ }).click();
    const file = await download;
    assert.match(file.suggestedFilename(), /^dispositif-questions-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n').map((line) => line.split(';'));
    const n_documents = lines[0].filter((name) => /^A\/RES/.test(name)).length;
    assert.ok(n_documents >= 21, lines[0].join());
    assert.deepEqual(lines[1].slice(0, 2), ["'=Report", 'text=report']);
    assert.equal(lines[1][3], '40');
    assert.equal(lines[0].length, lines[1].length);
    assert.match(lines[1].at(-1), /^dispositif \d/);
  });
});

describe('the brief', () => {
  test('has the strongest of thousands of clauses, wherever they are', async (t) => {
    const page = await open(t, { path: '?view=brief' });
    const weak = Array.from({ length: 950 }, (_, n) => `Takes note of item ${n}, welcomes plan ${n}, notes list ${n}, recalls text ${n}, welcomes fund ${n}, and takes note of term ${n}`);
    await add(page, withParagraphs(...weak, 'Decides to establish the Fund of the Rivers'));
    await page.locator('.brief h2').first().waitFor();
    await page.locator('.brief').getByText('to establish the Fund of the Rivers').waitFor({ timeout: 30_000 });
    assert.match(await page.locator('.brief .hint').nth(1).innerText(), /500 plus exigeantes, sur 5\d{3}/);
  });

  test('says by strength what is asked, of which document, and calls the scale ours', async (t) => {
    const page = await open(t, { path: '?actor=unodc&view=brief' });
    await page.getByText(/échelle de notre rédaction/).first().waitFor();
    const n = await nFound(page);
    await eventually(async () => assert.equal(await page.locator('.brief li').count(), n));
    const counts = (await page.locator('.brief h2 small').allInnerTexts()).map(Number);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), n);
    await page.locator('.brief').getByRole('radio').last().check();
    await eventually(() => assert.match(page.url(), /group=topic/));
    await page.locator('.brief h3').first().waitFor();
    await page.locator('.brief .place a').first().click();
    await eventually(() => assert.match(page.url(), /#(op|pp)/));
  });
});

describe('the table of several documents', () => {
  test('gives most of its room to the words, however many rows it has', async (t) => {
    const page = await open(t, { path: '?view=table', viewport: { width: 1280, height: 800 } });
    const long = Array.from({ length: 130 }, (_, n) => `${n + 1}. Requests the Secretary-General to report on matter ${n + 1} to Member States;`);
    await page.evaluate((words) => {
      const data = new DataTransfer();
      data.items.add(new File([words], 'long.txt'));
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    }, second.replace(/1\. Requests[^]*/, long.join('\n\n')));
    await page.locator('.report-lines [data-outcome="read"]').waitFor({ timeout: 30_000 });
    await page.locator('.table .long').waitFor();
    const widths = await page.locator('.table tbody tr').first().locator('th, td').evaluateAll((all) =>
      all.map((one) => [one.className, one.getBoundingClientRect().width]));
    const of_words = widths.find(([name]) => name === 'said')[1];
    for (const [name, width] of widths) assert.ok(name === 'said' || width < of_words / 2, JSON.stringify(widths));
  });
});

describe('two actors', () => {
  test('have their clauses side by side, by strength, each as many as its filter leaves', async (t) => {
    const page = await open(t, { path: '?actor=unodc&actor=member-states' });
    await page.locator('.chips').getByRole('link', { name: 'Acteurs côte à côte' }).click();
    await page.locator('.beside').first().waitFor();
    const columns = await page.locator('.beside').first().locator('section').evaluateAll((all) =>
      all.map((one) => ({ name: one.querySelector('bdi').textContent, x: one.getBoundingClientRect().x })));
    assert.deepEqual(columns.map(({ name }) => name), ['ONUDC', 'États Membres']);
    assert.ok(columns[0].x < columns[1].x);
    for (const [at, expected] of [23, 15].entries()) {
      const counts = await page.locator(`.beside > :nth-child(${at + 1}) h3 small`).allInnerTexts();
      assert.equal(counts.map(Number).reduce((sum, count) => sum + count, 0), expected);
      assert.equal(await page.locator(`.beside > :nth-child(${at + 1}) li`).count(), expected);
    }
    await page.reload();
    await page.locator('.beside').first().waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    const [one, other] = await page.locator('.beside').first().locator('section').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
    assert.equal(one, other);
  });
});

describe('a cited document that is in the library', () => {
  test('gives its title where it is cited', async (t) => {
    const page = await open(t);
    await add(page, withParagraphs('Recalls its resolution 74/175 of 18 December 2019', 'Recalls its resolution 74/1'));
    await page.goto(`${page.url().split('?')[0]}?view=library`);
    await page.getByRole('link', { name: 'A/RES/75/9' }).click();
    const title = (words) => page.locator('.body a.reference', { hasText: words }).getAttribute('title');
    await eventually(async () => assert.match(await title('74/175'), /^A\/RES\/74\/175 .*\s: Assistance technique/));
    assert.match(await title(/74\/1$/), /^A\/RES\/74\/1 sur le site de l’ONU$/);
  });
});

describe('metadata', () => {
  test('programs that collect references find those of the document shown', async (t) => {
    const page = await open(t);
    const said = () =>
      page.evaluate(() => ({
        ...Object.fromEntries([...document.querySelectorAll('meta[data-of-document]')].map((meta) => [meta.name, meta.content])),
        json: JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent),
      }));
    const first = await said();
    // Also for those that run no scripts.
    const served = await (await page.request.get(page.url())).text();
    assert.match(served, /<meta [^>]*A\/RES\/74\/175[^>]*citation_technical_report_number/);
    assert.match(served, /<meta [^>]*2019-12-18[^>]*DC\.date/);
    assert.match(served, /<script [^>]*application\/ld\+json[^>]*>\{"@context":"https:\/\/schema.org","@type":"Legislation"/);
    assert.equal(first.citation_technical_report_number, 'A/RES/74/175');
    assert.equal(first['DC.date'], '2019-12-18');
    assert.equal(first.json['@type'], 'Legislation');
    assert.match(first.json.name, /terrorisme/);
    await addSecond(page);
    await page.goto(`${page.url().split('?')[0]}?view=library`);
    await page.getByRole('link', { name: 'A/RES/75/9' }).click();
    await eventually(async () => assert.equal((await said())['DC.identifier'], 'A/RES/75/9'));
    assert.equal(await page.locator('meta[name="DC.identifier"]').count(), 1);
  });
});

describe('deadlines', () => {
  test('are open, recurring or past, over all documents, with a line for today', async (t) => {
    const page = await open(t, { path: '?view=due' });
    await addSecond(page);
    await page.locator('.due').getByText('31 décembre 2099').waitFor();
    const headings = await page.locator('.due h2').allInnerTexts();
    assert.match(headings.join('|'), /^À venir.*\|Récurrentes.*\|Passées/);
    await page.locator('.picture .today').waitFor({ state: 'attached' });
  });

  test('are grouped by those who must deliver, and the steps go through each clause once', async (t) => {
    const page = await open(t, { path: '?part=operative&view=due' });
    await add(page, withParagraphs(
      'Requests the Secretary-General to report every year',
      'Requests the United Nations Office on Drugs and Crime and the Secretary-General to report by 31 December 2099',
      'Requests the United Nations Office on Drugs and Crime to report by 1 March 2021',
    ));
    await page.locator('.due').getByText('31 décembre 2099').waitFor();
    await page.getByRole('radio', { name: 'Acteurs', exact: true }).check();
    await page.locator('.due h2 bdi').first().waitFor();
    const headings = await page.locator('.due :is(h2, h3)').allInnerTexts();
    assert.deepEqual(headings, [
      'Secrétaire général 3', 'À venir', 'Récurrentes', 'Passées', 'ONUDC 2', 'À venir', 'Passées',
    ]);
    assert.match(page.url(), /group=actor/);
    const number = page.locator('.position');
    const seen = new Set();
    let said = '';
    for (let step = 0; step < 4; step += 1) {
      const before = said;
      await page.keyboard.press('n');
      await eventually(async () => {
        said = await number.innerText();
        assert.ok(/^\d sur 4\b/.test(said) && said !== before, said);
      });
      seen.add(await page.locator('.due li[aria-current]').innerText());
    }
    assert.equal(seen.size, 4);
  });

  test('of several documents say which one each is of', async (t) => {
    const page = await open(t, { path: '?view=due', viewport: { width: 360, height: 740 } });
    await addSecond(page);
    await page.locator('.due').getByText('31 décembre 2099').waitFor();
    const picture = page.locator('.picture.years svg');
    const names = await picture.locator('text').allTextContents();
    assert.ok(names.includes('A/RES/75/9, §\u00a03'), names.join('|'));
    const cut = await picture.evaluate((whole) =>
      [...whole.querySelectorAll('text')].filter((one) => one.getBoundingClientRect().x < whole.getBoundingClientRect().x).length);
    assert.equal(cut, 0);
  });

  test('are a bar a year where they are many', async (t) => {
    const page = await open(t, { path: '?view=due' });
    const many = Array.from({ length: 90 }, (_, n) => `Requests the Secretary-General to report on matter ${n} by ${1 + (n % 28)} March ${2090 + (n % 3)}`);
    await add(page, withParagraphs(...many));
    const texts = page.locator('.picture.years svg text');
    await eventually(async () => {
      const all = await texts.allTextContents();
      for (const [at, year] of ['2090', '2091', '2092'].entries()) assert.equal(all[all.indexOf(year) + 1], '30', `${at} ${all}`);
    });
    const bars = await page.locator('.picture.years svg rect').count();
    assert.ok(bars >= 3 && bars < 10, `${bars}`);
  });

  test('go from right to left in Arabic, with their names whole at the right', async (t) => {
    const years = async (locale) => {
      const page = await open(t, { path: '?view=due', locale });
      await page.locator('.picture.years').waitFor();
      return page.locator('.picture.years svg').evaluate((picture) => {
        const box = (one) => one.getBoundingClientRect();
        const texts = [...picture.querySelectorAll('text')];
        const years = texts.filter((one) => /^\d{4}$/.test(one.textContent)).map((one) => box(one).x);
        const name = box(texts.find((one) => !/^\d{4}$/.test(one.textContent)));
        const whole = box(picture);
        return { rising: years[0] < years.at(-1), nameLeft: name.x - whole.x, nameRight: whole.right - name.right, bar: box(picture.querySelector('rect')).x - whole.x };
      });
    };
    const french = await years('fr');
    assert.ok(french.rising && french.nameLeft >= 0 && french.nameLeft < french.bar, JSON.stringify(french));
    const arabic = await years('ar');
    assert.ok(!arabic.rising && arabic.nameRight >= 0 && arabic.nameLeft > arabic.bar, JSON.stringify(arabic));
  });
});
