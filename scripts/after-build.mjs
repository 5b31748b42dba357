// Trunk's post_build hook: finishes the built site.
//
// In a release it minifies the scripts (Trunk does not minify wasm-bindgen's bindings) and joins the stylesheets into one,
// which is one request and compresses better. In development it relaxes the security policy just enough for the inline
// script with which Trunk reloads the page.
//
// Finally it makes the one-file edition and the service worker with its list of files.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLocales } from './make-locales.mjs';
import { makeAlternates } from './make-alternates.mjs';
import { makeForgetfulWorker, makeServiceWorker } from './make-service-worker.mjs';
import { makeOneFile } from './make-one-file.mjs';
import { makeReader } from './make-reader.mjs';
import { Page, fileOf } from './page.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
const index = join(folder, 'index.html');
const page = new Page(await readFile(index, 'utf8'));

// The page finds its worker by this name: see src/ui/browser/worker.rs.
const reader = await makeReader(folder, process.env.TRUNK_PROFILE === 'release');
page.append('head', `<meta name="reader" content="./${reader.name}">`);
await makeLocales(folder, page);

if (process.env.TRUNK_PROFILE === 'release') {
  const { build, transform } = await import('esbuild');
  const small = { minify: true, target: 'esnext', legalComments: 'none' };
  const minified = async (code, loader) => (await transform(code, { ...small, loader })).code;
  // Removes unused code from the bindings: scripts/boot.js passes them the file's name.
  const startOnly = async (file) => {
    const stdin = { contents: `export { default } from './${file}';`, resolveDir: folder };
    const define = { 'import.meta.url': '""' };
    const { outputFiles } = await build({ ...small, stdin, define, bundle: true, write: false, format: 'esm' });
    return outputFiles[0].text;
  };

  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.js') && name !== reader.name)) {
    const path = join(folder, name);
    const isScript = /^(?:boot|settings)-/.test(name);
    await writeFile(path, isScript ? await minified(await readFile(path, 'utf8'), 'js') : await startOnly(name));
  }

  const links = page.all('link', { rel: 'stylesheet' });
  const sheets = await Promise.all(links.map((link) => readFile(join(folder, fileOf(link)), 'utf8')));
  const css = await minified(sheets.join('\n'), 'css');
  const style = `style-${createHash('sha256').update(css).digest('hex').slice(0, 16)}.css`;
  await Promise.all(links.map((link) => rm(join(folder, fileOf(link)))));
  await writeFile(join(folder, style), css);
  for (const link of links) page.replace(link, '');
  page.append('head', `<link rel="stylesheet" href="./${style}">`);
}

let html = String(page);
if (process.env.TRUNK_PROFILE !== 'release') html = html.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
await writeFile(index, html);

if (process.env.TRUNK_PROFILE === 'release') {
  await makeOneFile(folder, await reader.inOneFile());
  // Trunk named these files before they were minified: a cache may have other contents under that name.
  // Its hash has fewer than 16 digits when the first ones are zero.
  for (const name of (await readdir(folder)).filter((name) => /\.(?:js|wasm)$/.test(name) && name !== reader.name && html.includes(name))) {
    const hash = createHash('sha256').update(await readFile(join(folder, name))).digest('hex').slice(0, 16);
    const named = name.replace(/(?<=-)[0-9a-f]{1,16}(?=[._])/, hash);
    await rename(join(folder, name), join(folder, named));
    html = html.replaceAll(name, named);
  }
  const alternates = await makeAlternates(folder, html);
  await writeFile(index, alternates.html);
  await makeServiceWorker(folder, alternates.names);
} else {
  await makeForgetfulWorker(folder);
}
