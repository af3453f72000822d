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

const tellingOf = (text) =>
  flat(text)
    .split(" ")
    .filter((word) => word && !PLAIN.has(word));
const wordsOf = (text) => tellingOf(text).map(stem);

// The facts that a question asks for: most often one, none if no word is known, several if it asks for several. A part of
// a question, "the price and the number of seats", is heard for itself too.
export function askedFor(facts, question) {
  const printed = facts.filter(({ ask }) => flat(ask) === flat(question));
  if (printed.length) return printed;
  const heard = [question, ...partsOf(question)].flatMap((part) => bestOf(facts, corrected(facts, part)));
  return facts.filter((fact) => heard.includes(fact));
}

const partsOf = (question) => {
  const parts = question.split(/[?;,/&+]|\b(?:and|or|plus)\b/i).filter((part) => tellingOf(part).length);
  return parts.length > 1 ? parts : [];
};

/** Whether a part of a question is left that no fact answers, though another is answered. */
export const isPartLeft = (facts, question) =>
  partsOf(question).some((part) => !bestOf(facts, corrected(facts, part)).length) &&
  !facts.some(({ ask }) => flat(ask) === flat(question));

// A word that no fact knows, and that is one slip away from one that a fact is asked by, is read as that.
function corrected(facts, text) {
  const known = facts.flatMap(({ ask, asked_as }) => [ask, ...asked_as].flatMap(tellingOf));
  const isKnown = (word) => PLAIN.has(word) || known.some((one) => stem(one) === stem(word));
  const words = flat(text).split(" ");
  return words.map((word) => (isKnown(word) ? word : (known.find((one) => isSlip(word, one)) ?? word))).join(" ");
}

// Whether one sign is missing, too many, another, or two are swapped; short words have too many neighbors.
function isSlip(typed, word) {
  if (word.length < 5 || typed.length < 4 || typed[0] !== word[0] || Math.abs(typed.length - word.length) > 1)
    return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = (text, from) => text.slice(at + from);
  return (
    rest(typed, 1) === rest(word, 1) ||
    rest(typed, 0) === rest(word, 1) ||
    rest(typed, 1) === rest(word, 0) ||
    (typed[at] === word[at + 1] && typed[at + 1] === word[at] && rest(typed, 2) === rest(word, 2))
  );
}

// Two if it asks for both alike.
function bestOf(facts, question) {
  const words = new Set(wordsOf(question));
  const scored = facts.map((fact) => ({ fact, score: score(facts, fact, words, flat(question)) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  return best < ENOUGH ? [] : scored.filter((one) => one.score === best).map((one) => one.fact);
}

function score(facts, fact, words, text) {
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
