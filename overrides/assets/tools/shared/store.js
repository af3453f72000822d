// What a reader saves in this browser: records, each of a kind and with an id. Every tool reads and writes here, and
// nothing here leaves the browser. Each change is one transaction, so that two open tabs do not lose each other's work.
//
//   record = { kind: "progress", id: "task-ask-recruiter", changed: "2026-11-25T09:00:00.000Z", value: {...} }
//
// The shape of each kind's value is in your-data/shapes.js.
import { openDB } from "../vendor/idb.js";
import { castShadow } from "./track/track.js";

// One migration for each version of the database. A published one is never edited: readers may upgrade from any
// version.
export const STEPS = [(database) => database.createObjectStore("records", { keyPath: ["kind", "id"] })];

// Other sites may share the host, so the name holds the path of this one.
const NAME = `guide ${new URL("../../../", import.meta.url).pathname}`;

const OUTDATED = "This page is older than the guide that is open in another tab. Reload it before you go on.";

function makeDisk(database) {
  const disk = {
    problem: "",
    all: () => database.getAll("records"),
    change: async (places, decide) => {
      const change = database.transaction("records", "readwrite");
      const put = async (place, at) => {
        const record = decide(await change.store.get(place), at);
        return record ? change.store.put(record) : change.store.delete(place);
      };
      try {
        await Promise.all(places.map(put));
      } catch (error) {
        change.abort(); // all or nothing
        await change.done.catch(() => {});
        throw error;
      }
      await change.done;
    },
    // Nothing is awaited before the commit, so it completes even if the page is left at once.
    put: async (place, record) => {
      const write = database.transaction("records", "readwrite");
      const request = record ? write.store.put(record) : write.store.delete(place);
      write.commit();
      await Promise.all([request, write.done]);
    },
    erase: () => database.clear("records"),
  };
  // Another tab has a newer guide and wants to upgrade the database, or the reader deletes it: this one closes it. A deleted
  // one is opened again, empty, by the next call.
  database.onversionchange = ({ newVersion }) => {
    database.close();
    if (newVersion !== null) disk.problem = OUTDATED;
  };
  return disk;
}

// A browser may never answer: another tab holds an older database open, or its storage hangs.
const PATIENCE_MS = 5_000;

// Rejects if the browser refuses or does not answer.
function connect(name, steps) {
  const opening = openDB(name, steps.length, {
    upgrade: (opened, from) => {
      for (const step of steps.slice(from)) step(opened);
    },
  });
  let isLate = false;
  const late = new Promise((_, give) => {
    setTimeout(() => {
      isLate = true;
      give(new Error("no answer"));
    }, PATIENCE_MS);
  });
  opening.then(
    (database) => isLate && database.close(), // the page works without it by now
    () => {},
  );
  return Promise.race([opening, late]);
}

// The database, or a substitute that lasts as long as the page.
async function openDisk(name, steps) {
  try {
    return makeDisk(await connect(name, steps));
  } catch (error) {
    console.warn(error);
    return (await import("./memory.js")).makeMemory(); // loaded where it is needed, which is rare
  }
}

// What browsers raise where the way to the database is gone: closed under the page, or, in Safari, lost in the background.
const IS_GONE = ["InvalidStateError", "UnknownError"];

// `steps` as above; a test gives others. A database that is gone, as when a reader clears the data of sites, is opened
// again.
export async function openPlace(name, steps = STEPS) {
  let place = await openDisk(name, steps);
  const call =
    (method) =>
    async (...args) => {
      try {
        return await place[method](...args);
      } catch (error) {
        if (!IS_GONE.includes(error.name) || place.problem) throw error;
        place = await openDisk(name, steps);
        return place[method](...args);
      }
    };
  return {
    get problem() {
      return place.problem;
    },
    all: call("all"),
    change: call("change"),
    put: call("put"),
    erase: call("erase"),
  };
}

const makeRecord = (kind, id, value) =>
  value === undefined ? undefined : { kind, id, changed: new Date().toISOString(), value };

export class Store {
  #place;
  #watchers = new Set();
  #channel;

  constructor(place, name) {
    this.#place = place;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => this.#tell(data);
  }

  // A message for the reader if their entries are not saved, or "".
  get problem() {
    return this.#place.problem;
  }

  // All records of a kind, or of every kind, in the order of their ids.
  async list(kind) {
    const records = await this.#place.all();
    return kind === undefined ? records : records.filter((record) => record.kind === kind);
  }

  // Replaces a value by what `decide(value or undefined)` returns; undefined removes it. `decide` must be synchronous:
  // it runs inside the transaction.
  async change(kind, id, decide) {
    await this.#place.change([[kind, id]], (record) => makeRecord(kind, id, decide(record?.value)));
    this.#announce(kind);
  }

  // Writes a value without reading the old one; undefined removes it. Completes even if the page is left at once, while
  // `change` has to read first. For single presses, such as a mark.
  async put(kind, id, value) {
    await this.#place.put([kind, id], makeRecord(kind, id, value));
    this.#announce(kind);
  }

  // Writes many records in one transaction, all or none: for imports. `decide(mine or undefined, theirs)` returns the
  // record to store.
  async merge(records, decide) {
    await this.#place.change(
      records.map(({ kind, id }) => [kind, id]),
      (mine, at) => decide(mine, records[at]),
    );
    this.#announce("*");
  }

  async erase() {
    await this.#place.erase();
    this.#announce("*");
  }

  // Calls `react()` after each change of a kind, made in this tab or in another. Returns a function that stops it.
  watch(kind, react) {
    const watcher = { kind, react };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #announce(kind) {
    this.#channel.postMessage(kind);
    this.#tell(kind);
  }

  #tell(kind) {
    for (const watcher of this.#watchers) {
      if ([watcher.kind, "*"].includes(kind) || watcher.kind === "*") watcher.react();
    }
  }
}

let opened;

// The one store of the page.
export const openStore = () =>
  (opened ??= openPlace(NAME).then((place) => {
    const store = new Store(place, NAME);
    castShadow(store).catch(console.error);
    return store;
  }));

// An id for a new record. It starts with the time, so that the store's order is the order of creation.
export function newId() {
  const [chance] = crypto.getRandomValues(new Uint32Array(1));
  return `${Date.now().toString(36)}-${chance.toString(36)}`;
}
