// Saves the guide for offline reading. A page registers this worker once a reader presses "Save for offline",
// never before. A release is saved beside the old one, file by file with its SHA-256, and one entry then names the
// current one: whatever fails on the way, exactly one complete release is served. A resumed save fetches only what is
// still missing. A classic script: older versions of Firefox do not run modules as service workers.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
// Names contain the path, since two guides may share a host, followed by a space, which no path contains.
const OURS = `offline ${new URL(SCOPE).pathname} `;
const STATE = `${OURS}state`;
const STATE_KEY = `${SCOPE}offline-state`;
const LIST = `${SCOPE}offline.json`;
const FORMAT = "pm-pmm-offline-1";
const HASH = "X-Sha256";
const PARALLEL_FETCHES = 12;
const SECOND = 1000;
const TURN = 45 * SECOND; // browsers stop a worker that runs for minutes, so the page asks again for the rest
const PATIENCE = 4 * SECOND; // to wait for the server if the file is saved
const SHORT_PATIENCE = SECOND / 2; // in the minute after it was slow
const FETCH_TIMEOUT = 30 * SECOND; // for one file of a save
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

// --- What is saved ---

let state; // a promise: read once, since every request needs it
let isStopped = false;
let [tried, slowUntil] = [0, 0];
const offlinePages = new Set(); // ids of pages served from the cache, whose assets come from there too

function readState() {
  state ??= caches.match(STATE_KEY, { cacheName: STATE }).then((found) => found?.json());
  return state;
}

async function writeState(value) {
  const cache = await caches.open(STATE);
  await cache.put(STATE_KEY, new Response(JSON.stringify(value)));
  state = Promise.resolve(value);
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

const deleteAll = (names) => Promise.all(names.map((name) => caches.delete(name)));

// --- Saving ---

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...hash));
}

// A page is fetched by its address: some hosts redirect requests for index.html.
const addressOf = (path) => SCOPE + path.replace(/(^|\/)index\.html$/, "$1");

async function get(address, cache) {
  try {
    return await fetch(address, { cache, signal: AbortSignal.timeout(FETCH_TIMEOUT) });
  } catch (error) {
    throw new Error("the server does not answer", { cause: error }); // each browser words it differently
  }
}

async function newestList() {
  const response = await get(LIST, "no-cache");
  if (!response.ok) throw new Error(`the list of files answered ${response.status}`);
  const list = await response.json().catch(() => ({}));
  const isWhole = list.format === FORMAT && Array.isArray(list.files);
  if (!isWhole || (await digest(new TextEncoder().encode(JSON.stringify(list.files)))) !== list.release) {
    throw new Error("the list of files is not whole, or not from this guide");
  }
  return list;
}

async function fetchFile(path, hash) {
  // The HTTP cache may have the file of another release, and a host may revalidate it by its timestamp alone.
  for (const cache of ["no-cache", "reload"]) {
    const response = await get(addressOf(path), cache);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    const bytes = await response.arrayBuffer();
    if ((await digest(bytes)) === hash) {
      const type = response.headers.get("Content-Type") ?? "application/octet-stream";
      return new Response(bytes, { headers: { "Content-Type": type, [HASH]: hash } });
    }
  }
  throw new Error(`${path} is not the file that the list names`);
}

async function findUnchanged(names, path, hash) {
  for (const cacheName of names) {
    const found = await caches.match(SCOPE + path, { cacheName });
    if (found?.headers.get(HASH) === hash) return found;
  }
  return undefined;
}

// Fetches files until the turn is over; returns whether the release is complete. Files are checked before they are put.
async function stage({ release, files }, onProgress) {
  const [cache, others] = [await caches.open(OURS + release), await ownCaches()];
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = files.filter(([path]) => !there.has(SCOPE + path));
  const [queue, until] = [missing.values(), Date.now() + TURN];
  let [done, failure] = [files.length - missing.length, undefined];
  const work = async () => {
    for (const [path, hash] of queue) {
      if (failure || isStopped || Date.now() > until) return;
      try {
        await cache.put(SCOPE + path, (await findUnchanged(others, path, hash)) ?? (await fetchFile(path, hash)));
        done += 1;
        onProgress({ done, of: files.length });
      } catch (error) {
        failure ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_FETCHES }, work));
  if (failure) throw failure;
  return done === files.length;
}

async function save(onProgress) {
  const list = await newestList();
  if (!(await stage(list, onProgress))) return { is: isStopped ? "stopped" : "begun" };
  const { release, edition, bytes } = list;
  await writeState({ release, edition, bytes, checked: Date.now() });
  await deleteAll((await ownCaches()).filter((name) => name !== STATE && name !== OURS + release));
  return report();
}

async function report() {
  const saved = await readState();
  return saved ? { is: "saved", ...saved } : { is: "absent" };
}

// Deletes the worker's own caches only: readers' records are stored elsewhere.
async function remove() {
  await deleteAll(await ownCaches());
  state = undefined;
  await worker.registration.unregister();
  return { is: "absent" };
}

// One at a time, across all tabs and the next version of this worker.
const exclusively = (action) => navigator.locks.request(STATE, action);

// At most once a day, while a reader is online, unless they have asked the browser to save data.
async function keepFresh() {
  const [saved, now] = [await readState(), Date.now()];
  const isDue = saved && now - saved.checked > DAY && now - tried > 10 * MINUTE;
  if (!isDue || /** @type {any} */ (navigator).connection?.saveData) return;
  tried = now;
  try {
    const { is } = await exclusively(() => save(() => {}));
    if (is === "begun") tried = 0; // the rest follows with the next page
  } catch (error) {
    console.warn("The copy for offline use stays as it is:", error);
  }
}

// --- Answering ---

async function fromCache(request) {
  const saved = await readState();
  if (!saved) return undefined;
  const [address] = request.url.split(/[?#]/);
  const cacheName = OURS + saved.release;
  const find = (url) => caches.match(url, { cacheName });
  const found = await find(address.endsWith("/") ? `${address}index.html` : address);
  if (found || address.endsWith("/")) return found;
  return (await find(`${address}/index.html`)) && Response.redirect(`${address}/`, 302);
}

// Reads the whole response, so that a server that stops halfway counts as one that does not answer.
async function fromServer(request) {
  const response = await fetch(request);
  if (response.type !== "basic" || response.redirected) return response;
  return new Response(await response.arrayBuffer(), response);
}

// The response of the server, or undefined if it fails or takes too long.
async function inTime(request) {
  if (navigator.onLine === false) return undefined;
  const patience = Date.now() < slowUntil ? SHORT_PATIENCE : PATIENCE;
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, patience, "late");
  });
  const answered = fromServer(request).catch(() => undefined);
  const first = await Promise.race([answered, late]);
  clearTimeout(timer);
  if (first === "late") slowUntil = Date.now() + MINUTE;
  return first === "late" || first?.status >= 500 ? undefined : first;
}

async function answer(event) {
  const { request, clientId, resultingClientId } = event;
  const isPage = request.mode === "navigate";
  const stored = await fromCache(request);
  if (!stored) return notCached(request, isPage);
  if (!isPage && offlinePages.has(clientId)) return stored;
  const fresh = await inTime(request);
  if (!fresh) {
    if (isPage) offlinePages.add(resultingClientId);
    return stored;
  }
  if (isPage) event.waitUntil(keepFresh());
  return fresh;
}

async function notCached(request, isPage) {
  try {
    return await fetch(request);
  } catch (error) {
    const saved = isPage && (await readState());
    if (!saved) throw error;
    if (/\.\w+$/.test(new URL(request.url).pathname)) return notInCopy();
    const page = await caches.match(`${SCOPE}404.html`, { cacheName: OURS + saved.release });
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : notInCopy();
  }
}

function notInCopy() {
  const words = "This file is not in your offline copy. Go back, and open it when you are online.";
  return new Response(words, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

// --- Events ---

const COMMANDS = {
  report: () => report(),
  save: (onProgress) => exclusively(() => save(onProgress)),
  async remove() {
    isStopped = true;
    const done = await exclusively(remove);
    isStopped = false;
    return done;
  },
};

async function run(command, port) {
  try {
    port.postMessage(await COMMANDS[command]((progress) => port.postMessage({ is: "saving", ...progress })));
  } catch (error) {
    port.postMessage({ is: "failed", why: error.name === "QuotaExceededError" ? "no room is left" : error.message });
  }
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event) => {
  if (event.data?.ask in COMMANDS && event.ports[0]) event.waitUntil(run(event.data.ask, event.ports[0]));
});
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(SCOPE)) event.respondWith(answer(event));
});
