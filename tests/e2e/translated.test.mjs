// A page translated by the browser. As Chrome's translator does, each text node is replaced by two nested <font> elements with
// other words, before and after the explorer has started.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';

/// Translates all that is on the page now, and all that comes to it.
const translate = () => {
  const font = (child) => {
    const element = document.createElement('font');
    element.style.verticalAlign = 'inherit';
    element.append(child);
    return element;
  };
  const one = (node) => {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent || parent.closest('font, script, style, textarea, option, title')) return;
    node.replaceWith(font(font(document.createTextNode(`${node.data.trim()}·`))));
  };
  const all = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return one(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(one);
  };
  all(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'characterData') one(target);
      else addedNodes.forEach(all);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
};

describe('a translated page', () => {
  const { visit } = site();

  const use = async (page) => {
    await page.locator('.facet li button').first().click();
    await eventually(() => assert.match(page.url(), /part=/));
    await eventually(async () => assert.ok((await page.locator('.clause[data-shade="found"]').count()) > 0));
    const nFound = await page.locator('.clause[data-shade="found"]').count();
    await page.locator('.steps button').last().click();
    await eventually(() => assert.match(page.url(), /#op/));
    await page.locator('.chips button').first().click();
    await eventually(() => assert.doesNotMatch(page.url(), /part=/));
    for (const view of ['table', 'matrix', 'references', 'due', 'text']) {
      const link = view === 'text' ? '.views li:first-child a' : `.views a[href*="view=${view}"]`;
      await page.locator(link).click();
      await eventually(async () => assert.equal(await page.locator(link).getAttribute('aria-current'), 'page'));
    }
    await page.locator('.paragraph').first().waitFor();
    await page.locator('#search').fill('terrorisme');
    await eventually(async () => assert.ok((await page.locator('mark').count()) > 10));
    return nFound;
  };

  test('starts, and goes on working', async (t) => {
    const page = await visit(t, { before: (page) => page.addInitScript(`addEventListener('DOMContentLoaded', ${translate})`) });
    await new Explorer(page).started();
    await use(page);
  });

  test('works on when it is translated after the start', async (t) => {
    const page = await visit(t);
    await new Explorer(page).started();
    await page.locator('.paragraph').last().waitFor();
    await page.evaluate(translate);
    await use(page);
    // The result is shown in the current words, not the earlier ones.
    const said = await page.locator('.found p').first().innerText();
    await page.locator('#search').fill('terrorisme prison');
    await eventually(async () => assert.notEqual(await page.locator('.found p').first().innerText(), said));
  });
});
