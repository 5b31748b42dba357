// Adds the bundled documents to a built site as JSON and Akoma Ntoso, and links them from the page, for search engines and
// harvesters. The page neither fetches nor stores them.
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Page } from './page.mjs';

const source = fileURLToPath(new URL('../data/alternates/', import.meta.url));
const TYPES = { json: 'application/json', xml: 'application/akn+xml' };

/// Copies the files. Returns the page with their links, and their names.
export async function makeAlternates(folder, html) {
  const names = (await readdir(source)).filter((name) => /\.(?:json|xml)$/.test(name)).sort();
  const page = new Page(html);
  for (const name of names) {
    await copyFile(join(source, name), join(folder, name));
    const [, language, extension] = /\.([a-z]{2})\.([a-z]+)$/.exec(name);
    page.append('head', `<link rel="alternate" type="${TYPES[extension]}" hreflang="${language}" href="./${name}">`);
  }
  return { html: String(page), names };
}
