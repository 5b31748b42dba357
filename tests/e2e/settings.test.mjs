// Links, citations, settings, marks, printing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { eventually, site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

/// The citations of operative paragraph 5, with plain spaces.
const CITATIONS = {
  'Référence en français': 'résolution 74/175 de l’Assemblée générale, en date du 18 décembre 2019, par. 5',
  OSCOLA: 'UNGA Res 74/175 (18 December 2019) UN Doc A/RES/74/175, para 5',
  Bluebook: 'G.A. Res. 74/175, ¶ 5 (Dec. 18, 2019)',
};

const plain = (words) => words.replace(/\u00a0/g, ' ');

/// Keeps the clipboard in the page, where each test has its own.
const withClipboard = (page) =>
  page.addInitScript(() => {
    const clipboard = { writeText: async (text) => void (globalThis.copied = text) };
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: clipboard });
  });

const share = (page, place) => page.locator(`[id="${place}"]`).getByRole('group', { name: 'Copier' });

describe('links and citations', () => {
  const { visit, url } = site();
  const open = async (t, options) => {
    const explorer = await new Explorer(await visit(t, { before: withClipboard, ...options })).started();
    return explorer.page;
  };
  const copied = (page) => page.evaluate(() => globalThis.copied);
  const news = (page) => page.getByRole('status').locator('div').filter({ hasText: /^Copié/ });

  test('the paragraph where the reader is gives its link, and its citation in each form', async (t) => {
    const page = await open(t, { path: '?q=preuve#op5' });
    await share(page, 'op5').getByRole('button', { name: 'Lien vers ce passage' }).click();
    await news(page).waitFor();
    // Who is sent there is not asked the sender's question.
    assert.equal(await copied(page), `${url()}?doc=A/RES/74/175@fr#op5`);
    for (const [form, citation] of Object.entries(CITATIONS)) {
      await share(page, 'op5').getByRole('button', { name: form }).click();
      await news(page).filter({ hasText: citation }).waitFor();
      assert.equal(plain(await copied(page)), citation);
    }
  });

  test('other paragraphs offer nothing to copy', async (t) => {
    const page = await open(t, { path: '#op5' });
    assert.equal(await page.getByRole('group', { name: 'Copier' }).count(), 1);
  });

  test('a selected clause gives its own link, by keyboard alone', async (t) => {
    const page = await open(t);
    await page.locator('[id="op1.2"] .phrase').focus();
    await page.keyboard.press('Enter');
    await share(page, 'op1').getByRole('button', { name: 'Lien vers ce passage' }).focus();
    await page.keyboard.press('Enter');
    await news(page).waitFor();
    assert.equal(await copied(page), `${url()}?doc=A/RES/74/175@fr#op1.2`);
  });

  test('the link to the whole question says all that is asked', async (t) => {
    const path = '?actor=unodc&topic!=children&q=preuve&rest=hidden';
    const page = await open(t, { path });
    await page.getByRole('button', { name: 'Copier le lien' }).click();
    await news(page).waitFor();
    assert.equal(await copied(page), url() + path);
  });

  test('copying the same again is said again', async (t) => {
    const page = await open(t, { path: '#op5' });
    const link = share(page, 'op5').getByRole('button', { name: 'Lien vers ce passage' });
    await link.click();
    const first = await news(page).elementHandle();
    await link.click();
    await eventually(async () => assert.equal(await first.evaluate((note) => note.isConnected), false));
    assert.equal(await news(page).count(), 1);
  });

  test('a clause or a paragraph is copied in quotation marks with its citation', async (t) => {
    for (const path of ['#op5.1', '#op5']) {
      const page = await open(t, { path });
      await share(page, 'op5').getByRole('button', { name: 'Passage cité et référence' }).click();
      await news(page).waitFor();
      assert.match(plain(await copied(page)), /^« Prie l’Office.*[^ ;,] » \(résolution 74\/175 de .*, en date du 18 décembre 2019, par. 5\)$/);
    }
  });

  for (const [how, before] of [
    ['has no clipboard', (page) => page.addInitScript(() => delete Navigator.prototype.clipboard)],
    [
      'refuses its clipboard',
      (page) =>
        page.addInitScript(() => {
          const clipboard = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
          Object.defineProperty(Navigator.prototype, 'clipboard', { value: clipboard });
        }),
    ],
  ]) {
    test(`where the browser ${how} the text stands there, chosen, to be copied by hand`, async (t) => {
      const page = await open(t, { path: '#op5', before });
      await share(page, 'op5').getByRole('button', { name: 'OSCOLA' }).click();
      const field = page.getByRole('textbox', { name: /pas autorisé la copie/ });
      await field.waitFor();
      const chosen = () => field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
      await eventually(async () => assert.equal(plain(await chosen()), CITATIONS.OSCOLA));
      assert.equal(await field.evaluate((field) => field === document.activeElement), true);
      await page.getByRole('status').getByRole('button', { name: 'Fermer' }).click();
      await field.waitFor({ state: 'detached' });
    });
  }
});

describe('settings', () => {
  const { visit } = site();
  const open = async (t, options) => (await new Explorer(await visit(t, options)).started()).page;
  const settings = (page) => page.getByRole('dialog', { name: 'Réglages' });
  const choose = async (page, setting, value) => {
    if (!(await settings(page).isVisible())) {
      if (await page.locator('.bar .menu').isVisible()) await page.locator('.bar .menu summary').click();
      await page.getByRole('button', { name: 'Réglages' }).click();
    }
    await settings(page).getByRole('group', { name: setting }).getByRole('radio', { name: value, exact: true }).check();
  };
  const style = (page, selector, property) =>
    page.locator(selector).first().evaluate((element, property) => getComputedStyle(element)[property], property);
  const keep = (kept) => (page) =>
    page.addInitScript((kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`dispositif.${key}`, value);
    }, kept);

  test('colours, size and density are seen at once, and on the next visit', async (t) => {
    const page = await open(t, { colorScheme: 'light' });
    const look = async () => [
      await style(page, 'html', 'backgroundColor'),
      await style(page, '.document', 'fontSize'),
      await style(page, '.paragraph', 'marginTop'),
    ];
    assert.deepEqual(await look(), ['rgb(253, 252, 250)', '18px', '14px']);
    await choose(page, 'Thème', 'sombre');
    await choose(page, 'Taille du texte', 'très grande');
    await choose(page, 'Interligne', 'resserré');
    const chosen = ['rgb(22, 24, 27)', '24px', '8px'];
    assert.deepEqual(await look(), chosen);
    await page.reload();
    await new Explorer(page).started();
    assert.deepEqual(await look(), chosen);
  });

  test('the page has its colours before the explorer starts', async (t) => {
    const page = await visit(t, {
      colorScheme: 'light',
      errors: [/./],
      before: async (page) => {
        await keep({ theme: 'dark', size: 'largest' })(page);
        await page.route('**/*.wasm', (route) => route.abort());
      },
    });
    // After the second try, which loads the page again.
    await page.locator('html[data-start="missing"]').waitFor({ state: 'attached' });
    assert.equal(await style(page, 'html', 'backgroundColor'), 'rgb(22, 24, 27)');
    assert.equal(await style(page, '.static-text', 'fontSize'), '24px');
  });

  test('damaged storage is treated as empty', async (t) => {
    const page = await open(t, { before: keep({ theme: '☃', size: '', density: 'null', keys: '{', marks: '1' }) });
    const { theme, size, density, keys, marks } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    assert.deepEqual([theme, size, density, keys, marks], ['system', 'normal', 'airy', 'on', 'one']);
  });

  test('a window stores only its own choices and leaves those of another window', async (t) => {
    const page = await open(t);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await new Explorer(other).started();
    await choose(page, 'Interligne', 'resserré');
    await choose(other, 'Thème', 'sombre');
    await other.evaluate(() => localStorage.setItem('dispositif.language', 'es'));
    await choose(page, 'Taille du texte', 'grande');
    const stored = (key) => page.evaluate((key) => localStorage.getItem(`dispositif.${key}`), key);
    assert.deepEqual(
      [await stored('theme'), await stored('density'), await stored('size'), await stored('language')],
      ['dark', 'compact', 'large', 'es'],
    );
  });

  test('forbidden storage loses only what would be remembered', async (t) => {
    const page = await open(t, {
      before: (page) =>
        page.addInitScript(() =>
          Object.defineProperty(globalThis, 'localStorage', {
            get() {
              throw new DOMException('no', 'SecurityError');
            },
          }),
        ),
    });
    await choose(page, 'Thème', 'sombre');
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  });

  test('a reader who asks the system for more contrast has it', async (t) => {
    const page = await open(t, { contrast: 'more' });
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'contrast');
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`with high contrast, ${colorScheme}, no text has less than 7 to 1`, async (t) => {
      const path = '?actor=unodc&topic!=children&q=preuve#op1.2';
      const page = await open(t, { colorScheme, path, before: keep({ theme: 'contrast', marks: 'all' }) });
      const { violations } = await new AxeBuilder({ page })
        .options({ runOnly: ['color-contrast', 'color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } })
        .analyze();
      const wrong = violations.flatMap(({ nodes }) => nodes.map(({ target, any }) => `${target} ${any[0]?.message}`));
      assert.deepEqual(wrong, []);
    });
  }

  test('axe finds nothing in the settings', async (t) => {
    const page = await open(t);
    await choose(page, 'Repérer acteurs et thèmes', 'partout');
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target)}`), []);
  });

  test('single keys can be switched off, and Escape goes on working', async (t) => {
    const page = await open(t, { path: '#op1.2' });
    await choose(page, 'Raccourcis à une touche', 'désactivés');
    await settings(page).getByRole('button', { name: 'Fermer' }).click();
    await settings(page).waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(new URL(page.url()).hash, ''));
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  test('marks are only where a clause is looked at, or everywhere, or where something was found', async (t) => {
    const page = await open(t);
    const nMarked = (within = '') => page.locator(`.paragraph p ${within} :is([data-role], [data-evidence])`).count();
    assert.equal(await nMarked(), 0);
    await page.getByRole('button', { name: 'Repérer acteurs et thèmes' }).click();
    await eventually(async () => assert.ok((await nMarked()) > 100));
    for (const role of ['Destinataires', 'En coopération avec', 'Bénéficiaires', 'Également mentionnés', 'Thèmes']) {
      await page.locator('.legend li').filter({ hasText: role }).waitFor();
    }
    await new Explorer(page).value('Acteurs', 'ONUDC').click();
    await eventually(async () => assert.equal(await nMarked('[data-shade="rest"]'), 0));
    assert.ok((await nMarked('[data-shade="found"]')) > 10);
    await page.getByRole('button', { name: 'Repérer acteurs et thèmes' }).click();
    await eventually(async () => assert.equal(await nMarked(), 0));
  });

  test('at 400 % the settings and what can be copied fit the page', async (t) => {
    const page = await open(t, { viewport: { width: 320, height: 256 }, path: '?q=preuve#op5' });
    const fits = async () => {
      const { scrollWidth, clientWidth } = await widths(page);
      assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth} px`);
    };
    await fits();
    await choose(page, 'Taille du texte', 'très grande');
    await fits();
    const { width } = await settings(page).boundingBox();
    const inner = await settings(page).evaluate((dialog) => dialog.scrollWidth);
    assert.ok(inner <= width, `${inner} px in a dialog of ${width} px`);
  });
});

describe('on paper', () => {
  const { visit, url } = site();
  const print = async (t, path) => {
    const { page } = await new Explorer(await visit(t, { path })).started();
    await page.emulateMedia({ media: 'print' });
    return page;
  };

  test('the head says what was asked, what was found and where to find it again', async (t) => {
    const path = '?actor=unodc&action=prier&topic!=children&q=preuve&rest=hidden';
    const page = await print(t, path);
    const head = plain(await page.locator('.printed').innerText());
    assert.match(head, /^\d+ clauses? dans \d+ paragraphes?$/m);
    for (const words of ['Acteurs (destinataires) : ONUDC', 'Verbes : Prie', 'Thèmes : sauf Enfants', 'texte : preuve',
      'Le reste du texte : masqué', url() + path]) {
      assert.ok(head.split('\n').includes(words), `${words} is not in: ${head}`);
    }
    for (const button of await page.locator('button:not(.gap), .call').filter({ visible: true }).all()) {
      assert.ok((await button.getAttribute('aria-label'))?.startsWith('Note'), await button.innerText());
    }
  });

  test('in dimmed text nothing is black, not what joins two clauses either', async (t) => {
    const page = await print(t, '?action=prier&rest=dimmed');
    const inks = await page.locator('.paragraph[data-shade]').evaluateAll((paragraphs) => {
      const found = (node) => node.parentElement.closest('[data-shade="found"].clause');
      const inks = {};
      for (const paragraph of paragraphs) {
        const walk = document.createTreeWalker(paragraph.querySelector('p, h3'), NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
          const ink = getComputedStyle(node.parentElement).color;
          (inks[found(node) ? 'found' : 'rest'] ??= {})[ink] = node.data;
        }
      }
      return inks;
    });
    assert.equal(Object.keys(inks.rest).length, 1, JSON.stringify(inks.rest));
    assert.ok(!(Object.keys(inks.rest)[0] in inks.found));
  });

  test('a button prints only what was found, another one all of the text', async (t) => {
    const before = (page) => page.addInitScript(() => { window.print = () => { window.printed = document.querySelectorAll('.paragraph').length; }; });
    const { page } = await new Explorer(await visit(t, { path: '?action=prier', before })).started();
    const printed = async () => { await page.waitForFunction(() => window.printed); return page.evaluate(() => { const n = window.printed; window.printed = 0; return n; }); };
    await page.getByRole('button', { name: 'Imprimer les résultats' }).click();
    await printed();
    assert.ok(page.url().includes('rest=hidden'));
    await page.getByRole('button', { name: 'Imprimer tout le texte' }).click();
    await printed();
    assert.ok(!page.url().includes('rest=hidden'));
  });

  test('a selection takes along only the notes that it calls', async (t) => {
    const whole = await print(t, '');
    const all = await whole.locator('.notes dl > div').count();
    const page = await print(t, '?action=prier&rest=hidden');
    const inDigits = (marks) => marks.map((mark) => mark.replace(/[[\]]/g, ''));
    const marks = new Set(inDigits(await page.locator('.paragraph sup').filter({ visible: true }).allInnerTexts()));
    const notes = inDigits(await page.locator('.notes dt').allInnerTexts());
    assert.deepEqual(notes, [...marks].sort((a, b) => a - b));
    assert.ok(notes.length > 0 && notes.length < all, `${notes.length} of ${all}`);
  });

  test('the dark page is printed dark on light', async (t) => {
    const { page } = await new Explorer(
      await visit(t, { before: (page) => page.addInitScript(() => localStorage.setItem('dispositif.theme', 'dark')) }),
    ).started();
    await page.emulateMedia({ media: 'print' });
    const ink = await page.locator('.paragraph').first().evaluate((element) => getComputedStyle(element).color);
    assert.equal(ink, 'rgb(28, 30, 33)');
  });
});
