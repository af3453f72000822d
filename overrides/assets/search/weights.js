// The weights of a match, tuned on the half of tests/search/queries.csv that is marked `tune`.
export const WEIGHTS = {
  title: 3.7,
  titleBase: 0.8,
  titleSlope: 0.04,
  text: 1.35,
  textSlope: 0.07, // slopes: the longer a title or text, the less each of its words counts
  synonym: 0.62,
  near: 0.37,
  nearKnown: 0.32,
  prefix: 1,
  completed: 0.6,
  corrected: 0.95,
  joined: 0.75,
  part: 0.42, // from `synonym` on: how sure it is that this was meant
  phrase: 1.6,
  stop: 0.08,
  light: 0.5,
  pooled: 0.72, // from `phrase` on: how much a unit of the query counts
  ofPage: 0.76,
  ofRow: 0.45,
  pageHalf: 4.8,
  inheritedByPage: 0.6,
  inheritedByRow: 0.26,
  inheritedTitle: 0.3, // from `ofPage` on: what the whole page adds
  coverage: 1.45,
  questionCoverage: 2,
  whole: 1.6,
  queryTitle: 0.75,
  otherTrack: 0.6,
  notMine: 0.9, // the reader's own track counts less than one that the query names
};
export const KIND = {
  page: 1.09,
  section: 0.97,
  term: 1.06,
  faq: 1.15,
  question: 0.95,
  claim: 0.87,
  row: 0.83,
  source: 0.4,
  task: 0.76,
  path: 0.8,
  "prompt pack": 0.9,
  "case fact": 0.8,
  "data file": 0.6,
};

/** A question in full is answered by short answers and by pages, rarely by a row. */
export const QUESTION = { faq: 1.2, page: 1.25, section: 1.2, term: 1.25, row: 0.94, claim: 0.8 };
