// What a reader saves in this browser: records, each of a kind and with an id. Every tool reads and writes here, and
// nothing here leaves the browser. Each change is one transaction, so that two open tabs do not lose each other's work.
//
//   record = { kind: "progress", id: "task-ask-recruiter", changed: "2026-11-25T09:00:00.000Z", value: {...} }
//
// The shape of each kind's value is in your-data/shapes.js.

import { MIGRATIONS, openDisk } from "./storage/disk.js";
import { mirrorTrack } from "./track/track.js";

export { MIGRATIONS, openDisk };

// Other sites may share the host, so the name holds the path of this one.
const NAME = `guide ${new URL("../../../", import.meta.url).pathname}`;

const makeRecord = (kind, id, value) =>
  value === undefined ? undefined : { kind, id, changed: new Date().toISOString(), value };

export class Store {
  #backend; // the database, or what keeps the changes that it refused
  #switching;
  /** @type {Promise<any>} */
  #earlier = Promise.resolve(); // all changes so far
  #watchers = new Set();
  #channel;

  constructor(backend, name) {
    this.#backend = backend;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => this.#notify(data);
  }

  /** A message for the reader if their entries are not saved, or "". */
  get problem() {
    return this.#backend.problem;
  }

  /** All records of a kind, or of every kind, in the order of their ids. */
  async list(kind) {
    const records = await this.#backend.all();
    return kind === undefined ? records : records.filter((record) => record.kind === kind);
  }

  /**
   * Replaces a value by what `decide(value or undefined)` returns; undefined removes it. `decide` must be synchronous:
   * it runs inside the transaction. It begins at once, so that it is saved even if the page is left soon; from the
   * first refusal on, changes are made one after another, so that one that is tried again overtakes no later one.
   */
  change(kind, id, decide) {
    const turn = this.#change(kind, id, decide, this.#earlier);
    this.#earlier = Promise.allSettled([this.#earlier, turn]);
    return turn;
  }

  async #change(kind, id, decide, earlier) {
    if (this.#switching) await earlier;
    const change = () => this.#backend.change([kind, id], (record) => makeRecord(kind, id, decide(record?.value)));
    const tried = this.#backend;
    try {
      await change();
    } catch (error) {
      if (tried.problem) throw error; // a page that is older than its database must not go on
      await this.#keepPending(tried);
      await earlier;
      await change();
    }
    this.#announce(kind);
  }

  // From the first change that the database refuses. Rarely needed, so loaded on demand.
  #keepPending(disk) {
    this.#switching ??= import("./storage/pending-writes.js").then(({ PendingWrites }) => {
      this.#backend = new PendingWrites(disk);
    });
    return this.#switching;
  }

  /**
   * Writes a value without reading the old one; undefined removes it. Completes even if the page is left at once, while
   * `change` has to read first. For single presses, such as a mark.
   */
  async put(kind, id, value) {
    await this.#backend.put([kind, id], makeRecord(kind, id, value));
    this.#announce(kind);
  }

  /**
   * Writes many records in one transaction, all or none: for imports. `decide(mine or undefined, theirs)` returns the
   * record to store.
   */
  async merge(records, decide) {
    await this.#backend.merge(
      records.map(({ kind, id }) => [kind, id]),
      (mine, at) => decide(mine, records[at]),
    );
    this.#announce("*");
  }

  async erase() {
    await this.#backend.erase();
    this.#announce("*");
  }

  /** Calls `react()` after each change of a kind, in this tab or in another. Returns a function that stops it. */
  watch(kind, react) {
    const watcher = { kind, react };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #announce(kind) {
    this.#channel.postMessage(kind);
    this.#notify(kind);
  }

  #notify(kind) {
    for (const watcher of this.#watchers) {
      if ([watcher.kind, "*"].includes(kind) || watcher.kind === "*") watcher.react();
    }
  }
}

let opened;

/** The one store of the page. */
export const openStore = () =>
  (opened ??= openDisk(NAME, MIGRATIONS).then((disk) => {
    const store = new Store(disk, NAME);
    mirrorTrack(store).catch(console.error);
    return store;
  }));

/** An id for a new record. It starts with the time, so that the store's order is the order of creation. */
export function newId() {
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  return `${Date.now().toString(36)}-${random.toString(36)}`;
}
