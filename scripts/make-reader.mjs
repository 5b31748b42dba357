// Finishes the worker: joins the bindings from Trunk with reader-start.js into its script, adds the lexicon's tables as one
// file per language, and names the script, its WebAssembly and the tables by hash, so that a page never starts a worker of
// another version, nor a worker reads tables of another.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

const source = new URL('reader-start.js', import.meta.url);
const tables = new URL('../data/tables/', import.meta.url);
const sha256 = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding);
const hashOf = (bytes) => sha256(bytes, 'hex').slice(0, 16);

/// The tables of each language, by its code.
const readTables = async () => {
  const names = (await readdir(tables)).filter((name) => /^[a-z]+\.txt$/.test(name)).sort();
  const read = async (name) => [name.slice(0, -'.txt'.length), await readFile(new URL(name, tables), 'utf8')];
  return Object.fromEntries(await Promise.all(names.map(read)));
};

/// Renames its files. Returns the name of its script and, for the one-file edition, a script without files and what they
/// contain.
export async function makeReader(folder, minify) {
  const names = await readdir(folder);
  const only = (pattern) => {
    const found = names.filter((name) => pattern.test(name));
    if (found.length !== 1) throw new Error(`Trunk has left ${found.length} files like ${pattern}`);
    return join(folder, found[0]);
  };
  const [bindings, wasm] = [only(/^reader\b[^.]*\.js$/), only(/^reader.*\.wasm$/)];
  const code = (await readFile(bindings, 'utf8')) + (await readFile(source, 'utf8'));
  const scriptWith = async (files) => {
    const options = { define: { FILES: JSON.stringify(files) }, minify, target: 'es2022', legalComments: 'none' };
    return (await transform(code, options)).code;
  };
  const bytes = await readFile(wasm);
  const file = `./reader-${hashOf(bytes)}.wasm`;
  await rename(wasm, join(folder, file));
  const contents = await readTables();
  const places = {};
  for (const [language, text] of Object.entries(contents)) {
    places[language] = { name: `./tables-${language}-${hashOf(text)}.txt`, integrity: `sha256-${sha256(text, 'base64')}` };
    await writeFile(join(folder, places[language].name), text);
  }
  const script = await scriptWith({ wasm: file, tables: places });
  const name = `reader-${hashOf(script)}.js`;
  await rm(bindings);
  await writeFile(join(folder, name), script);
  return { name, inOneFile: async () => ({ script: await scriptWith(null), wasm: bytes, tables: contents }) };
}
