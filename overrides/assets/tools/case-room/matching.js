// Matches a typed question to the facts of a case. Pure. A fact is found by its words or not at all, so a question that
// no fact answers gets "We don't have that".
//
//   fact = { id, ask, asked_as: ["size", "how big", ...], fact, unasked }

// They say nothing about which fact is meant.
const STOP_WORDS = new Set(
  (
    "aren't can't couldn't didn't doesn't don't here's how's i'm isn't i've let's shouldn't that's there's they're wasn't " +
    "weren't we've what's when's where's who's won't wouldn't you're " +
    "a about actually again all also am an and any anything are as at be been besides but by can could did do does each else ever for from get give go goes going happen happened happens " +
    "had has have he her here him his how i if in into is it its just know like many may me more most much my need no " +
    "not now of off on one only or other our out over please really she should so some still tell than that the " +
    "their them then there these they thing this those to too up us use used uses using very was we were what when where " +
    "which while who whom whose why will with would you your microsoft company"
  )
    .replaceAll("'", "")
    .split(" "),
);
const stems = (words) => new Set(words.split(" ").map(stem));
// Subjects: if no fact has the subject of a question, a match by its other words would answer something else.
const SUBJECTS = stems(
  "margin profit churn usage leave retention budget competitor competition rival goal conversion latency accuracy error quality " +
    "industry schools language team engineers average deal cycle discount ticket attack mobile experiment complaint wrong " +
    "serve existing switch partner mac change google amazon salesforce slack apple sony",
);
const MONEY = stems("price cost charge");
// Whom nearly every question names: what is asked about them is in its other words.
const ANYONE = stems("customer client user people person member employee worker developer dev gamer player month year");
// What a fact has to hold to answer a question of a kind: a count, a time, a reason.
const KINDS = [
  {
    // Of what is asked for, so the fact names all of it: "how many agents have no owner" asks for no count of agents.
    // Neither a price nor a year nor the digit of a name, such as F64, is a count.
    asks: /\b(how many|number of|percentage)\b/,
    isHeld: (fact, words) =>
      words.every((word) => ANYONE.has(word) || isIn(fact, word)) &&
      /(^|[^\w$.,])(?!20\d\d\b)\d|\b(many|most|none|nothing|less|half|two|three|four|five)\b/i.test(fact.fact),
  },
  {
    asks: /^when\b|\bhow long\b/,
    isHeld: ({ fact }) =>
      /20\d\d|\b(days?|weeks?|months?|quarters?|years?|hours?|minutes?)\b|\b[A-Z][a-z]+ \d/.test(fact),
  },
  {
    asks: /^why\b/,
    isHeld: ({ ask, asked_as, fact }) => /\b(why|reasons?|because)\b/i.test([ask, ...asked_as, fact].join(" ")),
  },
];
// Scores of one matching word: a word listed for a fact counts more than one of its printed question or of a phrase.
const LISTED = 2;
const PRINTED = 1;
// A whole phrase such as "how big" counts, although its words are stop words.
const PHRASE = 3;
const LEAST_SCORE = 2;

const flat = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "") // "can't" is "cant", as a phone types it
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

// A crude stemmer, which is enough for a handful of facts: "users" and "user's" become one.
function stem(word) {
  if (word.length < 5) return word.replace(/s$/, "");
  return word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:ing|ed|es|s|e)$/, "")
    .replace(/(.)\1$/, "$1");
}

const contentWords = (text) =>
  flat(text)
    .split(" ")
    .filter((word) => word && !STOP_WORDS.has(word));
const contentStems = (text) => contentWords(text).map(stem);

/**
 * The facts that a question asks for: usually one, none if no word is known, several if it asks for several. Parts of a
 * question, as in "the price and the number of seats", are also matched on their own.
 */
export function factsFor(facts, question) {
  const printed = facts.filter(({ ask }) => flat(ask) === flat(question));
  if (printed.length) return printed;
  const found = [question, ...partsOf(question)].flatMap((part) => bestOf(facts, corrected(facts, part)));
  return facts.filter((fact) => found.includes(fact));
}

const partsOf = (question) => {
  const parts = question.split(/[?;,/&+]|\b(?:and|or|plus)\b/i).filter((part) => contentWords(part).length);
  return parts.length > 1 ? parts : [];
};

/** Whether a part of a question has no answer. */
export const isPartLeft = (facts, question) =>
  partsOf(question).some((part) => !bestOf(facts, corrected(facts, part)).length) &&
  !facts.some(({ ask }) => flat(ask) === flat(question));

// Corrects an unknown word that is one typo away from a word of the facts.
function corrected(facts, text) {
  const known = facts.flatMap(({ ask, asked_as }) => [ask, ...asked_as].flatMap(contentWords));
  const knownStems = new Set([...known.map(stem), ...SUBJECTS, ...MONEY, ...ANYONE]);
  const isKnown = (word) => STOP_WORDS.has(word) || knownStems.has(stem(word));
  const words = flat(text).split(" ");
  return words
    .map((word) => (isKnown(word) ? word : (known.find((knownWord) => isTypo(word, knownWord)) ?? word)))
    .join(" ");
}

// Whether one letter is missing, extra or wrong, or two are swapped; short words have too many neighbors.
function isTypo(typed, word) {
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

// Two facts if they match equally well. Facts that score high enough are ranked by what sets them apart, since a word
// of the case's subject, such as "credits", is in all of them.
function bestOf(facts, question) {
  const words = new Set(contentStems(question));
  const unknown = [...words].filter((word) => !ANYONE.has(word) && !facts.some((fact) => isIn(fact, word)));
  if (
    unknown.some(
      (word) => SUBJECTS.has(word) || (MONEY.has(word) && !facts.some(({ fact }) => /\$|\bcents?\b/.test(fact))),
    )
  )
    return [];
  // "How many customers leave?" asks for more than customers.
  const telling = [...words].filter((word) => !unknown.length || !ANYONE.has(word));
  const scored = facts
    .map((fact) => ({ fact, ...scores(facts, fact, telling, flat(question)) }))
    .filter(({ all }) => all >= LEAST_SCORE);
  const best = Math.max(0, ...scored.map(({ apart }) => apart));
  return scored
    .filter(({ apart, fact }) => apart === best && isOfKind(fact, question, telling))
    .map(({ fact }) => fact);
}

const isOfKind = (fact, question, words) =>
  KINDS.every(({ asks, isHeld }) => !asks.test(question) || isHeld(fact, words));

// { all, apart }: the score of a fact for a question, and the same with the score of each word divided among all facts
// that name it.
function scores(facts, fact, words, text) {
  const listed = new Set(fact.asked_as.filter(isWord).flatMap(contentStems));
  const printed = new Set([fact.ask, ...fact.asked_as].flatMap(contentStems));
  const phrases = PHRASE * phrasesIn(fact, words, text).length;
  let [all, apart] = [phrases, phrases];
  for (const word of words) {
    const counts = listed.has(word) ? LISTED : printed.has(word) ? PRINTED : 0;
    all += counts;
    apart += counts / Math.max(1, facts.filter((other) => isIn(other, word)).length);
  }
  return { all, apart };
}

const isWord = (phrase) => !flat(phrase).includes(" ");
const isIn = (fact, word) => stemsOf(fact).has(word);

// The stems of all texts of a fact, worked out once: a question asks each fact for each of its words, many times.
const stemsOfFacts = new WeakMap();
function stemsOf(fact) {
  const { ask, asked_as, fact: answer } = fact;
  if (!stemsOfFacts.has(fact)) stemsOfFacts.set(fact, new Set([ask, ...asked_as, answer].flatMap(contentStems)));
  return stemsOfFacts.get(fact);
}

// The phrases of a fact in a question. A phrase of stop words, such as "how many", counts only if the fact has the
// other words of the question too: "how many schools" is another question.
function phrasesIn(fact, words, text) {
  const isKnown = words.every((word) => isIn(fact, word));
  return fact.asked_as.filter(
    (phrase) =>
      !isWord(phrase) && ` ${text} `.includes(` ${flat(phrase)} `) && (isKnown || contentStems(phrase).length > 0),
  );
}

/** Facts that were never asked for, so the reader assumed them. */
export const unaskedOf = (facts, asked) => facts.filter(({ id }) => !asked.includes(id));

/** Usual questions that no case answers, mixed into the list so that it does not give the facts away. */
export const GENERAL = ["What is the budget?", "How large is the team?", "What did the last team try?"];

/** All questions to pick from, sorted, so that the order gives nothing away. */
export const picks = (facts) => [...facts.map(({ ask }) => ask), ...GENERAL].sort();
