// Stores the whole site in the browser, so that later visits need no network.
//
// A version is stored as a whole or not at all. Each file is fetched with the hash from the build, so that neither a
// broken transfer nor a half-updated host can mix two versions. Only a complete set is installed, and the previous one
// serves until the reader asks for the new one. The hash is checked again when a file is read: a cache can be damaged
// on the disk. A file that is missing or damaged is fetched again.
//
// make-service-worker.mjs fills in FILES and VERSION. Caches belong to a whole origin, which may hold other sites: the
// names of ours contain the address of this site's folder, and no others are touched.
const { scope } = registration;
const OURS = `dispositif ${scope} `;
const CACHE = OURS + VERSION;
const START = new URL('index.html', scope).href;
const HASHES = new Map(Object.entries(FILES).map(([name, hash]) => [new URL(name, scope).href, hash]));

const keep = async (cache, url, integrity) => {
  // Reuses what the browser has from the first visit, if the host confirms that it is current.
  const response = await fetch(url, { integrity, cache: 'no-cache' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Some hosts redirect `index.html` to its folder, and a navigation must not be answered with a redirected response.
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

const isIntact = async (response, hash) => {
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return hash === `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

const answer = async (url, request) => {
  const hash = HASHES.get(url);
  const kept = await caches.match(url, { cacheName: CACHE, ignoreVary: true }).catch(() => {});
  if (kept && (await isIntact(kept, hash).catch(() => false))) return kept;
  if (kept) {
    // Damaged: the same file from the network, stored again. If the host has another version by now, it answers below.
    const cache = await caches.open(CACHE);
    await cache.delete(url, { ignoreVary: true });
    await keep(cache, url, hash).catch(console.warn);
    const again = await cache.match(url, { ignoreVary: true });
    if (again) return again;
  }
  return fetch(request);
};

addEventListener('install', (event) => event.waitUntil(keepAll()));
addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
addEventListener('message', ({ data }) => data === 'take over' && skipWaiting());
addEventListener('fetch', (event) => {
  const asked = event.request.url.split(/[?#]/)[0];
  const url = asked === scope ? START : asked;
  if (event.request.method === 'GET' && HASHES.has(url)) event.respondWith(answer(url, event.request));
});
