// Splits and stems queries exactly as hooks/guide/publish/search/words.py does pages: both read the lists of its
// spelling.yml, and a test compares the two.

/** @typedef {[RegExp, string][]} Replacements */
const lists = {
  /** @type {Replacements} */ folds: [],
  /** @type {Replacements} */ spellings: [],
  /** @type {Replacements} */ endings: [],
};
const known = new Map();

/** Takes the lists from the core of the index: `spelling` holds folds, numbers, spellings and endings. */
export function setSpelling({ folds, numbers, spellings, endings }) {
  const compiled = (listed, flags) => listed.map(([pattern, by]) => [new RegExp(pattern, flags), by]);
  const words = Object.entries(numbers).map(([word, number]) => [`\\b${word}\\b`, String(number)]);
  lists.folds = compiled([...folds, ...words], "g");
  lists.spellings = compiled(spellings, "");
  lists.endings = compiled(endings, "");
  known.clear();
}

export function fold(text) {
  const bare = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return lists.folds.reduce((folded, [pattern, by]) => folded.replace(pattern, by), bare);
}

export function stem(word) {
  if (/^\d/.test(word)) return word;
  let found = known.get(word);
  if (found === undefined) {
    found = word;
    for (const [pattern, by] of lists.spellings) if (found.length > 4) found = found.replace(pattern, by);
    for (const [pattern, by] of lists.endings) if (found.length > 3) found = found.replace(pattern, by);
    known.set(word, found);
  }
  return found;
}

/** Folded words in order. Hyphens split words; the engine also tries two neighbors as one word. */
export function words(text) {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}
