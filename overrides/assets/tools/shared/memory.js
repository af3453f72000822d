// A substitute for the database in browsers without one: the same calls, and gone with the page.
const NOT_STORED =
  "Your browser isn’t storing anything for this site, perhaps because of private browsing or a setting. " +
  "The tool works, but what you enter is gone when you leave this page.";

export function makeMemory() {
  const records = new Map();
  const key = ([kind, id]) => JSON.stringify([kind, id]);
  const put = (place, record) => (record ? records.set(key(place), record) : records.delete(key(place)));
  return {
    problem: NOT_STORED,
    all: async () => [...records.values()],
    change: async (places, decide) => {
      for (const [at, place] of places.entries()) put(place, decide(records.get(key(place)), at));
    },
    put: async (place, record) => put(place, record),
    erase: async () => records.clear(),
  };
}
