// What Trunk leaves to be done to the site that it has built; its post_build hook.
//
// A release: scripts made small (Trunk leaves the bindings of wasm-bindgen as they are), and the stylesheets joined
// into one, which is one request and compresses better than ten. While developing: our security policy is loosened
// just enough for the inline script by which Trunk reloads the page.
//
// In the end the site is put into one file, and the service worker learns what there is to keep.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeForgetfulWorker, makeServiceWorker } from './make-service-worker.mjs';
import { makeOneFile } from './make-one-file.mjs';
import { makeSmall } from './make-small.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
const index = join(folder, 'index.html');
let html = await readFile(index, 'utf8');

if (process.env.TRUNK_PROFILE === 'release') {
  const { transform } = await import('esbuild');
  const minified = async (code, loader) =>
    (await transform(code, { loader, minify: true, target: 'esnext', legalComments: 'none' })).code;

  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.js'))) {
    const path = join(folder, name);
    await writeFile(path, await minified(await readFile(path, 'utf8'), 'js'));
  }

  const links = [...html.matchAll(/<link\b[^>]*\brel="?stylesheet"?[^>]*>/g)].map(([link]) => link);
  const names = links.map((link) => /\bhref="?(?:\.\/)?([^\s">]+)/.exec(link)[1]);
  const css = await minified((await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n'), 'css');
  const joined = `style-${createHash('sha256').update(css).digest('hex').slice(0, 16)}.css`;
  await Promise.all(names.map((name) => rm(join(folder, name))));
  await writeFile(join(folder, joined), css);
  links.forEach((link, i) => (html = html.replace(link, i === 0 ? `<link rel="stylesheet" href="./${joined}">` : '')));
} else {
  html = html.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
}

// The words of each language by a name of their own too, so that no page reads those of another version.
for (const [, name] of html.matchAll(/\bdata-file="?(words\/\w+\.txt)/g)) {
  const hash = createHash('sha256').update(await readFile(join(folder, name))).digest('hex').slice(0, 8);
  const named = name.replace('.txt', `-${hash}.txt`);
  await rename(join(folder, name), join(folder, named));
  html = html.replace(name, named);
}

await writeFile(index, html);

if (process.env.TRUNK_PROFILE === 'release') {
  const [preload] = /<link\b[^>]*\brel="?modulepreload\b[^>]*>/.exec(html);
  const bindings = /\bhref="?(?:\.\/)?([^\s">]+)/.exec(preload)[1];
  const wasm = join(folder, (await readdir(folder)).find((name) => name.endsWith('.wasm')));
  // The functions of src/ui/later.rs are the doors to what is fetched when it is first needed.
  const parts = await makeSmall(wasm, join(folder, bindings), (name) => /::ui::later::\w+"?$/.test(name));
  await makeOneFile(folder);
  if (parts) {
    const name = `later-${createHash('sha256').update(parts.later).digest('hex').slice(0, 16)}.wasm`;
    await writeFile(wasm, parts.first);
    await writeFile(join(folder, name), parts.later);
    html = html.replace('</head>', `<meta name="later" content="./${name}"></head>`);
  }
  // Trunk named these files before their contents were made small: by that name a cache may have others.
  for (const name of (await readdir(folder)).filter((name) => /\.(?:js|wasm)$/.test(name) && html.includes(name))) {
    const hash = createHash('sha256').update(await readFile(join(folder, name))).digest('hex').slice(0, 16);
    const named = name.replace(/(?<=-)[0-9a-f]{16}/, hash);
    await rename(join(folder, name), join(folder, named));
    html = html.replaceAll(name, named);
  }
  await writeFile(index, html);
  await makeServiceWorker(folder);
} else {
  await makeForgetfulWorker(folder);
}
