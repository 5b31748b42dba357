// Finishes the worker: joins the bindings from Trunk with reader-start.js into its script, and names the script and its
// WebAssembly by hash, so that a page never starts a worker of another version.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

const source = new URL('reader-start.js', import.meta.url);
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/// Renames its files. Returns the name of its script and, for the one-file edition, a script without WebAssembly and that
/// WebAssembly.
export async function makeReader(folder, minify) {
  const names = await readdir(folder);
  const only = (pattern) => {
    const found = names.filter((name) => pattern.test(name));
    if (found.length !== 1) throw new Error(`Trunk has left ${found.length} files like ${pattern}`);
    return join(folder, found[0]);
  };
  const [bindings, wasm] = [only(/^reader\b[^.]*\.js$/), only(/^reader.*\.wasm$/)];
  const code = (await readFile(bindings, 'utf8')) + (await readFile(source, 'utf8'));
  const scriptWith = async (WASM) => {
    const options = { define: { WASM: JSON.stringify(WASM) }, minify, target: 'es2022', legalComments: 'none' };
    return (await transform(code, options)).code;
  };
  const bytes = await readFile(wasm);
  const file = `./reader-${hashOf(bytes)}.wasm`;
  await rename(wasm, join(folder, file));
  const script = await scriptWith({ file });
  const name = `reader-${hashOf(script)}.js`;
  await rm(bindings);
  await writeFile(join(folder, name), script);
  return { name, inOneFile: async () => ({ script: await scriptWith({}), wasm: bytes }) };
}
