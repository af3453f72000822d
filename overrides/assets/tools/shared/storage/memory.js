// A substitute for the database in browsers without one: the same calls, and gone with the page.
const NOT_STORED =
  "Your browser isn’t storing anything for this site, perhaps because of private browsing or a setting. " +
  "The tool works, but what you enter is gone when you leave this page.";
const UNANSWERED =
  "This browser’s storage doesn’t answer. Go on: the tool works, but what you enter now is gone when you leave this page.";

const asText = (key) => JSON.stringify(key);

/** @param {any[]} [lastRead] the records last read of a database that no longer answers */
export function makeMemory(lastRead) {
  const records = new Map(lastRead?.map((record) => [asText([record.kind, record.id]), record]));
  const put = (key, record) => (record ? records.set(asText(key), record) : records.delete(asText(key)));
  const merge = async (keys, decide) => {
    for (const [at, key] of keys.entries()) put(key, decide(records.get(asText(key)), at));
  };
  return {
    problem: lastRead ? UNANSWERED : NOT_STORED,
    all: async () => [...records.values()],
    change: (key, decide) => merge([key], decide),
    merge,
    put: async (key, record) => put(key, record),
    erase: async () => records.clear(),
  };
}
