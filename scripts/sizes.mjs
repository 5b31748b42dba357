// What a first visit to the built site transfers, by kind, and how it compares with the budget.
//
//   node sizes.mjs FOLDER
//
// A first visit is what the page needs to be read and asked: HTML, styles, scripts, WebAssembly with its data, the
// interface's texts in one language (the largest is counted), and the icon of its tab. What the browser fetches behind
// a page that is ready is counted apart: the service worker, and all that it keeps for a visit without a network.
//
// Each size has a budget, which is what we want, and a ceiling, one per cent above what we have. It says how far the budget is,
// and fails above the ceiling, so that nothing grows unnoticed: see docs/size.md.
//
// The resolution is in the page as text and in the WebAssembly as data, and is counted in both.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { localesOf } from './make-locales.mjs';
import { filesOf } from './make-service-worker.mjs';
import { Page, fileOf } from './page.mjs';

const [folder = 'dist'] = process.argv.slice(2);
// In kB: brotli but for the one file, which nobody compresses.
const FIRST_VISIT = { budget: 170, ceiling: 324 };
const READER = { budget: 650, ceiling: 973 };
const ONE_FILE_SIZE = { budget: 1500, ceiling: 1730 };
const KINDS = { html: 'HTML', css: 'CSS', js: 'JavaScript', wasm: 'WebAssembly', svg: 'icon', txt: 'texts' };
const ONE_FILE = 'dispositif.html';
// Named in the page, and fetched when a device installs it, or by other programs.
const LATER = ['manifest', 'apple-touch-icon', 'alternate'];

const page = new Page(await readFile(join(folder, 'index.html'), 'utf8'));
const asked = [...page.all('link'), ...page.all('script')].filter(({ attributes }) => !LATER.includes(attributes.rel)).map(fileOf).filter(Boolean);

const sum = (rows) => rows.reduce((sums, row) => sums.map((sum, i) => sum + row[i]), [0, 0, 0]);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const sizesOf = async (name) => {
  const bytes = await readFile(join(folder, name));
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, quality).length];
};
const sizes = new Map();
for (const name of await filesOf(folder)) sizes.set(name, await sizesOf(name));

const largest = (names) => names.reduce((a, b) => (sizes.get(a)[2] > sizes.get(b)[2] ? a : b));
const files = ['index.html', ...new Set(asked), largest(localesOf(page).map(({ file }) => file))];

const kinds = new Map();
for (const name of files) {
  const kind = KINDS[name.split('.').pop()] ?? 'other';
  kinds.set(kind, [...(kinds.get(kind) ?? []), sizes.get(name)]);
}
const total = sum(files.map((name) => sizes.get(name)));

const line = (name, cells) => console.log(name.padEnd(16) + cells.map((cell) => cell.toLocaleString('en').padStart(11)).join(''));
line(`${files.length} files`, ['bytes', 'gzip 9', 'brotli 11']);
for (const [kind, rows] of kinds) line(kind, sum(rows));
line('first visit', total);

/// Compares a size with its budget, and fails above its ceiling.
const hold = (bytes, { budget, ceiling }) => {
  const over = bytes > budget * 1000 ? ', OVER BUDGET' : '';
  console.log(`${Math.round(bytes / budget / 10)} % of the budget of ${budget} kB${over}; the ceiling is ${ceiling} kB`);
  if (bytes > ceiling * 1000) process.exitCode = 1;
};
hold(total[2], FIRST_VISIT);

const names = [...sizes.keys()];
// With the tables of one language, the largest; each further language that a reader's texts are in adds its own.
const tables = names.filter((name) => name.startsWith('tables-'));
const reader = [...names.filter((name) => name.startsWith('reader-')), largest(tables)];
line('reader (worker)', sum(reader.map((name) => sizes.get(name))));
for (const name of reader) line(`  ${name.replace(/-\w{16}/, '')}`, sizes.get(name));
hold(sum(reader.map((name) => sizes.get(name)))[2], READER);
line(`  all ${tables.length} tables`, sum(tables.map((name) => sizes.get(name))));
line('service worker', sizes.get('sw.js'));
line(`keeps ${sizes.size - 1} files`, sum([...sizes].filter(([name]) => name !== 'sw.js').map(([, row]) => row)));
line('the one file', sizes.get(ONE_FILE));
hold(sizes.get(ONE_FILE)[0], ONE_FILE_SIZE);
