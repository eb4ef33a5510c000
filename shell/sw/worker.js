// The service worker: one version of the site, replaced atomically. `aushang build` fills in the list of its files.
//
// A version is fetched into a cache of its own; each file is checked against its hash, so a server that is in the middle
// of an update gives no mixture. While a new version isn't whole the old one stays, and it goes only when the new one takes
// over: when the last page of the old one is closed, or when the reader asks for it.
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';

const worker = /** @type {any} */ (self);
/** @type {{url: string, revision: string, integrity: string}[]} relative to the site's top folder */
const files = /** @type {any} */ (self).__WB_MANIFEST;
const version = '__AUSHANG_VERSION__';
const { scope } = worker.registration;
const prefix = `aushang ${scope} `;
const cacheName = prefix + version;
const savedAt = new URL(`v/${version}/saved`, scope).href;

const controller = new PrecacheController({ cacheName });
controller.addToCacheList(files.map(({ url, ...rest }) => ({ url: new URL(url, scope).href, ...rest })));

/** The address under which a file was saved: without query, and a folder's page by its folder. @param {string} address */
function savedAs(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index\.html$/, '/');
}

const openCache = () => caches.open(cacheName);

/** Browsers may clear away what they keep; half a version is none. */
async function isWhole() {
  const kept = new Set((await (await openCache()).keys()).map(({ url }) => url));
  return [...controller.getURLsToCacheKeys().values()].every((key) => kept.has(key));
}

/** Fetches what isn't there yet. @param {any} event */
async function save(event) {
  await controller.install(/** @type {any} */ ({ type: 'install', waitUntil: (/** @type {Promise<unknown>} */ done) => event.waitUntil(done) }));
  await (await openCache()).put(savedAt, new Response(new Date().toISOString()));
}

/** @returns {Promise<string>} '' unless all of it is there */
async function savedWhen() {
  const saved = await (await openCache()).match(savedAt);
  return saved && await isWhole() ? saved.text() : '';
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil((async () => {
  try {
    await save(event);
  } catch (problem) {
    await caches.delete(cacheName).catch(() => false);
    throw problem;
  }
})()));

worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
})()));

/** @param {Request} request @param {string} key */
async function answer(request, key) {
  /** @type {Response | undefined} */
  let saved;
  let isFit = false;
  try {
    saved = await (await openCache()).match(key);
    isFit = key.startsWith(new URL('v/', scope).href) || await isWhole();
  } catch {
    // no cache to be had: as if there were no worker
  }
  if (saved && isFit) return saved;
  try {
    return await fetch(request);
  } catch (problem) {
    if (saved) return saved; // without the app, but to be read
    throw problem;
  }
}

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  if (event.request.method !== 'GET') return;
  const key = controller.getCacheKeyForURL(savedAs(event.request.url));
  if (key) event.respondWith(answer(event.request, key));
});

worker.addEventListener('message', (/** @type {any} */ event) => {
  const { data, ports: [port] } = event;
  if (data === 'take over') worker.skipWaiting();
  if (data === 'saved when' || data === 'save again') {
    const saved = data === 'save again' ? save(event) : Promise.resolve();
    event.waitUntil(saved.then(savedWhen).catch(() => '').then((/** @type {string} */ date) => port.postMessage(date)));
  }
});
