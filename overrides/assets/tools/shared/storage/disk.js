// The database in a reader's browser: opened, opened again where it was lost, and given up where it does not answer. What
// can go wrong after that, such as a full disk, is for refused.js.
import { openDB } from "../../vendor/idb.js";

// One migration for each version of the database. A published one is never edited: readers may upgrade from any
// version.
export const STEPS = [(database) => database.createObjectStore("records", { keyPath: ["kind", "id"] })];

const OUTDATED = "The guide in another tab is newer. Reload this page before you go on.";

// A browser may never answer: another tab holds an older database open, or its storage hangs. Opening waits for less,
// since no tool starts before it.
const OPENING_MS = 5_000;
const ANSWER_MS = 10_000;

const SILENCE = new Error("The database does not answer.");

// Rejects if there is no answer in this time.
function inTime(promise, milliseconds) {
  const late = new Promise((_, reject) => setTimeout(reject, milliseconds, SILENCE));
  return Promise.race([promise, late]);
}

function makeDisk(database) {
  const disk = {
    problem: "",
    all: () => database.getAll("records"),
    change: (place, decide) => disk.merge([place], decide),
    merge: async (places, decide) => {
      const change = database.transaction("records", "readwrite");
      const put = async (place, at) => {
        const record = decide(await change.store.get(place), at);
        return record ? change.store.put(record) : change.store.delete(place);
      };
      try {
        await Promise.all(places.map(put));
      } catch (error) {
        const ended = change.done.catch(() => {}); // reported by the error above
        try {
          change.abort(); // all or nothing
          await ended;
        } catch {
          // The browser has aborted it already.
        }
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

// Rejects if the browser refuses or does not answer.
async function connect(name, steps) {
  const opening = openDB(name, steps.length, {
    upgrade: (opened, from) => {
      for (const step of steps.slice(from)) step(opened);
    },
  });
  try {
    return await inTime(opening, OPENING_MS);
  } catch (error) {
    opening.then((database) => database.close(), console.warn); // the page works without it by now
    throw error;
  }
}

// A substitute, loaded where it is needed, which is rare.
const memory = async (...args) => (await import("./memory.js")).makeMemory(...args);

// The database, or a substitute that lasts as long as the page.
async function openOnce(name, steps) {
  try {
    return makeDisk(await connect(name, steps));
  } catch (error) {
    console.warn(error);
    return memory();
  }
}

// What browsers raise where the way to the database is gone: closed under the page, or, in Safari, lost in the background.
const IS_GONE = /^(InvalidState|Unknown)Error$/;

// A database that is gone, as when a reader clears the data of sites, is opened again. One that does not answer is
// replaced by what was read of it last: what waits for a text goes on there, and a single press is refused once.
export async function openDisk(name, steps) {
  let disk = await openOnce(name, steps);
  let known = [];

  const call =
    (method, isRepeated = true) =>
    async (...args) => {
      try {
        return await inTime(disk[method](...args), ANSWER_MS);
      } catch (error) {
        const isSilent = error === SILENCE;
        if (!isSilent && (!IS_GONE.test(error.name) || disk.problem)) throw error;
        console.warn(error);
        disk = await (isSilent ? memory(known) : openOnce(name, steps));
        if (isSilent && !isRepeated) throw error;
        return disk[method](...args);
      }
    };
  const all = call("all");
  return {
    get problem() {
      return disk.problem;
    },
    // What was read last.
    get known() {
      return known;
    },
    all: async () => (known = await all()),
    change: call("change"),
    merge: call("merge", false),
    put: call("put", false),
    erase: call("erase", false),
  };
}
