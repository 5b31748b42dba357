// Adds the interface's texts to a built site: one file per language, with a hash in its name, and an empty element in the
// page that names it. scripts/boot.js fetches the one that is needed; the one-file edition has them packed.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = new URL('../data/locales/', import.meta.url);

/// Writes the files, and returns the page with their elements.
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

/// The elements in a built page, each with the name of its file.
export const localesOf = (html) =>
  [...html.matchAll(/<script type="text\/plain" id="(locale-[a-z]+)" data-file="\.\/([^"]+)"><\/script>/g)].map(
    ([tag, id, file]) => ({ tag, id, file }),
  );
