// Replaces offline-worker.js after `make offline-kill`: a browser that saved the guide fetches this on its next visit,
// deletes what the worker stored, and unregisters it. What readers wrote is stored elsewhere and stays.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const OURS = `offline ${new URL(worker.registration.scope).pathname} `;

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(leave()));
