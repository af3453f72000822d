// A browser and a server made up for the worker: stores that may be full or lost, and files that may be wrong.
import { createHash, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import vm from "node:vm";

export const SCOPE = "https://example.org/guide/";
export const STATE = "offline /guide/ state";
const SOURCES = {
  saving: new URL("../../../overrides/offline-worker.js", import.meta.url),
  removing: new URL("../../../maintaining/offline/removing-worker.js", import.meta.url),
};
const compiled = ([kind, file]) => [kind, new vm.Script(readFileSync(file, "utf8"))];
const SCRIPTS = Object.fromEntries(Object.entries(SOURCES).map(compiled));
const sha256 = (text) => createHash("sha256").update(text).digest("base64");

/** The list of a release as the build writes it; `files` is text by path. */
export function listOf(files, edition = "November 1, 2026") {
  const listed = Object.entries(files).map(([path, text]) => [path, sha256(text)]);
  return { format: "pm-pmm-offline-1", release: sha256(JSON.stringify(listed)), edition, bytes: 1, files: listed };
}

/** The stores of one browser. `broken()` is asked before each write and may throw. */
export class Stores {
  constructor(broken = () => {}) {
    [this.stores, this.broken] = [new Map(), broken];
  }

  async open(name) {
    if (!this.stores.has(name)) this.stores.set(name, new Map());
    const [store, stores] = [this.stores.get(name), this];
    return {
      async keys() {
        return [...store.keys()].map((url) => ({ url }));
      },
      async put(url, response) {
        const entry = { body: await response.arrayBuffer(), headers: [...response.headers] };
        stores.broken(name, url);
        store.set(url, entry);
      },
    };
  }

  async keys() {
    return [...this.stores.keys()];
  }

  async delete(name) {
    this.broken("delete", name);
    return this.stores.delete(name);
  }

  async match(url, { cacheName }) {
    const found = this.stores.get(cacheName)?.get(url);
    return found && new Response(found.body, { headers: found.headers });
  }
}

/** The server: what it publishes, what it was asked for, and how it answers. `spoil(path, text)` may change or throw. */
export class Server {
  constructor(files) {
    [this.requests, this.spoil] = [[], (_path, text) => text];
    this.publish(files);
  }

  publish(files) {
    this.files = { ...files, "offline.json": JSON.stringify(listOf(files)) };
  }

  fetch = async (request, options) => {
    const address = typeof request === "string" ? request : request.url;
    const path = address.slice(SCOPE.length);
    this.requests.push(path);
    const name = path.endsWith("/") || path === "" ? `${path}index.html` : path;
    const text = await this.spoil(name, this.files[name], options);
    const response = new Response(text ?? "not here", { status: text === undefined ? 404 : 200 });
    Object.defineProperty(response, "type", { value: "basic" });
    return response;
  };
}

/** A worker that has started: what it is asked goes through its own events. */
export class Worker {
  constructor(server, stores, { kind = "saving", online = true, patience = 0.01 } = {}) {
    this.handlers = {};
    let last = Promise.resolve();
    const self = {
      registration: { scope: SCOPE, unregister: async () => {} },
      addEventListener: (name, handler) => Object.assign(this.handlers, { [name]: handler }),
      skipWaiting: async () => {},
      clients: { claim: async () => {} },
    };
    const request = (_name, action) => {
      last = last.then(action, action);
      return last;
    };
    const world = {
      ...{
        self,
        caches: stores,
        fetch: server.fetch,
        navigator: { onLine: online, locks: { request } },
        crypto: webcrypto,
      },
      ...{ URL, Response, TextEncoder, AbortSignal, btoa, console: { warn: () => {} }, clearTimeout },
      // Seconds pass faster here.
      setTimeout: (action, time, ...rest) => setTimeout(action, time * patience, ...rest),
    };
    SCRIPTS[kind].runInNewContext(world);
  }

  /** The last reply to what is asked; all replies are added to `replies`. */
  ask(what, replies = []) {
    return new Promise((resolve) => {
      const port = { postMessage: (data) => replies.push(structuredClone(data)) };
      const waitUntil = (working) => working.then(() => resolve(replies.at(-1)));
      this.handlers.message({ data: { ask: what }, ports: [port], waitUntil });
    });
  }

  /** The answer to a request of a page, as text with its status; an error where the page would see one. */
  async read(path, { mode = "navigate", clientId = "", resultingClientId = "page" } = {}) {
    const waiting = [];
    const event = {
      ...{ request: { url: SCOPE + path, method: "GET", mode }, clientId, resultingClientId },
      respondWith(answer) {
        this.answering = answer;
      },
      waitUntil: (working) => waiting.push(working),
    };
    this.handlers.fetch(event);
    const response = await event.answering;
    await Promise.all(waiting);
    return { status: response.status, text: await response.text(), location: response.headers.get("location") };
  }

  async activate() {
    const waiting = [];
    this.handlers.activate({ waitUntil: (working) => waiting.push(working) });
    await Promise.all(waiting);
  }
}
