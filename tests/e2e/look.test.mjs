// The first impression, and narrow pages.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer, widths } from './explorer.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('the first look', () => {
  const { visit } = site();
  const explorer = async (t, path = '', options) => new Explorer(await visit(t, { path, ...options })).started();

  test('says what this is, that it is not official, and what a clause is', async (t) => {
    const { page } = await explorer(t, '', { locale: 'en' });
    const welcome = page.locator('.welcome');
    await welcome.getByText(/not official/).waitFor();
    await welcome.getByText(/A clause is/).waitFor();
    assert.match(await page.locator('.foot').innerText(), /not official/);
  });

  test('in another language says which one the text is in, and leads to it in six', async (t) => {
    const { page } = await explorer(t, '', { locale: 'en' });
    const tongues = page.locator('.tongues');
    assert.match(await tongues.innerText(), /Language of this text: Français/);
    const links = await tongues.getByRole('link').evaluateAll((all) => all.map((link) => link.href));
    assert.deepEqual(links.map((link) => /\/(\w\w)\/A\/RES\/74\/175$/.exec(link)[1]).sort(), ['ar', 'en', 'es', 'fr', 'ru', 'zh']);
    await page.locator('#languages').selectOption('fr');
    await eventually(async () => assert.doesNotMatch(await tongues.innerText(), /Langue du texte/));
  });

  test('the part is above the fold, and the brand leads home', async (t) => {
    const explored = await explorer(t, '?actor=unodc&q=preuve&view=table', { viewport: { width: 1280, height: 720 } });
    const { y, height } = await explored.facet('Partie').boundingBox();
    assert.ok(y + height < 720, `at ${y}`);
    await explored.page.getByRole('link', { name: 'Dispositif', exact: true }).click();
    await eventually(() => assert.deepEqual(explored.question(), []));
    await explored.page.locator('.masthead').waitFor();
  });

  test('an actor that is only mentioned says where, and a click shows it there', async (t) => {
    const explored = await explorer(t);
    const value = explored.facet('Acteurs').locator('[data-key=interpol] .choose');
    assert.match(await value.innerText(), /aucune mention dans ce rôle, \d+ dans tous les rôles/);
    const promised = Number(/(\d+) dans tous/.exec(await value.innerText())[1]);
    await value.click();
    await explored.chip('INTERPOL').waitFor();
    await eventually(async () => assert.equal(await explored.nFound(), promised));
  });

  test('a hidden range is revealed by a click and by the search of the browser', async (t) => {
    const { page } = await explorer(t, '?actor=secretary-general&rest=hidden');
    const gap = page.locator('.gap').first();
    const stretch = page.locator(`[id="${await gap.getAttribute('aria-controls')}"]`);
    assert.equal(await stretch.getAttribute('hidden'), 'until-found');
    await gap.click();
    await eventually(async () => assert.equal(await gap.getAttribute('aria-expanded'), 'true'));
    assert.equal(await stretch.getAttribute('hidden'), null);
    await gap.click();
    await eventually(async () => assert.equal(await gap.getAttribute('aria-expanded'), 'false'));
    await stretch.evaluate((element) => element.dispatchEvent(new Event('beforematch', { bubbles: true })));
    await eventually(async () => assert.equal(await gap.getAttribute('aria-expanded'), 'true'));
  });

  test('the list of paragraphs goes to one, and so does its number in the search box', async (t) => {
    const explored = await explorer(t);
    const { page } = explored;
    const list = page.getByRole('combobox', { name: 'Aller au paragraphe' });
    await list.selectOption({ value: 'op17' });
    await page.locator('#op17[aria-current="location"]').waitFor();
    assert.equal(await list.inputValue(), '');
    await explored.search.fill('§ 21');
    await explored.search.press('Enter');
    await page.locator('#op21[aria-current="location"]').waitFor();
    assert.equal(await explored.search.inputValue(), '');
  });

  test('a link to a question says at once which match is next, before anything is scrolled', async (t) => {
    const { page } = await explorer(t, '?actor=unodc');
    await page.locator('.position').getByText(/1 sur 23/).waitFor();
  });

  test('Enter takes the only suggestion, by any name of an actor', async (t) => {
    for (const name of ['ONUDC', 'UNODC']) {
      const explored = await explorer(t);
      await explored.search.fill(name);
      await explored.page.locator('.empty .suggestion').waitFor();
      await explored.search.press('Enter');
      await explored.chip('ONUDC').waitFor();
      assert.equal(await explored.search.inputValue(), '');
    }
  });

  test('the list of languages goes on from the last choice, though its texts are still on their way', async (t) => {
    const explored = await explorer(t);
    const { page } = explored;
    const held = [];
    await page.route(/locale-/, (route) => held.push(route));
    const list = page.locator('#languages');
    const codes = await list.locator('option').evaluateAll((all) => all.map((option) => option.value));
    await list.focus();
    await page.keyboard.press('ArrowDown');
    // The page is drawn again in between.
    await explored.value('Acteurs', 'ONUDC').click();
    await explored.chip('ONUDC').waitFor();
    await list.focus();
    await page.keyboard.press('ArrowDown');
    const last = codes[codes.indexOf('fr') + 2];
    assert.equal(await list.inputValue(), last);
    await eventually(() => assert.equal(held.length, 2));
    for (const route of held.reverse()) await route.continue();
    await eventually(async () => assert.equal(await page.locator('html').getAttribute('lang'), last));
  });

  test('suggestions cover neither the tabs nor the chips', async (t) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 700 }]) {
      const { page, search } = await explorer(t, '', { viewport });
      await search.pressSequentially('terror');
      await page.locator('.below .suggestion').first().waitFor();
      const [below, tabs] = await Promise.all(['.below', '.tabs'].map((part) => page.locator(part).boundingBox()));
      assert.ok(below.y + below.height <= tabs.y + 1, JSON.stringify({ below, tabs }));
    }
  });

  test('half a word is not said to find nothing before a pause', async (t) => {
    const explored = await explorer(t);
    await explored.search.pressSequentially('ONU');
    assert.equal(await explored.page.locator('.empty').isVisible(), false);
    // An unknown number is not shown as 0.
    const counts = () => explored.facet('Partie').locator('.count').allInnerTexts();
    assert.ok((await counts()).some((count) => count !== '0'));
    await explored.page.locator('.empty .suggestion').first().waitFor();
    assert.deepEqual(await counts(), ['0', '0']);
  });

  test('after a choice the letters typed are a step of their own', async (t) => {
    const explored = await explorer(t, '?q=terrorisme');
    await explored.value('Acteurs', 'ONUDC').click();
    await explored.chip('ONUDC').waitFor();
    await explored.search.fill('assistance');
    await eventually(() => assert.deepEqual(explored.question(), [['actor', 'unodc'], ['q', 'assistance']]));
    await explored.page.goBack();
    await eventually(() => assert.deepEqual(explored.question(), [['actor', 'unodc'], ['q', 'terrorisme']]));
  });

  test('a link to a document that is not here says so', async (t) => {
    const { page } = await explorer(t, '?doc=~0123456789abcdef&in=~fedcba9876543210');
    await page.getByRole('alert').getByText(/~0123456789abcdef/).waitFor();
    assert.equal(await page.locator('.empty').count(), 0);
  });

  test('a search in another language names the language of the text', async (t) => {
    const { page } = await explorer(t, '?q=zzzz+evidence', { locale: 'en' });
    await page.locator('.empty').getByText(/The text is in French/).waitFor();
    // Also where the interface has that language, and the words have another.
    const french = await explorer(t, '?q=zzzz+evidence');
    await french.page.locator('.empty').getByText(/Le texte est en français/).waitFor();
  });
});

describe('on a narrow page', () => {
  const { visit } = site();

  test('the analysis opens as a sheet that is seen, and does not cover its clause', async (t) => {
    const { page } = await new Explorer(await visit(t, PHONE)).started();
    const phrase = page.locator('[id="op12.1"] .phrase');
    await phrase.scrollIntoViewIfNeeded();
    await phrase.tap();
    const sheet = page.locator('.analysis > div');
    await sheet.waitFor();
    await eventually(async () => {
      const [over, under] = [await sheet.boundingBox(), await phrase.boundingBox()];
      assert.ok(over.y > 844 * 0.4 && Math.abs(over.y + over.height - 844) < 2, JSON.stringify(over));
      assert.ok(under.y > 0 && under.y < over.y, JSON.stringify(under));
    });
    await page.locator('.analysis .close').tap();
    await sheet.waitFor({ state: 'detached' });
  });

  for (const locale of ['fr', 'en', 'es', 'ar', 'zh', 'ru']) {
    test(`in «${locale}» what was found is on top while one reads, and nothing is cut off`, async (t) => {
      const { page } = await new Explorer(await visit(t, { locale, path: '?actor=unodc&actor=member-states&q=terrorisme' })).started();
      for (const width of [320, 360, 390, 430]) {
        await page.setViewportSize({ width, height: 740 });
        await page.evaluate(() => scrollTo(0, 0));
        const bar = await page.locator('.bar').boundingBox();
        assert.ok(bar.height < 120, `the header is ${bar.height} px high at ${width}`);
        await page.evaluate(() => scrollTo(0, 1200));
        await eventually(async () => {
          const found = await page.locator('.found').boundingBox();
          assert.ok(found.y >= -1 && found.height < 96, `at ${width}: ${JSON.stringify(found)}`);
        });
        // What becomes of the rest is labelled.
        assert.ok(await page.locator('.found .switch legend').isVisible());
        // On the way back the tabs and what is chosen are there.
        await page.evaluate(async () => {
          // As by a finger: over several frames.
          for (const y of [1150, 1100, 1050, 1000]) {
            scrollTo(0, y);
            await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
          }
        });
        await eventually(async () => {
          for (const part of ['.views', '.chips']) {
            const { y } = await page.locator(part).boundingBox();
            assert.ok(y >= -1 && y < 200, `${part} at ${y}`);
          }
        });
        const { scrollWidth, clientWidth } = await widths(page);
        assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
      }
    });
  }

  test('on the way up the search box and the filters return, above the tabs', async (t) => {
    const { page } = await new Explorer(await visit(t, PHONE)).started();
    for (const [y, isSeen] of [[3000, false], [2800, true]]) {
      await page.evaluate((y) => scrollTo(0, y), y);
      await eventually(async () => {
        const [search, filters, tabs] = await Promise.all(
          ['#search', '.open-filters', '.views'].map((part) => page.locator(part).boundingBox()),
        );
        assert.equal(search.y >= 0 && filters.y >= 0, isSeen, JSON.stringify({ search, filters, tabs }));
        if (isSeen) assert.ok(tabs.y >= search.y + search.height - 1 && tabs.y < 120, JSON.stringify({ search, tabs }));
      });
    }
  });

  test('on the way up the tabs stay when a paragraph above the lines in view gets longer', async (t) => {
    const { page } = await new Explorer(await visit(t, PHONE)).started();
    const scrolled = (y) => page.evaluate(async (y) => {
      scrollTo(0, y);
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    }, y);
    const going = (way) => page.locator(`html[data-going="${way}"]`).waitFor({ state: 'attached' });
    await scrolled(1500);
    await going('down');
    await scrolled(1400);
    await going('up');
    await page.evaluate(async () => {
      const frame = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      document.querySelector('#pp1 > p').style.paddingBlockEnd = '300px';
      // The browser moves the page with the lines in view.
      for (let frames = 0; scrollY < 1600 && frames < 60; frames++) await frame();
      await frame();
    });
    assert.ok(await page.evaluate(() => scrollY) >= 1600);
    await going('up');
  });

  for (const locale of ['fr', 'en', 'es', 'ar', 'zh', 'ru']) {
    test(`in «${locale}» from 1280 to 1920 px the search box, the tabs, the card and the text have one edge and one width`, async (t) => {
      const { page } = await new Explorer(await visit(t, { locale })).started();
      for (const width of [1280, 1366, 1440, 1600, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const boxes = {};
        for (const part of ['.search', '.tabs', '.welcome', '#pp2 > p']) {
          const { x, width } = await page.locator(part).first().boundingBox();
          boxes[part] = [Math.round(x), Math.round(x + width)];
        }
        const [first, ...others] = Object.values(boxes);
        for (const other of others) {
          for (const end of [0, 1]) assert.ok(Math.abs(other[end] - first[end]) <= 2, `at ${width}: ${JSON.stringify(boxes)}`);
        }
        const { scrollWidth, clientWidth } = await widths(page);
        assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
      }
    });

    test(`in «${locale}» all tabs fit, and those that have no room are in a menu named after the view`, async (t) => {
      const { page } = await new Explorer(await visit(t, { locale, path: '?view=annotations' })).started();
      for (const width of [320, 360, 390, 430, 640, 768, 1000, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        await eventually(async () => {
          const { cut, n } = await page.locator('.views').evaluate((list) => ({
            cut: list.scrollWidth - list.clientWidth,
            n: [...list.querySelectorAll('a')].filter((link) => link.checkVisibility()).length,
          }));
          assert.ok(cut <= 1, `${cut} px of the tabs are out of sight at ${width}`);
          assert.equal(n, width < 640 ? 3 : 8, `at ${width}`);
          const { scrollWidth, clientWidth } = await widths(page);
          assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
        });
      }
      await page.setViewportSize({ width: 360, height: 740 });
      const menu = page.locator('.tabs summary');
      const name = await page.locator('.view-title').innerText();
      assert.equal((await menu.innerText()).trim(), name);
      await menu.click();
      assert.equal(await page.locator('.tabs details a:visible').count(), 5);
      await page.keyboard.press('Escape');
      await eventually(async () => assert.equal(await page.locator('.tabs details[open]').count(), 0));
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
      await menu.click();
      await page.mouse.click(180, 700);
      await eventually(async () => assert.equal(await page.locator('.tabs details[open]').count(), 0));
      await menu.click();
      await page.locator('.tabs details a[href*="view=matrix"]').click();
      await page.locator('.matrix').waitFor();
      assert.equal((await menu.innerText()).trim(), await page.locator('.view-title').innerText());
    });

    test(`in «${locale}» what was found has one row on a laptop, and the tabs and what is chosen stay over the text`, async (t) => {
      const path = '?actor=unodc&q=terrorisme#op5.1';
      const { page } = await new Explorer(await visit(t, { locale, path, viewport: { width: 1280, height: 800 } })).started();
      await page.locator('.analysis').waitFor();
      const { height } = await page.locator('.found').boundingBox();
      assert.ok(height <= 56, `${height} px high`);
      await page.mouse.move(700, 500);
      await page.mouse.wheel(0, 1500);
      await eventually(() => page.locator('html[data-going="down"]').waitFor({ state: 'attached' }));
      for (const part of ['.views', '.chips', '.found']) {
        const { y } = await page.locator(part).boundingBox();
        assert.ok(y >= 50 && y < 200, `${part} at ${y}`);
      }
    });
  }

  test('letters, words and lines set wider apart are not cut off', async (t) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
      const { page } = await new Explorer(await visit(t, { viewport, path: '?actor=unodc#op5.1' })).started();
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
        document.adoptedStyleSheets = [sheet];
      });
      const cut = await page.locator('button, a, label, summary, .chip, p, h1, h2, h3, dt, dd').evaluateAll((all) =>
        all.filter((one) => {
          const style = getComputedStyle(one);
          const hides = (axis) => ['hidden', 'clip'].includes(style[axis]);
          return one.checkVisibility() && style.position !== 'absolute'
            && ((hides('overflowX') && one.scrollWidth > one.clientWidth + 1) || (hides('overflowY') && one.scrollHeight > one.clientHeight + 1));
        }).map((one) => one.outerHTML.slice(0, 90)));
      assert.deepEqual(cut, []);
      const { scrollWidth, clientWidth } = await widths(page);
      assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
    }
  });
});
