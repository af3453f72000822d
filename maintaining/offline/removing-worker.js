// Published in place of offline-worker.js by `make offline-kill`: a browser that saved the guide fetches this with its next
// visit, deletes what the worker stored, and forgets the worker. What readers wrote is kept elsewhere and stays.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const OURS = `offline ${new URL(worker.registration.scope).pathname} `;

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(leave()));
