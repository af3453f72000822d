// A stand-in for the database where the browser offers none: the same calls, and gone with the page.
const NOT_KEPT =
  "This browser keeps nothing for this site, maybe because of private browsing or a setting. " +
  "The tool works, and what you enter is gone when you leave the page. Export it first, on the page “Your data”.";

export function makeMemory() {
  const records = new Map();
  const key = ([kind, id]) => JSON.stringify([kind, id]);
  const put = (place, record) => (record ? records.set(key(place), record) : records.delete(key(place)));
  return {
    problem: NOT_KEPT,
    all: async () => [...records.values()],
    change: async (places, decide) => {
      for (const [at, place] of places.entries()) put(place, decide(records.get(key(place)), at));
    },
    put: async (place, record) => put(place, record),
    erase: async () => records.clear(),
  };
}
