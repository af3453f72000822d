// Splits and stems queries exactly as hooks/guide/publish/search/words.py does pages: a test compares the two.
const FOLDS = [
  [/['’](s\b)?/g, ""],
  [/(\d)\((\w)\)/g, "$1$2"],
  [/(\d),(\d\d\d)/g, "$1$2"],
  [/\b([a-z])[&/]([a-z])\b/g, "$1$2"],
  [/\bl ?(\d\d)\b/g, "level $1"],
  [/\blevel-?(\d\d)\b/g, "level $1"],
  [/\b([1-9]\d\d)k\b/g, "$1000"],
  ...Object.entries({
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    eight: 8,
    ten: 10,
    thirty: 30,
    sixty: 60,
    ninety: 90,
  }).map(([word, number]) => [new RegExp(`\\b${word}\\b`, "g"), String(number)]),
];
const SPELLINGS = [
  [/^(...+)our(s|al|ed|ing|ite|able|er)?$/, "$1or$2"],
  [/^(...+)is(e|es|ed|ing|er|ers|ation|ations)$/, "$1iz$2"],
  [/^(...+)ys(e|es|ed|ing)$/, "$1yz$2"],
  [/^(...+)tre(s)?$/, "$1ter$2"],
  [/^(...+)mme(s|d)?$/, "$1m$2"],
  [/^(...+)gement(s|al)?$/, "$1gment$2"],
  [/^(...+)ence(s|d)?$/, "$1ense$2"],
];
const ENDINGS = [
  [/^(..+)ies$/, "$1y"],
  [/^(..+)(s|x|z|ch|sh)es$/, "$1$2"],
  [/^(.+[^suio])s$/, "$1"],
  // Exceptions, where the stem would be another word: mission and miss, notes and not, plane and plan.
  [/^(?!(?:bill|miss|not)ions?$)(...+)(ing|ion|ions|ed)$/, "$1"],
  [/^(?!(?:car|not|past|plan|sam|sit|som|suit|them)e$)(...+)e$/, "$1"],
  [/^(..+)([b-df-hj-np-tv-z])\2$/, "$1$2"],
];
const known = new Map();

export function fold(text) {
  const bare = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return FOLDS.reduce((folded, [pattern, by]) => folded.replace(pattern, by), bare).replaceAll("401000", "401k");
}

export function stem(word) {
  if (/^\d/.test(word)) return word;
  let found = known.get(word);
  if (found === undefined) {
    found = word;
    for (const [pattern, by] of SPELLINGS) if (found.length > 4) found = found.replace(pattern, by);
    for (const [pattern, by] of ENDINGS) if (found.length > 3) found = found.replace(pattern, by);
    known.set(word, found);
  }
  return found;
}

/** Folded words in order. Hyphens split words; the engine also tries two neighbors as one word. */
export function words(text) {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}
