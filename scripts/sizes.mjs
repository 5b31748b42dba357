// What a first visit to the built site transfers, by kind, and how that stands to the budget.
//
//   node sizes.mjs FOLDER [BUDGET-IN-KB] [CEILING-IN-KB]
//
// We are over the budget, and say so. The ceiling is what we have reached: it fails when the page grows again, and is
// lowered with every kilobyte saved, until the budget is the ceiling.
//
// The resolution stands in the page as text and in the WebAssembly as data, and is counted there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder = 'dist', budget = '110', ceiling = '147'] = process.argv.slice(2);
const KINDS = { html: 'HTML', css: 'CSS', js: 'JavaScript', wasm: 'WebAssembly', svg: 'icon' };

const html = await readFile(join(folder, 'index.html'), 'utf8');
// All that the page itself asks for. What a reader may call up later (a worker, another edition) is not named in it.
const asked = [...html.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="?(?:\.\/)?([^\s">]+)/g)].map(([, name]) => name);
const files = ['index.html', ...new Set(asked)];

const rows = new Map();
for (const name of files) {
  const bytes = await readFile(join(folder, name));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, quality).length];
  const kind = KINDS[name.split('.').pop()] ?? 'other';
  rows.set(kind, (rows.get(kind) ?? [0, 0, 0]).map((sum, i) => sum + sizes[i]));
}
const total = [...rows.values()].reduce((sums, row) => sums.map((sum, i) => sum + row[i]), [0, 0, 0]);

const line = (name, cells) => console.log(name.padEnd(14) + cells.map((cell) => String(cell).padStart(11)).join(''));
line(`${files.length} files`, ['bytes', 'gzip 9', 'brotli 11']);
for (const [kind, row] of rows) line(kind, row.map((size) => size.toLocaleString('en')));
line('first visit', total.map((size) => size.toLocaleString('en')));

const share = total[2] / (Number(budget) * 1000);
console.log(`${Math.round(share * 100)} % of the budget of ${budget} kB (brotli)`);
if (share > 1) console.log(`over the budget by ${Math.round(total[2] / 1000 - Number(budget))} kB; the ceiling is ${ceiling} kB`);
if (total[2] > Number(ceiling) * 1000) process.exitCode = 1;
