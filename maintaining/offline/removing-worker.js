// Published in place of offline-worker.js by `make offline-kill`: a browser that saved the guide fetches this with its next
// visit, deletes what the worker stored, and forgets the worker. What readers wrote is kept elsewhere and stays.
const OURS = `offline ${new URL(self.registration.scope).pathname} `;

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
