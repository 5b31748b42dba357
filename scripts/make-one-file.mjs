// Makes the one-file edition of a built site, `dispositif.html`, which opens from a disk, an e-mail or a USB stick. Browsers
// load no modules and fetch nothing from a disk, so the file contains everything: the styles, the scripts as classic ones,
// the icon, and the packed WebAssembly and texts, encoded as characters.
//
// Its security policy is stricter than the site's: it allows no request at all, and allows the script and the styles by their
// hashes.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compress } from 'lzma1';
import { lettersOf } from './letters.mjs';
import { localesOf } from './make-locales.mjs';
import { Page, fileOf } from './page.mjs';

const NAME = 'dispositif.html';

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// LZMA makes the WebAssembly a third smaller than gzip, but takes a minute instead of two seconds for a build that is not
// optimized.
const packed = (bytes) => lettersOf(process.env.QUICK_BUILD ? gzipSync(bytes) : compress(bytes, 9));

async function scriptOf(file, alias = {}) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    alias,
    // The bindings use their own URL only if they are not given the WebAssembly, which they are here.
    define: { 'import.meta.url': '""' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0].text;
}

export async function makeOneFile(folder, worker) {
  const page = new Page(await readFile(join(folder, 'index.html'), 'utf8'));
  const read = (file) => readFile(join(folder, file), 'utf8');
  const policy = page.only('meta', { 'http-equiv': 'Content-Security-Policy' });
  const [icon, style, bindings, wasm] = ['icon', 'stylesheet', 'modulepreload', 'preload'].map((rel) => page.only('link', { rel }));
  const [settings, boot] = ['settings-', 'boot-'].map((name) => page.only('script', { src: (src) => src.includes(name) }));
  const reader = page.only('meta', { name: 'reader' });

  const css = await read(fileOf(style));
  if (/<\/style/i.test(css)) throw new Error('The styles would end before their end.');
  const unpacking = await scriptOf('one-file-unpack.js');
  const script = (await scriptOf('one-file-start.js', { bindings: resolve(folder, fileOf(bindings)) })) + (await read(fileOf(boot)));
  const early = await read(fileOf(settings));
  if (/<\/script|<!--/i.test(unpacking + script + early + worker.script)) throw new Error('The script would end before its end.');
  const drawing = `data:image/svg+xml;base64,${Buffer.from(await read(fileOf(icon))).toString('base64')}`;
  const rules = [
    "default-src 'none'",
    `script-src ${[early, unpacking, script].map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(css)}`,
    'img-src data:',
    // A worker needs a URL, and a page from a disk can only use one that it makes itself. Its code is
    // in this page, and no other script can create one.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ];

  page.replace(policy, `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`);
  page.replace(icon, `<link rel="icon" href="${drawing}">`);
  page.replace(style, `<style>${css}</style>`);
  page.replace(settings, `<script>${early}</script>`);
  page.replace(reader, '<meta name="reader" content="">');
  for (const link of [boot, bindings, wasm]) page.replace(link, '');
  const data = (type, id, text) => `<script type="${type}" id="${id}">${text}</script>`;
  const texts = {};
  for (const { element, id, language, file } of localesOf(page)) {
    texts[language] = await read(file);
    page.replace(element, data('text/plain', id, ''));
  }
  // Removes what only a site has: its manifest, and the icons for installing it.
  for (const link of page.all('link', { rel: (rel) => /^(?:manifest|apple-touch-icon)$/.test(rel) })) page.replace(link, '');
  page.setAttribute(page.only('html'), 'data-edition', 'file');
  // Packed together, as scripts/reader-start.js unpacks them: 74 kB less than apart.
  const tables = Buffer.from(Object.entries(worker.tables).map(([language, table]) => `${language}\n${table}`).join('\f'));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(worker.wasm.length);
  // The packed data comes before the scripts that unpack it, and both come after the elements they work on.
  const scripts = [
    data('text/plain', 'packed', packed(await readFile(join(folder, fileOf(wasm))))),
    data('text/plain', 'packed-texts', packed(Buffer.from(JSON.stringify(texts)))),
    data('text/plain', 'packed-reader', packed(Buffer.concat([length, worker.wasm, tables]))),
    data('text/plain', 'reader', worker.script),
    `<script id="unpack">${unpacking}</script>`,
    `<script>${script}</script>`,
  ];
  page.append('body', scripts.join(''));
  await writeFile(join(folder, NAME), String(page));
}
