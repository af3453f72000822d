// A substitute for the database in browsers without one: the same calls, and gone with the page.
const NOT_STORED =
  "Your browser isn’t storing anything for this site, perhaps because of private browsing or a setting. " +
  "The tool works, but what you enter is gone when you leave this page.";
const UNANSWERED =
  "This browser’s storage doesn’t answer. Go on: the tool works, but what you enter now is gone when you leave this page.";

const keyOf = (place) => JSON.stringify(place);

// `known`: what was read of a database that no longer answers.
export function makeMemory(known) {
  const records = new Map(known?.map((record) => [keyOf([record.kind, record.id]), record]));
  const put = (place, record) => (record ? records.set(keyOf(place), record) : records.delete(keyOf(place)));
  const merge = async (places, decide) => {
    for (const [at, place] of places.entries()) put(place, decide(records.get(keyOf(place)), at));
  };
  return {
    problem: known ? UNANSWERED : NOT_STORED,
    all: async () => [...records.values()],
    change: (place, decide) => merge([place], decide),
    merge,
    put: async (place, record) => put(place, record),
    erase: async () => records.clear(),
  };
}
