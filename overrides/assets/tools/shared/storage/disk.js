// The database in a reader's browser: opened, opened again where it was lost, and given up where it does not answer. What
// can go wrong after that, such as a full disk, is for refused.js.
import { openDB } from "../../vendor/idb.js";
import { inTime, SILENCE } from "./deadline.js";
import { abort, begin, whenShown } from "./visits.js";

// One migration for each version of the database. A published one is never edited: readers may upgrade from any
// version.
export const STEPS = [(database) => database.createObjectStore("records", { keyPath: ["kind", "id"] })];

const OUTDATED = "The guide in another tab is newer. Reload this page before you go on.";

// A browser may never answer: another tab holds an older database open, or its storage hangs. The limit for opening is
// shorter, since no tool starts before it.
const OPENING_MS = 5_000;
const ANSWER_MS = 10_000;

const write = (store, place, record) => (record ? store.put(record) : store.delete(place));

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
    change: (place, decide) => disk.merge([place], decide),
    merge: async (places, decide) => {
      const change = begin(database, "readwrite");
      const put = async (place, at) => write(change.store, place, decide(await change.store.get(place), at));
      try {
        await Promise.all(places.map(put));
      } catch (error) {
        abort(change); // all or nothing
        throw error;
      }
      await change.done;
    },
    put: (place, record) => send(database, (store) => write(store, place, record)),
    erase: () => send(database, (store) => store.clear()),
  };
  // Another tab has a newer guide and wants to upgrade the database, or the reader deletes it: this one closes it. A deleted
  // one is opened again, empty, by the next call.
  database.onversionchange = ({ newVersion }) => {
    database.close();
    if (newVersion !== null) disk.problem = OUTDATED;
  };
  return disk;
}

// A substitute, loaded where it is needed, which is rare.
const memory = async (known) => (await import("./memory.js")).makeMemory(known);

// The database, or a substitute that lasts as long as the page if the browser refuses or does not answer.
async function openOnce(name, steps) {
  let opening;
  try {
    opening = openDB(name, steps.length, {
      upgrade: (opened, from) => {
        for (const step of steps.slice(from)) step(opened);
      },
    });
    return makeDisk(await inTime(opening, OPENING_MS));
  } catch (error) {
    opening?.then((database) => database.close(), console.warn); // the page works without it by now
    console.warn(error);
    return memory();
  }
}

// What browsers raise where the way to the database is gone: closed under the page, or, in Safari, lost in the background.
const IS_GONE = /^(InvalidState|Unknown)/;

// A database that is gone, as when a reader clears the data of sites, is opened again. One that does not answer is
// replaced by what was read of it last: what waits for a text goes on there, and a single press is refused once.
export async function openDisk(name, steps) {
  let disk = await openOnce(name, steps);
  let known = [];

  const call = (method, isRepeated) =>
    async function ask(...args) {
      const visit = whenShown();
      if (visit) await visit;
      const tried = disk;
      // Once one call has waited too long, no other waits on: what is typed next would overtake it.
      tried.lost ??= new Promise((_, reject) => {
        tried.lose = reject;
      });
      try {
        return await inTime(Promise.race([tried[method](...args), tried.lost]), ANSWER_MS);
      } catch (error) {
        if (visit !== whenShown()) return ask(...args);
        if (error === SILENCE) tried.lose(error);
        else if (!IS_GONE.test(error.name) || tried.problem) throw error;
        console.warn(error);
        // One for all calls that it failed: they go on in the order in which they were made.
        tried.next ??= error === SILENCE ? memory(known) : openOnce(name, steps);
        disk = await tried.next;
        if (error === SILENCE && !isRepeated) throw error;
        return disk[method](...args);
      }
    };
  const all = call("all", true);
  return {
    get problem() {
      return disk.problem;
    },
    // What was read last.
    get known() {
      return known;
    },
    all: async () => (known = await all()),
    change: call("change", true),
    merge: call("merge"),
    put: call("put"),
    erase: call("erase"),
  };
}
