// What a first visit to the built site transfers, by kind, and how that stands to the budget.
//
//   node sizes.mjs FOLDER [BUDGET-IN-KB] [BUDGET-OF-THE-ONE-FILE-IN-KB] [BUDGET-OF-THE-READER-IN-KB]
//
// A first visit is what the page needs to be read and asked: HTML, styles, scripts, WebAssembly with its data, and the
// icon of its tab. What the browser fetches behind a page that is ready is counted apart: the service worker, and all
// that it keeps for a visit without a network.
//
// It fails where a budget is not kept.
//
// The resolution is in the page as text and in the WebAssembly as data, and is counted in both.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesOf } from './make-service-worker.mjs';

const [folder = 'dist', budget = '170', oneFileBudget = '1500', readerBudget = '650'] = process.argv.slice(2);
const KINDS = { html: 'HTML', css: 'CSS', js: 'JavaScript', wasm: 'WebAssembly', svg: 'icon' };
const ONE_FILE = 'dispositif.html';
// Named in the page, and fetched when a device installs it.
const OF_INSTALLING = /\brel="?(?:manifest|apple-touch-icon)\b/;

const html = await readFile(join(folder, 'index.html'), 'utf8');
const tags = [...html.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="?(?:\.\/)?([^\s">]+)[^>]*>/g)];
const asked = tags.filter(([tag]) => !OF_INSTALLING.test(tag)).map(([, name]) => name);
const files = ['index.html', ...new Set(asked)];

const sum = (rows) => rows.reduce((sums, row) => sums.map((sum, i) => sum + row[i]), [0, 0, 0]);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const sizesOf = async (name) => {
  const bytes = await readFile(join(folder, name));
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, quality).length];
};
const sizes = new Map();
for (const name of await filesOf(folder)) sizes.set(name, await sizesOf(name));

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

const share = total[2] / (Number(budget) * 1000);
console.log(`${(share * 100).toFixed(1)} % of the budget of ${budget} kB (brotli)`);
if (share > 1) process.exitCode = 1;

const reader = sum([...sizes].filter(([name]) => name.startsWith('reader-')).map(([, row]) => row));
line('reader (worker)', reader);
console.log(`${Math.round(reader[2] / Number(readerBudget) / 10)} % of its budget of ${readerBudget} kB (brotli)`);
if (reader[2] > Number(readerBudget) * 1000) process.exitCode = 1;
line('service worker', sizes.get('sw.js'));
line(`keeps ${sizes.size - 1} files`, sum([...sizes].filter(([name]) => name !== 'sw.js').map(([, row]) => row)));
const [oneFile] = sizes.get(ONE_FILE);
line('the one file', sizes.get(ONE_FILE));
console.log(`${Math.round((oneFile / Number(oneFileBudget)) / 10)} % of its budget of ${oneFileBudget} kB (as it is)`);
if (oneFile > Number(oneFileBudget) * 1000) process.exitCode = 1;
