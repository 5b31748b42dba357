// Adds the interface's texts to a built site: one file per language, with a hash in its name, and an empty element in the
// page that names it. scripts/boot.js fetches the one that is needed; the one-file edition has them packed.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = new URL('../data/locales/', import.meta.url);

/// Writes the files, and gives the page their elements.
export async function makeLocales(folder, page) {
  for (const file of (await readdir(source)).filter((name) => /^[a-z]+\.txt$/.test(name)).sort()) {
    const bytes = await readFile(new URL(file, source));
    const id = `locale-${file.slice(0, -'.txt'.length)}`;
    const name = `${id}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.txt`;
    await writeFile(join(folder, name), bytes);
    page.append('body', `<script type="text/plain" id="${id}" data-file="./${name}"></script>`);
  }
}

/// The elements in a built page, each with its language and the name of its file.
export const localesOf = (page) =>
  page.all('script', { id: (id) => id.startsWith('locale-'), 'data-file': Boolean }).map((element) => {
    const { id, 'data-file': file } = element.attributes;
    return { element, id, language: id.slice('locale-'.length), file: file.replace(/^\.\//, '') };
  });
