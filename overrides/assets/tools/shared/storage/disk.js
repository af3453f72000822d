// The database in a reader's browser (IndexedDB): opened, opened again when it is lost, and replaced when it does not
// answer. Changes that it refuses, as on a full disk, are the business of pending-writes.js.

import { openDB } from "../../vendor/idb.js";
import { inTime, NO_ANSWER } from "./deadline.js";
import { abort, begin, whenShown } from "./transactions.js";

/** One for each version of the database. A published one is never edited: readers may upgrade from any version. */
export const MIGRATIONS = [(database) => database.createObjectStore("records", { keyPath: ["kind", "id"] })];

const OUTDATED = "The guide in another tab is newer. Reload this page before you go on.";

// A browser may never answer: another tab holds an older database open, or its storage hangs. The limit for opening is
// shorter, since no tool starts before it.
const OPENING_MS = 5_000;
const ANSWER_MS = 10_000;

// What browsers raise when the connection is gone: closed under the page or, in Safari, lost in the background.
const IS_GONE = /^(InvalidState|Unknown)/;

const write = (store, key, record) => (record ? store.put(record) : store.delete(key));

// Nothing is awaited before the commit, so it completes even if the page is left at once.
async function send(database, request) {
  const transaction = database.transaction("records", "readwrite");
  const sent = request(transaction.store);
  transaction.commit();
  await Promise.all([sent, transaction.done]);
}

function makeDisk(database) {
  const disk = {
    problem: "",
    all: () => begin(database).store.getAll(),
    change: (key, decide) => disk.merge([key], decide),
    merge: async (keys, decide) => {
      const change = begin(database, "readwrite");
      const put = async (key, at) => write(change.store, key, decide(await change.store.get(key), at));
      try {
        await Promise.all(keys.map(put));
      } catch (error) {
        abort(change); // all or nothing
        throw error;
      }
      await change.done;
    },
    put: (key, record) => send(database, (store) => write(store, key, record)),
    erase: () => send(database, (store) => store.clear()),
  };
  // Another tab has a newer guide and wants to upgrade the database, or the reader deletes it: this page lets go of it.
  // A deleted one is opened again, empty, by the next call.
  database.onversionchange = ({ newVersion }) => {
    database.close();
    if (newVersion !== null) disk.problem = OUTDATED;
  };
  return disk;
}

// Rarely needed, so loaded on demand.
const memory = async (lastRead) => (await import("./memory.js")).makeMemory(lastRead);

// The database, or a substitute that lasts as long as the page if the browser refuses or does not answer.
async function openOnce(name, migrations) {
  let opening;
  try {
    opening = openDB(name, migrations.length, {
      upgrade: (opened, from) => {
        for (const migrate of migrations.slice(from)) migrate(opened);
      },
    });
    return makeDisk(await inTime(opening, OPENING_MS));
  } catch (error) {
    opening?.then((database) => database.close(), console.warn); // the page works without it by now
    console.warn(error);
    return memory();
  }
}

// A database that is gone, as when a reader clears the data of sites, is opened again. One that does not answer is
// replaced by what was last read of it: edits saved as they are typed continue there, and a single press is refused
// once.
class RecoveringDisk {
  #disk;
  #open;
  lastRead = [];

  constructor(disk, open) {
    [this.#disk, this.#open] = [disk, open];
  }

  get problem() {
    return this.#disk.problem;
  }

  async all() {
    this.lastRead = await this.#call("all", [], true);
    return this.lastRead;
  }

  change(...args) {
    return this.#call("change", args, true);
  }

  merge(...args) {
    return this.#call("merge", args);
  }

  put(...args) {
    return this.#call("put", args);
  }

  erase() {
    return this.#call("erase", []);
  }

  async #call(method, args, isRepeated = false) {
    const visit = whenShown();
    if (visit) await visit;
    const tried = this.#disk;
    try {
      return await answerOf(tried, method, args);
    } catch (error) {
      if (visit !== whenShown()) return this.#call(method, args, isRepeated);
      if (error === NO_ANSWER) tried.giveUp(error);
      else if (!IS_GONE.test(error.name) || tried.problem) throw error;
      console.warn(error);
      // One replacement for all calls that failed: they go on in the order in which they were made.
      tried.next ??= error === NO_ANSWER ? memory(this.lastRead) : this.#open();
      this.#disk = await tried.next;
      if (error === NO_ANSWER && !isRepeated) throw error;
      return this.#disk[method](...args);
    }
  }
}

// Once one call has waited too long, the others stop waiting: what is typed next would overtake them.
function answerOf(disk, method, args) {
  disk.givenUp ??= new Promise((_, reject) => {
    disk.giveUp = reject;
  });
  return inTime(Promise.race([disk[method](...args), disk.givenUp]), ANSWER_MS);
}

export async function openDisk(name, migrations) {
  const open = () => openOnce(name, migrations);
  return new RecoveringDisk(await open(), open);
}
