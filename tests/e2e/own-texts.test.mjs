// The reader's own texts: dropped, read by the worker, stored, filtered together, backed up, cleared, restored; and the
// failures on the way.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, eventually, launch, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';
import { docx, pdf } from './office-files.mjs';

const { visit, url } = site();

const french = (n) => `A/RES/75/${n}

Résolution adoptée par l’Assemblée générale le 18 décembre 2020

L’Assemblée générale,

Rappelant sa résolution 74/${n} du 18 décembre 2019,

1. Prie le Secrétaire général de lui faire rapport à sa soixante-seizième session ;

2. Engage les États Membres à coopérer contre le trafic numéro ${n}.
`;
const english = (n) => `A/RES/75/${n}

Resolution adopted by the General Assembly on 18 December 2020

The General Assembly,

Recalling its resolution 74/${n} of 18 December 2019,

1. Requests the Secretary-General to report to it at its seventy-sixth session;

2. Encourages Member States to cooperate against trafficking number ${n}.
`;

const text = (name, contents) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(contents) });
const utf16 = (contents) => Buffer.from(`\ufeff${contents}`, 'utf16le');
const windows1252 = (contents) =>
  Buffer.from([...contents].map((c) => ({ '’': 0x92, 'œ': 0x9c })[c] ?? c.charCodeAt(0)));
const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256));

/// Thirty texts, hostile ones among them; 24 are documents, two of them the same.
const THIRTY = [
  ...Array.from({ length: 18 }, (_, n) => text(`f${n}.txt`, french(100 + n))),
  text('english.txt', english(100)),
  { name: 'utf16.txt', mimeType: 'text/plain', buffer: utf16(french(200)) },
  { name: 'windows.txt', mimeType: 'text/plain', buffer: windows1252(french(201)) },
  text('same.txt', french(100).replaceAll('\n', '\r\n')),
  text('html.txt', `<script>document.title='taken'</script><img src=x onerror=alert(1)>\n${french(202)}`),
  text('one-line.txt', `${'Prie '.repeat(60_000)}les États.`),
  text('parentheses.txt', '('.repeat(100_000)),
  text('no-resolution.txt', 'Il fait beau à Genève. Les enfants jouent.'),
  { name: 'noise.bin', mimeType: 'application/octet-stream', buffer: noise },
  text('empty.txt', ''),
  text('spaces.txt', ' \n\t '),
  text('picture.png', '\x89PNG\r\n\x1a\n'),
];

/// The page of the library, in which files are chosen.
const library = async (t, options) => {
  const page = await visit(t, { path: '?view=library', ...options });
  await new Explorer(page).started();
  return page;
};
const choose = (page, files) => page.locator('[data-action=open] input').setInputFiles(files);
const outcomes = (page) =>
  page.locator('.report-lines li').evaluateAll((lines) =>
    lines.map((line) => [line.querySelector('.file-name').textContent, line.dataset.outcome]),
  );
const done = async (page, n, time = 60_000) =>
  eventually(async () => {
    const all = await outcomes(page);
    assert.equal(all.length, n);
    assert.ok(all.every(([, outcome]) => !['waiting', 'reading'].includes(outcome)), JSON.stringify(all));
  }, time);
const listed = (page) => page.locator('.library tbody tr').count();
const eventuallyListed = (page, n) => eventually(async () => assert.equal(await listed(page), n), 20_000);
const drop = (page, files) =>
  page.evaluate((files) => {
    const data = new DataTransfer();
    for (const [name, contents] of files) data.items.add(new File([contents], name));
    const fire = (kind) => {
      const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data });
      document.querySelector('main').dispatchEvent(event);
      return event.defaultPrevented;
    };
    return { over: fire('dragover'), dropped: fire('drop') };
  }, files);

/** Makes a backup of the library; its contents. */
const backedUp = async (page) => {
  await page.locator('[data-action=back-up]').click();
  const saving = page.waitForEvent('download');
  await page.locator('a[download$=".zip"]').click();
  return readFile(await (await saving).path());
};

describe('own texts', () => {
  test('a long list of values is drawn in steps, and the progress of a backup is said', async (t) => {
    const page = await library(t);
    await choose(page, Array.from({ length: 60 }, (_, n) => text(`f${n}.txt`, french(100 + n))));
    await eventuallyListed(page, 61);
    const backup = await backedUp(page);
    await page.locator('[data-action=remove-all]').click();
    await eventuallyListed(page, 1);
    await page.locator('.keeping').evaluate((keeping) => {
      globalThis.said = new Set();
      const note = () => {
        globalThis.said.add(keeping.querySelector('[role=status]').textContent.replace(/\d+/g, 'n'));
        globalThis.said.add(document.querySelector('.reading-kept')?.textContent.replace(/\d+/g, 'n'));
      };
      new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await page.locator('[data-action=restore] input').setInputFiles({ name: 'b.zip', mimeType: 'application/zip', buffer: backup });
    await eventuallyListed(page, 61);
    const said = await page.evaluate(() => [...globalThis.said].join('|'));
    assert.match(said, /Lecture du fichier/);
    assert.match(said, /Relecture de vos textes\s: n sur n/);

    await page.locator('.views a').first().click();
    const documents = page.getByRole('region', { name: 'Documents', exact: true });
    await documents.evaluate((facet) => {
      globalThis.most = 0;
      new MutationObserver((changes) => {
        const n = changes.reduce((n, { addedNodes }) => n + [...addedNodes].filter(({ tagName }) => tagName === 'LI').length, 0);
        globalThis.most = Math.max(globalThis.most, n);
      }).observe(facet, { childList: true, subtree: true });
    });
    await documents.getByRole('button', { name: /^Tout afficher/ }).click();
    await eventually(async () => assert.equal(await documents.locator('.row').count(), 61));
    assert.ok((await page.evaluate(() => globalThis.most)) <= 40);
  });

  test('prose whose language is not known is listed so', async (t) => {
    const page = await library(t);
    await choose(page, [text('prose.txt', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.')]);
    await done(page, 1);
    await page.getByRole('row').filter({ hasText: 'langue inconnue' }).waitFor();
  });

  test('thirty texts are read, kept, filtered together, backed up, cleared and restored', async (t) => {
    const page = await library(t);
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    await choose(page, THIRTY);
    await done(page, 30);
    const told = Object.fromEntries(await outcomes(page));
    for (const name of ['noise.bin', 'empty.txt', 'spaces.txt', 'picture.png']) assert.equal(told[name], 'refused', name);
    assert.equal(told['same.txt'], 'same');
    for (const name of ['f0.txt', 'english.txt', 'utf16.txt', 'windows.txt', 'one-line.txt']) assert.equal(told[name], 'read', name);
    assert.notEqual(await page.title(), 'taken');
    await eventuallyListed(page, 26);
    console.log(`longest task while 30 texts were read: ${Math.round(await page.evaluate(() => globalThis.longest))} ms`);
    // Another language of the same symbol is shown as a version of it.
    await page.getByRole('row').filter({ hasText: 'A/RES/75/100' }).filter({ hasText: 'English' }).first().waitFor();

    // Reloaded, they are read again.
    await page.reload();
    await eventuallyListed(page, 26);

    // Filtered together.
    await page.locator('.list-filter input').fill('75/10 english');
    await eventuallyListed(page, 1);
    await page.locator('.list-filter input').fill('');

    // Backed up.
    const backup = await backedUp(page);

    // Cleared, put back, cleared again.
    await page.locator('[data-action=remove-all]').click();
    await eventuallyListed(page, 1);
    await page.locator('.undo button').click();
    await eventuallyListed(page, 26);
    await page.locator('[data-action=remove-all]').click();
    await eventuallyListed(page, 1);
    await page.reload();
    await new Explorer(page).started();
    await eventuallyListed(page, 1);

    // Restored where nothing was.
    const other = await library(t);
    await other.locator('[data-action=restore] input').setInputFiles({ name: 'b.zip', mimeType: 'application/zip', buffer: backup });
    await eventuallyListed(other, 26);
    await other.locator('[data-action=back-up]').click();
    const again = other.waitForEvent('download');
    await other.locator('a[download$=".zip"]').click();
    const second = await readFile(await (await again).path());
    assert.ok(second.equals(backup), 'the second backup is not the first one, byte for byte');
    await other.reload();
    await eventuallyListed(other, 26);
  });

  test('restored settings apply at once, and records of other kinds are left out', async (t) => {
    const page = await library(t);
    await page.evaluate(() => {
      localStorage.setItem('dispositif.density', 'compact');
      localStorage.setItem('dispositif.unknown', 'anything');
    });
    const backup = await backedUp(page);
    const other = await library(t);
    await other.locator('[data-action=restore] input').setInputFiles({ name: 'b.zip', mimeType: 'application/zip', buffer: backup });
    await other.locator('html[data-density="compact"]').waitFor({ state: 'attached' });
    assert.equal(await other.evaluate(() => localStorage.getItem('dispositif.unknown')), null);
  });

  test('a file dropped anywhere is read, and the browser stays', async (t) => {
    const page = await visit(t);
    await new Explorer(page).started();
    const before = page.url();
    assert.deepEqual(await drop(page, [['a.txt', french(1)]]), { over: true, dropped: true });
    await done(page, 1);
    assert.deepEqual(await outcomes(page), [['a.txt', 'read']]);
    assert.equal(page.url(), before);
    // The report leads to the document, and goes when it is dismissed.
    await page.locator('.report-lines a').click();
    await page.getByText('numéro 1.').first().waitFor();
    await page.locator('.report-head button').click();
    assert.equal(await page.locator('.report').count(), 0);
  });

  test('all files of a dropped folder are read, however deep', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'dispositif-'));
    t.after(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'deep', 'deeper'), { recursive: true });
    const files = { 'a.txt': 80, 'deep/b.txt': 81, 'deep/deeper/c.txt': 82, '.hidden.txt': 83 };
    for (const [name, n] of Object.entries(files)) await writeFile(join(folder, name), french(n));
    const page = await library(t);
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
    }
    await done(page, 3);
    assert.deepEqual(await outcomes(page), [['a.txt', 'read'], ['b.txt', 'read'], ['c.txt', 'read']]);
  });

  test('a hundred files dropped at once are read, and the report has a line for each', async (t) => {
    const page = await library(t);
    const files = Array.from({ length: 100 }, (_, n) => [`f${n}.txt`, french(1000 + n)]);
    assert.deepEqual(await drop(page, files), { over: true, dropped: true });
    await done(page, 100);
    assert.ok((await outcomes(page)).every(([, outcome]) => outcome === 'read'));
    await eventuallyListed(page, 101);
  });

  test('a PDF and a Word file are read as a text is', async (t) => {
    const page = await library(t);
    const paragraphs = english(70).split('\n\n').map((paragraph) => paragraph.trim());
    const lines = english(71).split('\n').flatMap((line) => line.match(/.{1,60}(?: |$)/g) ?? ['']);
    await choose(page, [
      { name: 'word.docx', mimeType: 'application/octet-stream', buffer: docx(paragraphs) },
      { name: 'printed.pdf', mimeType: 'application/pdf', buffer: pdf(lines) },
    ]);
    await done(page, 2);
    assert.deepEqual(await outcomes(page), [['word.docx', 'read'], ['printed.pdf', 'read']]);
    await page.getByRole('row').filter({ hasText: 'A/RES/75/70' }).waitFor();
    // Kept as the file it was, and read again.
    await page.reload();
    await eventuallyListed(page, 3);
    await page.goto(`${url()}?q=trafficking&view=table`);
    await eventually(async () => assert.equal(await page.locator('.table tbody tr').count(), 2), 20_000);
  });

  test('a document that was saved as Akoma Ntoso opens again when it is dropped', async (t) => {
    const page = await library(t);
    const file = `<?xml version="1.0" encoding="UTF-8"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
      <meta><identification source="#x"><FRBRWork><FRBRalias name="symbol" value="A/RES/75/73"/></FRBRWork></identification></meta>
      <preface><p><docTitle>Lighthouses</docTitle></p></preface><preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula></preamble>
      <mainBody><paragraph><num>1.</num><content><p>Requests the Secretary-General to report on trafficking<authorialNote marker="1"><p>See A/75/1.</p></authorialNote>;</p></content></paragraph>
      <paragraph><num>2.</num><content><p>Encourages Member States to cooperate.</p></content></paragraph></mainBody></statement></akomaNtoso>`;
    await drop(page, [['lighthouses.akn', file]]);
    await done(page, 1);
    assert.deepEqual(await outcomes(page), [['lighthouses.akn', 'read']]);
    await page.locator('.library tbody a').filter({ hasText: 'A/RES/75/73' }).first().click();
    await page.locator('#op2').filter({ hasText: /^2\.?\s*Encourages Member States to cooperate\.$/ }).waitFor();
    await page.locator('#op1 .note-call, #op1 sup').first().waitFor();
  });

  test('from a paragraph the reader sees its page of the file, with what was left out', async (t) => {
    const page = await library(t);
    const lines = english(72).split('\n').flatMap((line) => line.match(/.{1,60}(?: |$)/g) ?? ['']);
    await choose(page, [{ name: 'printed.pdf', mimeType: 'application/pdf', buffer: pdf(lines) }]);
    await done(page, 1);
    await page.locator('.library tbody a').filter({ hasText: 'A/RES/75/72' }).first().click();
    await page.locator('#op2').locator('.clause').first().click();
    const open = page.getByRole('button', { name: 'Page source', exact: true });
    await open.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Page source' });
    const marked = dialog.locator('.excerpt-page mark');
    await marked.filter({ hasText: /^2\. Encourages Member States .* number 72\.$/s }).waitFor();
    assert.match(await dialog.locator('.excerpt-page').innerText(), /A\/RES\/75\/72[^]*The General Assembly,[^]*1\. Requests/);
    assert.match(await dialog.innerText(), /printed\.pdf[^]*Page 1/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'excerpt-here');
    // Escape gives the focus back to the button.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await open.evaluate((button) => button === document.activeElement), true);
    // On a phone, in Arabic, nothing pushes the page sideways.
    const viewport = { width: 360, height: 700 };
    const phone = await visit(t, { locale: 'ar', path: '#op3', viewport });
    await new Explorer(phone).started();
    await phone.getByRole('button', { name: 'صفحة المصدر', exact: true }).click();
    const arabic = phone.getByRole('dialog', { name: 'صفحة المصدر' });
    await arabic.locator('mark#excerpt-here').waitFor();
    const { wide, room } = await arabic.evaluate((e) => ({ wide: e.scrollWidth, room: e.clientWidth }));
    assert.ok(wide <= room, `${wide} > ${room}`);
  });

  test('a text that is pasted is read', async (t) => {
    const page = await visit(t);
    await new Explorer(page).started();
    await page.evaluate((words) => {
      const data = new DataTransfer();
      data.setData('text/plain', words);
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));
    }, french(7));
    await done(page, 1);
    assert.equal((await outcomes(page))[0][1], 'read');
  });

  test('a text can be pasted into a field, where there is no keyboard', async (t) => {
    const page = await library(t);
    await page.getByLabel('Ou collez un texte ici').fill(french(8));
    await page.getByRole('button', { name: 'Ajouter le texte' }).click();
    await done(page, 1);
    assert.deepEqual(await outcomes(page), [['pasted.txt', 'read']]);
  });

  test('a view is headed by the one document that is asked, and languages of a resolution can be told apart', async (t) => {
    const page = await library(t, { locale: 'en' });
    await choose(page, [text('f.txt', french(9)), text('e.txt', english(9)), text('o.txt', english(10))]);
    await done(page, 3);
    const views = page.locator('.view .of');
    await page.getByRole('checkbox', { name: 'A/RES/75/10' }).check();
    await page.getByRole('link', { name: /^Search the selection/ }).click();
    await views.filter({ hasText: /^A\/RES\/75\/10/ }).waitFor();
    await page.goto(new URL('?view=table', url()).href);
    for (const name of ['A/RES/75/9 (en)', 'A/RES/75/9 (fr)', 'A/RES/75/10', 'A/RES/74/175']) {
      await page.locator('.view .of-document').filter({ hasText: new RegExp(`^${name.replace(/[()]/g, '\\$&')}$`) }).first().waitFor();
    }
  });

  test('the report says what is doubtful in a text, and storage what is used with it', async (t) => {
    const page = await library(t);
    await page.getByLabel('Ou collez un texte ici').fill('Du pain, du lait, des pommes.\n\nDes clous, une lampe.\n');
    await page.getByRole('button', { name: 'Ajouter le texte' }).click();
    await done(page, 1);
    assert.match(await page.locator('.report-lines').innerText(), /\d\sdoutes \(.*le texte ne ressemble pas à une résolution/);
    const used = async () => Number(/(\d+)\s[kM]B utilisés/.exec(await page.locator('.keeping').innerText())?.[1].replace(/\s/g, ''));
    await eventually(async () => assert.ok((await used()) > 0, String(await used())));
  });

  test('files that could not be read are counted, and come first in the report', async (t) => {
    const page = await library(t);
    const files = [text('a.txt', french(20)), text('empty.txt', ''), text('b.txt', french(21)), text('spaces.txt', ' ')];
    await choose(page, files);
    await done(page, 4);
    assert.deepEqual((await outcomes(page)).map(([name]) => name), ['empty.txt', 'spaces.txt', 'a.txt', 'b.txt']);
    await page.locator('.report-head').getByText('2 n’ont pas pu être lus').waitFor();
  });

  test('a link to a paragraph of an own text goes there when the text is read again', async (t) => {
    const page = await library(t);
    const long = french(30).replace('1. Prie', `${Array.from({ length: 80 }, (_, n) => `Notant le point ${n},`).join('\n\n')}\n\n1. Prie`) +
      Array.from({ length: 40 }, (_, n) => `\n${n + 3}. Prie le Secrétaire général de publier le rapport ${n} ;\n`).join('');
    await choose(page, [text('long.txt', long)]);
    await done(page, 1);
    await eventuallyListed(page, 2);
    const link = await page.locator('.library tbody th a').first().getAttribute('href');
    assert.equal(link, '?doc=A/RES/75/30@fr');
    await page.goto('about:blank');
    await page.goto(`${url()}${link}#op1.1`);
    await new Explorer(page).started();
    const place = page.locator('#op1');
    await eventually(async () => assert.match(await place.innerText(), /Prie le Secrétaire/), 20_000);
    // At the top, as in the bundled text: there is room for the analysis.
    await eventually(async () => {
      const { y } = await place.boundingBox();
      assert.ok(y > 0 && y < 300, `at ${y}`);
    });
  });

  test('links name a text by its symbol and language, and the second text of both by its own', async (t) => {
    const page = await library(t);
    await choose(page, [text('f.txt', french(40)), text('e.txt', english(40)), text('g.txt', french(40).replace('coopérer', 'agir'))]);
    await done(page, 3);
    const links = (all) => all.evaluateAll((all) => all.map((a) => decodeURIComponent(a.search)).sort());
    await eventuallyListed(page, 4);
    const own = await links(page.locator('.library tbody th a').filter({ hasText: '75/40' }));
    assert.deepEqual(own.slice(0, 2), ['?doc=A/RES/75/40@en', '?doc=A/RES/75/40@fr']);
    assert.match(own[2], /^\?doc=~\w{32}$/);
    assert.ok((await links(page.locator('.library td small a'))).includes('?doc=A/RES/75/40@fr&beside=A/RES/75/40@en'));
    // Their selection is above the list, and removing one of the two leaves the other selected.
    for (const n of [0, 1, 2]) await page.getByRole('checkbox', { name: 'A/RES/75/40' }).nth(n).check();
    const search = page.getByRole('link', { name: /^Interroger la sélection/ });
    assert.match(decodeURIComponent(await search.getAttribute('href')), /in=[^&]*A\/RES\/75\/40@en/);
    assert.ok((await search.boundingBox()).y < (await page.locator('.library table').boundingBox()).y);
    await page.locator('.library tbody tr', { has: page.locator('th a[href*="~"]') }).getByRole('button').click();
    await eventuallyListed(page, 3);
    assert.equal(await page.getByRole('checkbox', { name: 'A/RES/75/40', checked: true }).count(), 2);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'undo');
    // A day is written as everywhere.
    assert.match(await page.locator('.library time').first().innerText(), /^\d+(er)?\s\S+ \d{4}$/u);
  });

  test('that texts are being read again is said at once, and unread files are not lost without a question', async (t) => {
    const page = await library(t);
    await choose(page, [text('a.txt', french(50))]);
    await done(page, 1);
    await page.route('**/reader-*', () => {});
    await page.reload();
    await new Explorer(page).started();
    await page.locator('.reading-kept').getByText(/Relecture de vos textes\s: 0 sur/).waitFor();
    await choose(page, [text('b.txt', french(51))]);
    await page.locator('.report progress').waitFor();
    const asked = page.waitForEvent('dialog');
    const leaving = page.reload({ timeout: 5000 }).catch(() => {});
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.dismiss();
    await leaving;
    await page.locator('.report-head button').click();
    await eventually(async () => assert.equal(await page.locator('.report progress').count(), 0));
  });

  test('the report is saved under its day, without signs that nobody sees', async (t) => {
    const page = await library(t);
    await choose(page, [text('a.txt', french(52))]);
    await done(page, 1);
    const saving = page.waitForEvent('download');
    await page.locator('a[download$=".txt"]').click();
    const saved = await saving;
    assert.match(saved.suggestedFilename(), /^dispositif-report-\d{4}-\d\d-\d\d\.txt$/);
    const contents = await readFile(await saved.path(), 'utf8');
    assert.match(contents, /^a\.txt\t.*A\/RES\/75\/52/);
    assert.doesNotMatch(contents, /[\u2066-\u2069]/);
  });

  test('a link to a text that is not here says so, and shows no other text in its place', async (t) => {
    const page = await visit(t, { path: `?doc=~${'f'.repeat(32)}#op2.1` });
    await new Explorer(page).started();
    await page.getByRole('alert').filter({ hasText: 'ffff' }).waitFor();
    assert.equal(await page.locator('.document').count(), 0);
    await page.locator('main').getByRole('link', { name: 'A/RES/74/175' }).click();
    await page.locator('.document').waitFor();
  });

  test('reading is cancelled within 200 ms, and what was read stays', async (t) => {
    const page = await library(t);
    const large = french(5).repeat(20_000);
    await choose(page, [text('a.txt', french(3)), text('large.txt', large), text('b.txt', french(4))]);
    await eventually(async () => assert.equal((await outcomes(page))[1]?.[1], 'reading'), 20_000);
    const waited = await page.evaluate(async () => {
      const begun = performance.now();
      document.querySelector('.report-head button').click();
      while (document.querySelector('[data-outcome=reading], [data-outcome=waiting]')) await new Promise(requestAnimationFrame);
      return performance.now() - begun;
    });
    assert.ok(waited < 200, `${waited} ms`);
    const cut = { 'a.txt': 'read', 'large.txt': 'cancelled', 'b.txt': 'cancelled' };
    assert.deepEqual(Object.fromEntries(await outcomes(page)), cut);
    await choose(page, [text('c.txt', french(6))]);
    await done(page, 4);
    assert.deepEqual(Object.fromEntries(await outcomes(page)), { ...cut, 'c.txt': 'read' });
  });

  test('a worker that dies costs only the file it died of', async (t) => {
    const context = await visit(t, { path: '?view=library', before: dyingWorkers, errors: [/dies of it/] });
    await new Explorer(context).started();
    await choose(context, [text('a.txt', french(10)), text('deadly.txt', french(11)), text('b.txt', french(12))]);
    await done(context, 3);
    assert.deepEqual(Object.fromEntries(await outcomes(context)), { 'a.txt': 'read', 'deadly.txt': 'crashed', 'b.txt': 'read' });
  });

  test('two windows see what the other adds and removes', async (t) => {
    const page = await library(t);
    const other = await page.context().newPage();
    await other.goto(`${url()}?view=library`);
    await new Explorer(other).started();
    await choose(page, [text('a.txt', french(20)), text('b.txt', french(21))]);
    await eventuallyListed(page, 3);
    await eventuallyListed(other, 3);
    await other.locator('.library .remove').first().click();
    await eventuallyListed(other, 2);
    await eventuallyListed(page, 2);
    await other.locator('.undo button').click();
    await eventuallyListed(other, 3);
    await eventuallyListed(page, 3);
  });

  test('where nothing may be kept, a text is read for this visit and that is said', async (t) => {
    const page = await library(t, { before: (page) => forbidStore(page) });
    await choose(page, [text('a.txt', french(30))]);
    await done(page, 1);
    assert.equal((await outcomes(page))[0][1], 'not-kept');
    await eventuallyListed(page, 2);
    await page.locator('.library .remove').first().click();
    await eventuallyListed(page, 1);
    await page.locator('.undo button').click();
    await eventuallyListed(page, 2);
  });

  test('a full store says so, and keeps what it has', async (t) => {
    // What the service worker keeps counts too, and comes when it likes.
    const page = await library(t, { serviceWorkers: 'block' });
    const session = await page.context().newCDPSession(page);
    // Before the first text: the browser does not look again as long as it knows of room.
    const origin = new URL(url()).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 });
    await choose(page, [text('a.txt', french(40))]);
    await done(page, 1);
    assert.equal((await outcomes(page))[0][1], 'read');
    const random = Array.from({ length: 200_000 }, () => String.fromCharCode(97 + Math.random() * 26)).join('');
    await choose(page, [text('large.txt', french(41) + random)]);
    await done(page, 2);
    assert.deepEqual(Object.fromEntries(await outcomes(page)), { 'a.txt': 'read', 'large.txt': 'not-kept' });
    await page.reload();
    await eventuallyListed(page, 2);
  });

  test('a page whose worker file is gone says to reload', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'dispositif-'));
    t.after(() => rm(folder, { recursive: true }));
    await cp(DIST, folder, { recursive: true, filter: (path) => !/reader-\w+\.js$/.test(path) });
    const server = await serve(folder, {});
    const browser = await launch();
    t.after(async () => {
      await browser.close();
      server.close();
    });
    const page = await (await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block' })).newPage();
    await page.goto(`${server.url}?view=library`);
    await new Explorer(page).started();
    await choose(page, [text('a.txt', french(50))]);
    await done(page, 1);
    assert.equal((await outcomes(page))[0][1], 'not-started');
    await page.locator('.worker-gone').waitFor();
    // When the network is back it is tried again by itself.
    await cp(DIST, folder, { recursive: true });
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await eventually(async () => assert.equal((await outcomes(page))[0][1], 'read'));
    assert.equal(await page.locator('.worker-gone').count(), 0);
  });

  test('the one file reads a dropped text too', async (t) => {
    const browser = await launch();
    t.after(() => browser.close());
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await page.goto(pathToFileURL(join(DIST, 'dispositif.html')).href);
    await new Explorer(page).started();
    await drop(page, [['a.txt', french(60)]]);
    await done(page, 1);
    assert.match((await outcomes(page))[0][1], /^(read|not-kept)$/);
  });
});

/// Workers that crash on a file called deadly.txt.
async function dyingWorkers(page) {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (data, transfer) {
      const words = new TextDecoder().decode(data[0] ?? new Uint8Array());
      if (!words.includes('deadly.txt')) return postMessage.call(this, data, transfer);
      setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'dies of it', cancelable: true })));
    };
  });
}

/// A browser in which IndexedDB is forbidden: the worker finds none.
async function forbidStore(page) {
  await page.route(/reader-\w+\.js$/, async (route) => {
    const answer = await route.fetch();
    const body = `Object.defineProperty(self, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });${await answer.text()}`;
    await route.fulfill({ response: answer, body });
  });
}
