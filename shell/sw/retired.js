// Takes the place of a service worker that was here before: removes what it kept, and itself. Pages that are open go on.
const worker = /** @type {any} */ (self);
worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil((async () => {
  const prefix = `aushang ${worker.registration.scope} `;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  await worker.registration.unregister();
})()));
