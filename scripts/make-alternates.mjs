// Puts the bundled documents into a built site as other programs read them, and links them from the page: a search
// engine or a library's harvester finds JSON and Akoma Ntoso there. No reader's page fetches them, and none stores them.
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../data/alternates/', import.meta.url));
const TYPES = { json: 'application/json', xml: 'application/akn+xml' };

/// Copies the files. Gives the page with their links, and their names.
export async function makeAlternates(folder, html) {
  const names = (await readdir(source)).filter((name) => /\.(?:json|xml)$/.test(name)).sort();
  let links = '';
  for (const name of names) {
    await copyFile(join(source, name), join(folder, name));
    const [, language, extension] = /\.([a-z]{2})\.([a-z]+)$/.exec(name);
    links += `<link rel="alternate" type="${TYPES[extension]}" hreflang="${language}" href="./${name}">`;
  }
  return { html: html.replace('</head>', `${links}</head>`), names };
}
