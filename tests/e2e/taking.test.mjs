// Copied text is the printed text: selected from any word, without the controls next to it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';

const WIDE = { width: 1440, height: 900 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('copying text', () => {
  const { visit } = site();
  const reader = async (t, options) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    return (await new Explorer(await visit(t, { viewport: WIDE, permissions, ...options })).started()).page;
  };

  const select = (page, from, to) =>
    page.evaluate(([from, to]) => {
      getSelection().setBaseAndExtent(document.querySelector(from), 0, document.querySelector(to), document.querySelector(to).childNodes.length);
    }, [from, to]);

  const copied = async (page) => {
    await page.keyboard.press('Control+c');
    return page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const as = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
      return { plain: await as('text/plain'), html: await as('text/html'), selected: String(getSelection()) };
    });
  };

  /// The place of a word on the screen.
  const placeOf = (page, selector, word) =>
    page.locator(selector).first().evaluate((element, word) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(word);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + word.length);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left, right, middle: top + height / 2 };
      }
      return null;
    }, word);

  for (const [path, what] of [['', 'as it opens'], ['#op5.1', 'with a clause open'], ['?actor=unodc', 'with a question']]) {
    test(`a drag from the first word of a clause selects it, ${what}`, async (t) => {
      const page = await reader(t, { path });
      await page.locator('#op6').evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const from = await placeOf(page, '[id="op6.1"]', 'Prie');
      const to = await placeOf(page, '[id="op6.1"]', 'drogue');
      await page.mouse.move(from.left + 1, from.middle);
      await page.mouse.down();
      await page.mouse.move(to.left, to.middle + 1, { steps: 8 });
      await page.mouse.move(to.right - 1, to.middle, { steps: 4 });
      await page.mouse.up();
      const before = page.url();
      const words = () => page.evaluate(() => String(getSelection()));
      assert.match(await words(), /^Prie également l’Office des Nations Unies contre la drogu?e?/);
      // Hovering over other clauses does not lose the selection.
      await page.mouse.move(to.left, to.middle + 200, { steps: 6 });
      assert.match(await words(), /^Prie également/);
      assert.equal(page.url(), before);
    });
  }

  for (const path of ['#op5.1', '?actor=unodc&q=preuve#op5.1', '?actor=unodc&rest=hide#op5']) {
    test(`paragraphs are copied without the analysis and the tools: ${path}`, async (t) => {
      const page = await reader(t, { path });
      await page.locator('.share').first().waitFor();
      await select(page, '#op5', '#op8');
      const { plain, html, selected } = await copied(page);
      for (const text of [plain, selected, html.replace(/<[^>]*>/g, ' ')]) {
        for (const tool of ['Destinataires', 'Étoile', 'Copier', 'OSCOLA', 'Note personnelle', 'quelqu’un est appelé', 'en anglais']) {
          assert.ok(!text.includes(tool), `${tool} in ${text}`);
        }
      }
      // A number is in the line of its paragraph.
      assert.match(plain, /^5\.\s[^\n]*Prie l’Office/);
      assert.match(plain, /\n6\.\s[^\n]*Prie également/);
    });
  }

  test('a passage is copied as paragraphs, without the marks of its analysis', async (t) => {
    const page = await reader(t, { path: '?q=conventions#op2.1' });
    await page.locator('[data-evidence]').first().waitFor();
    await select(page, '#op2', '#op3');
    const { plain, html } = await copied(page);
    assert.match(html, /<p>2\.(?:&nbsp;|\s)<em>Encourage<\/em> les États Membres .*<sup>\[6\]<\/sup> .*<p>3\./s);
    assert.doesNotMatch(html, /<(?:span|mark|button)|\s(?:style|class|role|data-\w+)=/);
    assert.doesNotMatch(plain, /\n{3}/);
  });

  test('each view is copied without its controls, and its cells stay cells', async (t) => {
    for (const [view, tool] of [['brief', 'Grouper par'], ['due', 'agenda'], ['annotations', 'Importer'], ['questions', 'Ajouter'], ['matrix', 'En lignes']]) {
      const page = await reader(t, { path: `?view=${view}` });
      await page.getByText(tool).first().waitFor();
      await page.keyboard.press('Control+a');
      const { plain, html } = await copied(page);
      for (const text of [plain, html]) assert.ok(!text.includes(tool), `${view}: ${text}`);
      if (view !== 'matrix') continue;
      assert.match(plain, /\nONUDC\t23\t\t\t\t23\n/);
      assert.match(html, /<tr><th>ONUDC<\/th><td><a href="[^"]+">23<\/a><\/td><td><\/td>/);
    }
  });

  test('the call of a note is copied apart from the word before it', async (t) => {
    for (const options of [{}, { ...PHONE }]) {
      const page = await reader(t, options);
      await select(page, '#op6', '#op6');
      const { plain } = await copied(page);
      assert.match(plain, /étrangères\[\d+\]/);
    }
  });

  test('the notes at the end are copied with their marks in brackets, as they are called', async (t) => {
    const page = await reader(t);
    await page.locator('.notes dt').first().waitFor();
    await select(page, '.notes dl', '.notes dl > div:nth-child(3)');
    const { plain } = await copied(page);
    assert.match(plain, /\[1\]\s[^\n]/);
  });

  test('all of the page, copied, is the text of the document', async (t) => {
    const page = await reader(t, { path: '?actor=unodc#op5.1' });
    await page.keyboard.press('Control+a');
    const { plain } = await copied(page);
    for (const tool of ['Verbes', 'Tout afficher', 'Bibliothèque', 'clauses dans', 'Tout effacer', 'Destinataires', 'Télécharger']) {
      assert.ok(!plain.includes(tool), tool);
    }
    assert.match(plain, /soixante-quinzième session/);
  });

  test('the analysis itself can be copied', async (t) => {
    const page = await reader(t, { path: '#op5.1' });
    const name = page.locator('.analysis dt').first();
    const { x, y, width, height } = await name.boundingBox();
    await page.mouse.move(x + 1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 40, y + height / 2, { steps: 6 });
    await page.mouse.up();
    const { plain } = await copied(page);
    assert.match(plain, /Destin/);
  });

  test('no line begins with the call of a note, whatever the width', async (t) => {
    const page = await reader(t);
    for (const width of [1280, 900, 430, 412, 390, 375, 360, 345, 330, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => { document.documentElement.dataset.whole = ''; });
      const begins = await page.locator('.body sup').evaluateAll((calls) =>
        calls.filter((call) => {
          const before = document.createRange();
          let node = call.previousSibling;
          while (node?.lastChild) node = node.lastChild;
          if (!node?.data) return false;
          before.setStart(node, node.data.length - 1);
          before.setEnd(node, node.data.length);
          const letter = [...before.getClientRects()].at(-1);
          return Math.abs(call.getBoundingClientRect().bottom - letter.bottom) > letter.height;
        }).map((call) => call.textContent));
      assert.deepEqual(begins, [], `at ${width} px`);
    }
  });

  test('a phrase is opened and closed by the keys that press a button', async (t) => {
    const page = await reader(t);
    const phrase = page.locator('[id="op5.1"] .phrase');
    await phrase.focus();
    assert.equal(await phrase.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await phrase.getAttribute('aria-expanded'), 'true'));
    await eventually(() => assert.match(page.url(), /#op5\.1$/));
    await page.keyboard.press('Space');
    await eventually(async () => assert.equal(await phrase.getAttribute('aria-expanded'), 'false'));
    assert.ok(await phrase.evaluate((element) => element === document.activeElement));
  });
});
