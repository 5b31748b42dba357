// Writes the service worker of a built site, `sw.js`, with the hash of every file.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

const NAME = 'sw.js';
const source = new URL('service-worker.js', import.meta.url);

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('base64');

/// Every file below a folder, by its path with slashes.
export async function filesOf(folder, under = '') {
  const names = [];
  for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
    const name = under + entry.name;
    if (entry.isDirectory()) names.push(...(await filesOf(folder, `${name}/`)));
    else names.push(name);
  }
  return names.sort();
}

/// Writes it, without files that the page does not need. The same files give the same bytes, and so no update.
export async function makeServiceWorker(folder, unneeded = []) {
  const names = (await filesOf(folder)).filter((name) => name !== NAME && !unneeded.includes(name));
  const hashes = {};
  for (const name of names) hashes[name] = `sha256-${sha256(await readFile(join(folder, name)))}`;
  const define = { FILES: JSON.stringify(hashes), VERSION: JSON.stringify(sha256(JSON.stringify(hashes)).slice(0, 16)) };
  const { code } = await transform(await readFile(source, 'utf8'), { define, minify: true, target: 'es2022' });
  await writeFile(join(folder, NAME), code);
}

/// In development nothing is stored, and what a release on the same port has stored is deleted, since it would be shown
/// instead of the current build.
export async function makeForgetfulWorker(folder) {
  const forget = async () => {
    const names = await caches.keys();
    const ours = names.filter((name) => name.startsWith(`dispositif ${registration.scope} `));
    await Promise.all(ours.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  const code = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((${forget})()));
`;
  await writeFile(join(folder, NAME), code);
}
