// Matches a typed question to the facts of a case. Pure. A fact is found by its words or not at all: nothing is
// invented, and a question that no fact answers gets "We don't have that".
//
//   fact = { id, ask, asked_as: ["size", "how big", ...], fact, unasked }

// Stop words: they say nothing about which fact is meant.
const PLAIN = new Set(
  (
    "a about again all also am an and any anything are as at be been but by can could did do does each else ever for from get give " +
    "had has have he her here him his how i if in into is it its just know like many may me more most much my need no " +
    "not now of off on one only or other our out over please really say she should so some still tell than that the " +
    "their them then there these they thing this those to too up us use used very want was we were what when where " +
    "which while who whom whose why will with would you your microsoft company"
  ).split(" "),
);
// Scores of one matching word: a word listed for a fact says more than one of its printed question.
const LISTED = 2;
const PRINTED = 1;
// A whole phrase such as "how big" counts though its words are plain.
const PHRASE = 3;
const ENOUGH = 2;

const flat = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

// A crude stem: "users", "user's" and "using" become one, which is enough for a handful of facts.
const stem = (word) =>
  word.length < 5 ? word.replace(/s$/, "") : word.replace(/(?:ies|ied)$/, "y").replace(/(?:ing|ed|es|s|e)$/, "");

const wordsOf = (text) =>
  flat(text)
    .split(" ")
    .filter((word) => word && !PLAIN.has(word))
    .map(stem);

// The facts that a question asks for, best first: most often one, none if no word is known, two if it asks for both
// alike.
export function askedFor(facts, question) {
  const words = new Set(wordsOf(question));
  const scored = facts.map((fact) => ({ fact, score: score(facts, fact, words, flat(question)) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  return best < ENOUGH ? [] : scored.filter((one) => one.score === best).map((one) => one.fact);
}

function score(facts, fact, words, text) {
  if (flat(fact.ask) === text) return Number.POSITIVE_INFINITY;
  const listed = new Set(fact.asked_as.flatMap(wordsOf));
  const printed = new Set(wordsOf(fact.ask));
  const phrases = fact.asked_as
    .map(flat)
    .filter((phrase) => phrase.includes(" ") && ` ${text} `.includes(` ${phrase} `));
  let sum = phrases.length * PHRASE;
  for (const word of words) {
    if (listed.has(word)) sum += LISTED / share(facts, word);
    else if (printed.has(word)) sum += PRINTED / share(facts, word);
  }
  return sum;
}

// The number of facts that list a word: a word of three facts identifies none of them.
const share = (facts, word) =>
  Math.max(1, facts.filter((fact) => fact.asked_as.flatMap(wordsOf).includes(word)).length);

// The assumptions: facts that were never asked for.
export const unaskedOf = (facts, asked) => facts.filter(({ id }) => !asked.includes(id));

// Usual questions that no case answers. They are mixed into the list so that it does not give the facts away.
export const GENERAL = ["What is the budget?", "How large is the team?", "What did the last team try?"];

// All questions to pick from, in an order that gives nothing away.
export const picks = (facts) => [...facts.map(({ ask }) => ask), ...GENERAL].sort();
