// Puts the interface's texts into a built site: a file a language, named by what it holds, and in the page an empty element
// for each that names the file. scripts/boot.js fetches the one that is wanted; the one-file edition has them packed.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = new URL('../data/locales/', import.meta.url);

/// Writes the files, and gives the page with their elements.
export async function makeLocales(folder, html) {
  let places = '';
  for (const file of (await readdir(source)).filter((name) => /^[a-z]+\.txt$/.test(name)).sort()) {
    const bytes = await readFile(new URL(file, source));
    const id = `locale-${file.slice(0, -'.txt'.length)}`;
    const name = `${id}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.txt`;
    await writeFile(join(folder, name), bytes);
    places += `<script type="text/plain" id="${id}" data-file="./${name}"></script>`;
  }
  const end = html.lastIndexOf('</body>');
  return html.slice(0, end) + places + html.slice(end);
}

/// The elements of the texts in a built page, each with the file that it names.
export const localesOf = (html) =>
  [...html.matchAll(/<script type="text\/plain" id="(locale-[a-z]+)" data-file="\.\/([^"]+)"><\/script>/g)].map(
    ([tag, id, file]) => ({ tag, id, file }),
  );
