// Keeps the whole site in the browser, so that a visit after the first needs no network.
//
// A version is kept whole or not at all: each file is fetched with the hash that the build gave it, so that neither
// a broken transfer nor a host in the middle of being updated can mix two versions; only a complete set is installed,
// and the one before it serves until the reader asks for the new one. Where anything is missing, the network answers.
//
// FILES and VERSION are filled in by make-service-worker.mjs. Caches belong to a whole origin, which may have other
// tenants: ours carry the address of this site's folder in their names, and no others are touched.
const { scope } = registration;
const OURS = `dispositif ${scope} `;
const CACHE = OURS + VERSION;
const START = new URL('index.html', scope).href;
const HASHES = new Map(Object.entries(FILES).map(([name, hash]) => [new URL(name, scope).href, hash]));

const keep = async (cache, url, integrity) => {
  // What the browser has of the first visit is used again where the host says that it still holds.
  const response = await fetch(url, { integrity, cache: 'no-cache' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Some hosts send `index.html` on to its folder, and a page may not be opened with an answer that was sent on.
  await cache.put(url, response.redirected ? new Response(response.body, response) : response);
};

const keepAll = async () => {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all([...HASHES].map(([url, hash]) => keep(cache, url, hash)));
  } catch (error) {
    await caches.delete(CACHE).catch(() => {});
    throw error;
  }
};

const forgetOthers = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
};

const answer = async (url, request) => {
  const kept = await caches.match(url, { cacheName: CACHE, ignoreVary: true }).catch(() => {});
  return kept ?? fetch(request);
};

addEventListener('install', (event) => event.waitUntil(keepAll()));
addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
addEventListener('message', ({ data }) => data === 'take over' && skipWaiting());
addEventListener('fetch', (event) => {
  const asked = event.request.url.split(/[?#]/)[0];
  const url = asked === scope ? START : asked;
  if (event.request.method === 'GET' && HASHES.has(url)) event.respondWith(answer(url, event.request));
});
