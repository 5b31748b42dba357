// The scripts' page: what is changed in its HTML, and that nothing else is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page, fileOf } from '../../scripts/page.mjs';

const HTML = `<!doctype html><html lang=fr><!-- <link rel=icon href=no.svg> --><link href=./a.css rel=stylesheet>
<link rel="icon" href="./b.svg"><script src="./c.js" async></script></head><body><p title="<script src=d.js>">1 &lt; 2</p></body></html>\n`;

test('elements are found by tag and attributes, and none in comments or values', () => {
  const page = new Page(HTML);
  assert.deepEqual(page.all('link').map(fileOf), ['a.css', 'b.svg']);
  assert.deepEqual(page.all('script', { src: (src) => src.endsWith('.js') }).map(fileOf), ['c.js']);
  assert.equal(fileOf(page.only('link', { rel: 'icon' })), 'b.svg');
  assert.throws(() => page.only('link'), /2 elements <link/);
  assert.throws(() => page.only('style'), /0 elements/);
});

test('what is replaced, appended and set is changed, and the rest stays to the letter', () => {
  const page = new Page(HTML);
  assert.equal(String(page), HTML);
  page.append('body', '<i>$&</i>');
  page.replace(page.only('script'), '');
  page.replace(page.only('link', { rel: 'stylesheet' }), '<style>a{}</style>');
  page.setAttribute(page.only('html'), 'data-edition', 'file');
  page.append('head', '<meta name=a>');
  page.append('head', '<meta name=b>');
  const expected = HTML.replace('<html ', '<html data-edition="file" ')
    .replace('<link href=./a.css rel=stylesheet>', '<style>a{}</style>')
    .replace('<script src="./c.js" async></script>', '<meta name=a><meta name=b>')
    .replace('</body>', () => '<i>$&</i></body>');
  assert.equal(String(page), expected);
});
