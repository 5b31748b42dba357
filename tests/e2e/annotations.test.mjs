// Annotations: stored in the browser, filtered by, exported and imported, and never lost.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer, number } from './explorer.mjs';

const NOTE = 'Demander à Vienne :\n« où en est-on ? »; =1+1';

const sign = (page, clause) => page.locator(`[id="${clause}"] .own`);
const star = (page) => page.getByRole('button', { name: 'Étoile', exact: true });
const labels = (page) => page.getByRole('textbox', { name: /^Étiquettes/ });
const note = (page) => page.getByRole('textbox', { name: 'Note personnelle' });
const records = (page) =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('dispositif.annotation '))));

describe('annotations', () => {
  const { visit, url } = site();
  const open = async (t, options) => {
    const { page } = await new Explorer(await visit(t, options)).started();
    // An import or an export starts the worker, which takes long where a machine is busy.
    page.setDefaultTimeout(30_000);
    return page;
  };
  const hold = async (page, clause) => {
    await page.locator(`[id="${clause}"] .phrase`).click();
    await note(page).waitFor();
  };
  const seeAll = async (page) => {
    await page.getByRole('link', { name: 'Annotations', exact: true }).click();
    await page.getByText('restent dans ce navigateur').waitFor();
  };
  const takeIn = async (page, contents, name = 'mes annotations.csv') => {
    const buffer = Buffer.isBuffer(contents) ? contents : Buffer.from(contents);
    await page.getByLabel('Importer').setInputFiles({ name, mimeType: 'text/csv', buffer });
  };
  const save = async (page) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter', exact: true }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^dispositif-annotations-\d{4}-\d\d-\d\d\.csv$/);
    return readFile(await download.path());
  };

  test('the matrix lays them against the other facets, and says so where there are none', async (t) => {
    const page = await open(t, { path: '?view=matrix&by=annotation.actor' });
    await page.getByText('Aucune de ces clauses n’est annotée').waitFor();
    await page.evaluate(() => localStorage.setItem('dispositif.annotation A/RES/74/175 op7.1', '1*\nbudget\n\n'));
    await page.reload();
    await page.getByRole('link', { name: 'budget, ONUDC\u00a0: 1\u00a0clause' }).click();
    await eventually(async () => assert.equal(number(await page.locator('.found [role="status"]:not(.match-number)').textContent()), 1));
    // The browser tells of its address a moment later.
    await eventually(() => assert.match(page.url(), /annotation=label:budget/));
  });

  test('a star, labels and a note are there again on the next visit', async (t) => {
    const page = await open(t);
    await hold(page, 'op5.1');
    await star(page).click();
    await labels(page).fill('à suivre, budget');
    await note(page).fill(NOTE);
    await page.reload();
    await page.locator('html[data-start="ready"]').waitFor({ state: 'attached' });
    assert.equal(await sign(page, 'op5.1').getAttribute('aria-label'), 'Annoté\u00a0: Étoile, à suivre, budget, Avec une note');
    assert.equal(await note(page).inputValue(), NOTE);
    assert.equal(await page.locator('.own').count(), 1);
  });

  test('by keyboard alone: select, star, write, leave', async (t) => {
    const page = await open(t);
    await page.locator('[id="op6.2"] .phrase').focus();
    await page.keyboard.press('Enter');
    await note(page).waitFor();
    await page.keyboard.press('s');
    await eventually(async () => assert.equal(await star(page).getAttribute('aria-pressed'), 'true'));
    await labels(page).focus();
    await page.keyboard.type('sans s ni n');
    assert.equal(await labels(page).inputValue(), 'sans s ni n');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await eventually(async () => assert.equal(await star(page).getAttribute('aria-pressed'), 'false'));
    assert.equal(await sign(page, 'op6.2').innerText(), 'sans s ni n');
  });

  test('they are a facet like any other, and a link leads to what they find', async (t) => {
    const page = await open(t);
    const explorer = new Explorer(page);
    assert.equal(await explorer.facet('Mes annotations').count(), 0);
    for (const clause of ['op5.1', 'op6.1', 'pp2.1']) {
      await hold(page, clause);
      await star(page).click();
    }
    await labels(page).fill('à suivre');
    assert.equal(await explorer.count('Mes annotations', 'Étoile'), 3);
    await explorer.value('Acteurs', 'ONUDC').click();
    await eventually(async () => assert.equal(await explorer.count('Mes annotations', 'Étoile'), 2));
    assert.equal(await explorer.count('Mes annotations', 'à suivre'), 0);
    await explorer.value('Mes annotations', 'Étoile').click();
    await eventually(async () => assert.equal(await explorer.nFound(), 2));
    assert.deepEqual(explorer.question(), [['actor', 'unodc'], ['annotation', 'star']]);
    await page.reload();
    await explorer.started();
    assert.equal(await explorer.nFound(), 2);
    // After the star is removed, the filter no longer finds the clause.
    await hold(page, 'op5.1');
    await star(page).click();
    await eventually(async () => assert.equal(await explorer.nFound(), 1));
  });

  test('another window sees at once what is written here, and neither overwrites the other', async (t) => {
    const page = await open(t);
    const other = await page.context().newPage();
    await other.goto(url());
    await new Explorer(other).started();
    await hold(page, 'op5.1');
    await hold(other, 'op6.1');
    await note(page).fill('ici');
    await note(other).fill('là');
    await sign(page, 'op6.1').waitFor();
    await sign(other, 'op5.1').waitFor();
    await page.reload();
    await sign(page, 'op6.1').waitFor();
    await sign(page, 'op5.1').waitFor();
  });

  test('a file gives back all of it, to another browser too', async (t) => {
    const page = await open(t);
    await hold(page, 'op5.1');
    await note(page).fill(NOTE);
    await labels(page).fill('=SOMME, budget');
    await hold(page, 'pp1.1');
    await page.keyboard.press('s');
    await seeAll(page);
    const file = await save(page);
    const elsewhere = await open(t);
    await seeAll(elsewhere);
    await takeIn(elsewhere, file);
    await elsewhere.getByText('nouvelles 2, complétées 0, déjà présentes 0').waitFor();
    assert.deepEqual(await records(elsewhere), await records(page));
    await takeIn(elsewhere, file);
    await elsewhere.getByText('nouvelles 0, complétées 0, déjà présentes 2').waitFor();
    const places = await elsewhere.locator('.annotations .place a').allInnerTexts();
    assert.deepEqual(places, ['1er alinéa du préambule', 'paragraphe 5']);
  });

  test('a file that an older office saved is read, in its encoding and with its semicolons', async (t) => {
    const page = await open(t);
    await seeAll(page);
    const table = 'document;clause;note\r\nA/RES/74/175;op5.1;à revoir\r\nA/RES/1/1;op1.1;ailleurs\r\n;;rien\r\n';
    await takeIn(page, Buffer.from(table, 'latin1'));
    await page.getByText('nouvelles 2, complétées 0, déjà présentes 0. 1\u00a0ligne ignorée.').waitFor();
    await page.getByText('à revoir').waitFor();
    // Annotations of a missing document are kept, and can be removed.
    await page.getByRole('heading', { name: 'Dans d’autres documents' }).waitFor();
    await page.getByRole('button', { name: /Retirer.*A\/RES\/1\/1/ }).click();
    await eventually(async () => assert.equal(Object.keys(await records(page)).length, 1));
    await takeIn(page, Buffer.from(`\ufeff${table}`, 'utf16le'));
    await page.getByText('nouvelles 1, complétées 0, déjà présentes 1').waitFor();
  });

  test('a file without annotations is refused, and nothing is lost', async (t) => {
    const page = await open(t);
    await hold(page, 'op5.1');
    await note(page).fill('ici');
    await seeAll(page);
    const before = await records(page);
    for (const contents of ['', 'L’Assemblée générale, prie', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 255])]) {
      await takeIn(page, contents);
      await page.getByText('Ce fichier ne contient pas d’annotations').waitFor();
    }
    assert.deepEqual(await records(page), before);
    assert.equal(number(await page.locator('.place').innerText()), 5);
  });

  test('where storage is full the reader is told, and can still save to a file', async (t) => {
    const page = await open(t, {
      before: (page) =>
        page.addInitScript(() => {
          const { setItem } = Storage.prototype;
          Storage.prototype.setItem = () => {
            throw new DOMException('full', 'QuotaExceededError');
          };
          globalThis.make_room = () => {
            Storage.prototype.setItem = setItem;
          };
        }),
    });
    await hold(page, 'op5.1');
    await note(page).fill('ici');
    await page.getByRole('alert').filter({ hasText: 'ne garde pas vos annotations' }).waitFor();
    assert.equal(await note(page).inputValue(), 'ici');
    await seeAll(page);
    assert.match(String(await save(page)), /"op5\.1","","","ici"/);
    // Annotations that could not be stored are stored when there is space.
    await page.evaluate(() => globalThis.make_room());
    await page.getByRole('link', { name: 'Texte', exact: true }).click();
    await hold(page, 'op7.1');
    await note(page).fill('là');
    await eventually(async () => {
      const kept = Object.values(await records(page)).filter((record) => /ici|là/.test(record));
      assert.equal(kept.length, 2);
    });
    assert.equal(await page.getByRole('alert').filter({ hasText: 'ne garde pas vos annotations' }).count(), 0);
  });

  test('records of a newer version are reported and left unchanged', async (t) => {
    const record = '2\n{"étoile": 3}';
    const key = 'dispositif.annotation A/RES/74/175@fr op5.1';
    const page = await open(t, {
      before: (page) => page.addInitScript(([key, record]) => localStorage.setItem(key, record), [key, record]),
    });
    await hold(page, 'op5.1');
    await page.getByRole('alert').filter({ hasText: '1\u00a0annotation, d’une autre version' }).waitFor();
    await note(page).fill('par-dessus');
    await page.getByRole('alert').filter({ hasText: 'garde autre chose' }).waitFor();
    assert.equal((await records(page))[key], record);
  });

  test('an annotation follows its clause when a new version numbers clauses differently', async (t) => {
    const key = (clause) => `dispositif.annotation A/RES/74/175 ${clause}`;
    const quote = 'Prie l’Office des Nations Unies contre la drogue et le crime de fournir à ces fins';
    const page = await open(t, {
      before: (page) =>
        page.addInitScript(([key, record]) => localStorage.setItem(key, record), [key('op4.1'), `1*\n\n${quote}\nsuivie`]),
    });
    await sign(page, 'op5.1').waitFor();
    assert.equal(await page.locator('.own').count(), 1);
    await eventually(async () => assert.deepEqual(Object.keys(await records(page)).filter((k) => k.includes('annotation')), ['dispositif.annotation A/RES/74/175@fr op5.1']));
  });

  test('two windows that write one note keep both texts', async (t) => {
    const page = await open(t);
    const other = await page.context().newPage();
    await other.goto(url());
    await new Explorer(other).started();
    await hold(page, 'op5.1');
    await hold(other, 'op5.1');
    await Promise.all([
      note(page).pressSequentially('ce que je note ici', { delay: 15 }),
      note(other).pressSequentially('et là', { delay: 40 }),
    ]);
    await eventually(async () => {
      const [kept] = Object.values(await records(page)).filter((record) => record.includes('note'));
      for (const text of ['ce que je note ici', 'et là']) {
        assert.ok(kept.includes(text), kept);
        assert.ok((await note(page).inputValue()).includes(text));
        assert.ok((await note(other).inputValue()).includes(text));
      }
    });
  });

  test('an unclosed quotation mark is reported with its line', async (t) => {
    const page = await open(t);
    await seeAll(page);
    await takeIn(page, 'document,clause,note\nA/RES/74/175,op5.1,entière\nA/RES/74/175,op6.1,"ouverte\nA/RES/74/175,op7.1,perdue\n');
    await page.getByText('À la ligne 3 du fichier, un guillemet est ouvert').waitFor();
  });

  test('a file of 20,000 rows is taken in while the page answers, and the import can be undone', async (t) => {
    const page = await open(t);
    await hold(page, 'op5.1');
    await note(page).fill('ici');
    await seeAll(page);
    const rows = Array.from({ length: 20_000 }, (_, i) => `A/RES/1/${i % 50},op${i}.1,*,étiquette ${i % 5000},note ${i}`);
    rows.push('A/RES/74/175,op5.1,*,,là');
    await page.evaluate(() => {
      let last = performance.now();
      globalThis.longest = 0;
      setInterval(() => {
        const now = performance.now();
        globalThis.longest = Math.max(globalThis.longest, now - last);
        last = now;
      }, 0);
    });
    await takeIn(page, `document,clause,star,labels,note\n${rows.join('\n')}\n`);
    await page.getByText(/nouvelles 20\D?000, complétées 1/).waitFor({ timeout: 120_000 });
    const longest = await page.evaluate(() => globalThis.longest);
    t.diagnostic(`the longest task took ${Math.round(longest)} ms`);
    // A development build is some ten times slower than a release.
    assert.ok(longest < 5000, `${longest} ms`);
    assert.ok((await page.locator('.annotations li').count()) < 1000);
    const nRecords = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('dispositif.annotation ')).length);
    await eventually(async () => assert.equal(await nRecords(), 20_001));
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await eventually(async () => assert.equal(await nRecords(), 1));
    const [record] = Object.values(await records(page));
    assert.ok(record.endsWith('\nici'), record);
  });

  test('an import that is cancelled leaves everything as it was', async (t) => {
    const page = await open(t);
    await hold(page, 'op5.1');
    await note(page).fill('ici');
    await seeAll(page);
    const before = await records(page);
    const rows = Array.from({ length: 60_000 }, (_, i) => `A/RES/1/${i},op1.1,*,,note ${i}`);
    await takeIn(page, `document,clause,star,labels,note\n${rows.join('\n')}\n`);
    await page.locator('.annotations progress').waitFor();
    await page.locator('.annotations progress + button').click();
    await eventually(async () => assert.deepEqual(await records(page), before));
    assert.equal(await page.locator('.annotations progress').count(), 0);
  });

  test('a label with markup is shown as it is written', async (t) => {
    const page = await open(t);
    await hold(page, 'op5.1');
    await labels(page).fill('<img src=x onerror=alert(1)>');
    assert.equal(await sign(page, 'op5.1').innerText(), '<img src=x onerror=alert(1)>');
  });

  test('an addressee of 5,000 letters makes the matrix no wider than the screen', async (t) => {
    const page = await open(t, { viewport: { width: 360, height: 800 } });
    const words = `A/RES/75/9\n\nL’Assemblée générale,\n\n1. Prie le Bureau ${'X'.repeat(5000)} de faire rapport ;\n\n2. Prie l’${'x'.repeat(4000)} d’agir.\n`;
    await page.goto(new URL('?view=library', url()).href);
    await page.locator('[data-action=open] input').setInputFiles([{ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(words) }]);
    await page.locator('.report-lines li[data-outcome=read]').waitFor();
    await page.goto(new URL('?view=matrix&doc=A/RES/75/9@fr&in=this', url()).href);
    await page.locator('.matrix tbody th').filter({ hasText: /x{1000}/i }).first().waitFor();
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await eventually(async () => assert.ok((await wider()) <= 0, String(await wider())));
  });

  test('a word of 5,000 letters makes nothing wider than the screen', async (t) => {
    const long = 'x'.repeat(5000);
    const page = await open(t, {
      viewport: { width: 360, height: 800 },
      before: (page) =>
        page.addInitScript((long) => localStorage.setItem('dispositif.annotation A/RES/74/175@fr op5.1', `1*\n${long}\n\n${long}`), long),
    });
    for (const path of ['#op5.1', `?q=${long}`, `?actor=${long}`, `?annotation=label:${long}`, '?view=annotations']) {
      await page.goto(new URL(path, url()).href);
      await page.locator('html[data-start="ready"]').waitFor({ state: 'attached' });
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await eventually(async () => assert.ok((await wider()) <= 0, path.slice(0, 12)));
    }
  });
});
