// Makes the explorer's WebAssembly small, and parts from it what is fetched when it is first needed.
//
// A reader who only reads and filters need not wait for the matrix. What may come later is what the functions of
// `ui::later` call and nothing else does (see src/ui/later.rs). In the first module each of these functions becomes a
// step through a table, which stays empty until the second module, on its arrival, puts the real functions into it.
// The second one has no memory of its own: it works on the first one's, and brings along the constants that nobody else
// refers to. (The linker is told to leave each constant a segment of its own: see scripts/build.)
//
// It works on the text form of WebAssembly, before wasm-opt, which would merge what is to be parted.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/// What all browsers of the last years have.
const FEATURES = [
  '--enable-bulk-memory',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
];

/// How it is optimised. What counts is the size after compression, and repetition costs next to nothing there: less is
/// inlined than wasm-opt would, and functions of one kind, which their names tell, stand side by side. Nothing lies in the
/// lowest kilobyte of the memory, where the stack ends, so that constants may go into the addresses of loads.
const OPTIMISED = [
  '-O3',
  '--flexible-inline-max-function-size=4',
  '--one-caller-inline-max-function-size=60',
  '--converge',
  '--dealign',
  '--low-memory-unused',
  '--reorder-functions-by-name',
];

/// How far before a constant an address may be taken that is meant for it.
const NEAR = 8;

const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)`;
const all = (text, pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([, found]) => found);

/// The top-level forms of a module's text, by kind.
const forms = (text) => {
  const kinds = {};
  for (const form of text.split(/\n(?= \()/).slice(1)) {
    const kind = /^ \((\w+)/.exec(form)[1];
    (kinds[kind] ??= []).push(form.replace(/\n\)\s*$/, '\n'));
  }
  return kinds;
};

/// What a function takes and gives, without the names: `(param i32 i32) (result i32)`.
const signature = (form) => {
  const head = /^ +\((?:func|import)[^\n]*/.exec(form)[0];
  const params = all(head, String.raw`\(param ${NAME} ([^)]*)\)`);
  const plain = all(head, String.raw`\(param ((?!\$)[^)]*)\)`).flatMap((types) => types.split(' '));
  const results = all(head, String.raw`\(result ([^)]*)\)`);
  const types = params.length ? params : plain;
  const words = [types.length ? `(param ${types.join(' ')})` : '', results.length ? `(result ${results.join(' ')})` : ''];
  return { n_params: types.length, words: words.join(' ') };
};

/// The constants of the memory, each a segment of its own: where it begins, its bytes as they are written.
const segmentsOf = (forms) =>
  forms.map((form) => {
    const [, start, written] = /\(i32\.const (\d+)\) "((?:[^"\\]|\\.)*)"\)\s*$/.exec(form);
    const bytes = written.match(/\\[0-9a-f]{2}|\\.|[^]/g) ?? [];
    return { start: Number(start), end: Number(start) + bytes.length, bytes };
  });

/// Forms that have the bytes of segments. Those that stand close together become one.
const joined = (segments) => {
  const runs = [];
  for (const { start, end, bytes } of segments) {
    const run = runs.at(-1);
    if (run && start - run.end < 16) run.bytes.push(...Array(start - run.end).fill('\\00'), ...bytes);
    else runs.push({ start, bytes: [...bytes] });
    runs.at(-1).end = end;
  }
  return runs.map(({ start, bytes }) => ` (data (i32.const ${start}) "${bytes.join('')}")`);
};

/// The addresses in an order, to be asked which of them lie from one place to another.
const addresses = (numbers) => {
  const sorted = Float64Array.from(numbers).sort();
  return (from, to) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < from) low = middle + 1;
      else high = middle;
    }
    return sorted[low] <= to;
  };
};

const numbersIn = (text) => all(text, String.raw`(?:i32\.const |offset=)(\d+)`).map(Number);

/// Which constants only the later functions refer to: no number in the first ones, and none in the constants that stay, is
/// the address of one of their bytes. What is taken a little before a constant, as by a table that begins at 1, may also be
/// the end of the one before it, and so counts for both.
const laterData = (segments, first, later) => {
  const byteOf = (byte) => {
    if (/^\\[0-9a-f]{2}$/.test(byte)) return parseInt(byte.slice(1), 16);
    return { '\\t': 9, '\\n': 10, '\\r': 13 }[byte] ?? byte.at(-1).charCodeAt(0);
  };
  const wordsIn = ({ start, bytes }) => {
    const words = [];
    for (let at = (4 - (start % 4)) % 4; at + 4 <= bytes.length; at += 4) {
      const [a, b, c, d] = bytes.slice(at, at + 4).map(byteOf);
      words.push(a + b * 256 + c * 65536 + d * 16777216);
    }
    return words;
  };
  const reached = (numbers) => {
    const reached = new Set();
    let open = numbers;
    while (open.length) {
      const isIn = addresses(open);
      const found = segments.filter((segment) => !reached.has(segment) && isIn(segment.start - NEAR, segment.end));
      found.forEach((segment) => reached.add(segment));
      open = found.flatMap(wordsIn);
    }
    return reached;
  };
  const stays = reached(first.flatMap(numbersIn));
  const wanted = reached(later.flatMap(numbersIn));
  return new Set(segments.filter((segment) => wanted.has(segment) && !stays.has(segment)));
};

/// The texts of the two modules; nothing if there is nothing to part.
export const split = (text, isLater) => {
  const { type = [], import: imports = [], global = [], memory = [], table = [], elem = [], data = [], export: exported = [], start = [], func = [], ...rest } = forms(text);
  if (Object.keys(rest).length) throw new Error(`not known how to part: ${Object.keys(rest)}`);
  const name_of = (form, kind) => new RegExp(String.raw`\(${kind} (${NAME})`).exec(form)?.[1];
  const functions = new Map(func.map((form) => [name_of(form, 'func'), form]));
  const imported = new Map(imports.filter((form) => name_of(form, 'func')).map((form) => [name_of(form, 'func'), form]));
  const calls = (form) => all(form, String.raw`\((?:call|return_call|ref\.func) (${NAME})`);

  const reach = (roots, closed) => {
    const reached = new Set();
    const open = [...roots];
    while (open.length) {
      const name = open.pop();
      if (reached.has(name) || closed.has(name) || !functions.has(name)) continue;
      reached.add(name);
      open.push(...calls(functions.get(name)));
    }
    return reached;
  };
  const doors = new Set([...functions.keys()].filter(isLater));
  if (doors.size === 0) return undefined;
  // What a table holds may be called by anyone.
  const roots = [
    ...exported.map((form) => name_of(form, 'func')),
    ...elem.flatMap((form) => all(form.replace(/^ \(elem[^(]*/, ''), `(${NAME})`)),
    ...start.flatMap((form) => all(form, `(${NAME})`)),
  ];
  const first = reach(roots, doors);
  const later = new Map([...reach(doors, first)].map((name) => [name, functions.get(name)]));
  for (const door of doors) if (first.has(door)) throw new Error(`${door} is held by a table`);

  // Only doors are called from the first module: whatever else is later, only later functions call.
  const slots = [...doors];
  const step = (name, slot) => {
    const { n_params, words } = signature(functions.get(name));
    const given = Array.from({ length: n_params }, (_, i) => `(local.get ${i})`).join(' ');
    return ` (func ${name} ${words}\n  (call_indirect $later ${words} ${given} (i32.const ${slot})))\n`;
  };
  const shared = new Set([...later.values()].flatMap(calls).filter((name) => !later.has(name)));
  const uses = (name) => [...later.values()].some((form) => new RegExp(String.raw`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[\s)])`).test(form));
  const globals = global.filter((form) => uses(name_of(form, 'global')));

  const exports = [];
  const wanted = [];
  [...shared].forEach((name, i) => {
    exports.push(` (export "f${i}" (func ${name}))`);
    wanted.push(` (import "p" "f${i}" (func ${name} ${signature(functions.get(name) ?? imported.get(name)).words}))`);
  });
  globals.forEach((form, i) => {
    const name = name_of(form, 'global');
    const type = /\(mut \w+\)|(?<=\s)[if](?:32|64)(?=\s)/.exec(form.slice(form.indexOf(name) + name.length))[0];
    exports.push(` (export "g${i}" (global ${name}))`);
    wanted.push(` (import "p" "g${i}" (global ${name} ${type}))`);
  });
  memory.forEach((form, i) => {
    exports.push(` (export "m${i}" (memory ${name_of(form, 'memory')}))`);
    wanted.push(` (import "p" "m${i}" ${form.trim()})`);
  });
  table.forEach((form, i) => {
    exports.push(` (export "t${i}" (table ${name_of(form, 'table')}))`);
    wanted.push(` (import "p" "t${i}" ${form.trim()})`);
  });
  const segments = segmentsOf(data);
  const moved = laterData(segments, [...first].map((name) => functions.get(name)), [...later.values()]);
  const slots_table = `(table $later ${slots.length} ${slots.length} funcref)`;

  const module = (parts) => `(module\n${parts.flat().join('\n')}\n)\n`;
  return {
    first: module([
      type,
      imports,
      global,
      memory,
      joined(segments.filter((segment) => !moved.has(segment))),
      table,
      ` ${slots_table}`,
      elem,
      exported,
      exports,
      ` (export "later" (table $later))`,
      start,
      [...first].map((name) => functions.get(name)),
      slots.map(step),
    ]),
    later: module([
      type,
      wanted,
      ` (import "p" "later" ${slots_table})`,
      joined([...moved]),
      ` (elem (table $later) (i32.const 0) func ${slots.join(' ')})`,
      [...later.values()],
    ]),
  };
};

/// Gives the names by which a module and its bindings call each other the shortest form there is, in both.
export const shorten = (text, bindings) => {
  const names = all(text, String.raw`\n \((?:import "[^"]*"|export) "(\w{4,})"`).filter((name) => bindings.includes(name));
  const short = new Map(names.map((name, i) => [name, `$${i.toString(36)}`]));
  const word = (name) => short.get(name) ?? name;
  return {
    text: text.replace(/(?<=\n \((?:import "[^"]*"|export) ")\w+(?=")/g, word),
    bindings: bindings.replace(/[\w$]+/g, word),
  };
};

const tool = (name, ...options) => run(name, [...FEATURES, ...options], { maxBuffer: 1 << 26 });

/// Makes a module and its bindings, on disk, as small as they can be. Gives the module in two parts, the second one
/// only if there is something to part.
export const makeSmall = async (wasm, bindings, isLater) => {
  const folder = await mkdtemp(join(tmpdir(), 'wasm-'));
  const at = (name) => join(folder, name);
  const optimised = async (text) => {
    await writeFile(at('part.wat'), text);
    await tool('wasm-as', '-g', at('part.wat'), '-o', at('part.wasm'));
    await tool('wasm-opt', ...OPTIMISED, at('part.wasm'), '-o', at('part.wasm'));
    return readFile(at('part.wasm'));
  };
  try {
    await tool('wasm-dis', wasm, '-o', at('whole.wat'));
    const small = shorten(await readFile(at('whole.wat'), 'utf8'), await readFile(bindings, 'utf8'));
    await writeFile(bindings, small.bindings);
    await writeFile(wasm, await optimised(small.text));
    const parts = split(small.text, isLater);
    return parts && { first: await optimised(parts.first), later: await optimised(parts.later) };
  } finally {
    await rm(folder, { recursive: true });
  }
};
