// What a match is worth. Tuned on the tune half of tests/search/queries.yml.
export const WORTH = {
  title: 3.5, text: 1, page: 0.9,
  synonym: 0.75, near: 0.4, prefix: 0.8, fuzzy: [0, 0.6, 0.4], swapped: 0.7, joined: 0.9,
  stop: 0.15, light: 0.6, aside: 0.35, lent: 0.6, coverage: 1.3, questionCoverage: 1.8, whole: 1.6,
};
export const KIND = {
  page: 1.1, section: 1, term: 1.05, faq: 1.1, question: 0.9, claim: 0.75, row: 0.7, source: 0.35, task: 0.7,
  "worked answer": 0.8, path: 0.6,
};

// A question in full is answered by short answers and by pages, rarely by a word or a row.
export const QUESTION = { faq: 1.5, page: 1.25, section: 1.1, term: 0.8, row: 0.8, question: 0.8, claim: 0.8 };
