// Draws the questions of a day. Pure: the same rows, day and seed give the same set.
//
//   question = { id, track, category, competency, scope, isWarmUp }; a warm-up is trivia, drawn only if choices.warmUps
//   seen     = { PM001: { due: "2026-11-28", last: "2026-11-25" }, ... }, the questions that were answered before
//   weak     = ["judgment"], competencies whose questions come about twice as often as others
//   choices  = { track: "pm", "pmm" or "both"; categories, competencies, scopes: ids, where an empty list takes all }

import { waiting } from "../shared/review/review.js";

const LISTS = { categories: "category", competencies: "competency", scopes: "scope" };

export function fits(question, choices) {
  const isTrack = choices.track === "both" || [choices.track, "both"].includes(question.track);
  return (
    isTrack &&
    (choices.warmUps || !question.isWarmUp) &&
    Object.entries(LISTS).every(([list, field]) => !choices[list].length || choices[list].includes(question[field]))
  );
}

/** Counts of the questions that fit the choices: due, new, or due later. */
export const tally = ({ questions, seen, choices, day }) =>
  waiting(
    questions.filter((question) => fits(question, choices)).map(({ id }) => seen[id]?.due),
    day,
  );

/**
 * At most `size` ids, unless more were answered today: those of today's set (`ids`) that were answered or still fit,
 * then due questions, then new ones, each from the competency with the fewest so far.
 */
export function pickQuestions({ questions, seen, choices, size, day, seed = day, ids = [], weak = [] }) {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const isDone = (id) => seen[id]?.last === day;
  const isWanted = (question) => fits(question, choices) && !(seen[question.id]?.due > day);
  const stays = [...new Set(ids)]
    .map((id) => byId.get(id))
    .filter((question) => question && (isDone(question.id) || isWanted(question)));
  const done = stays.filter(({ id }) => isDone(id));
  const drawn = [...done, ...stays.filter(({ id }) => !isDone(id)).slice(0, Math.max(0, size - done.length))];
  const open = questions.filter((question) => isWanted(question) && !isDone(question.id) && !drawn.includes(question));
  const dues = open.filter(({ id }) => seen[id]).sort(by(({ id }) => `${seen[id].due} ${seededHash(seed, id)}`));
  const news = open.filter(({ id }) => !seen[id]).sort(by(({ id }) => seededHash(seed, id)));
  for (const pool of [dues, news]) fill(drawn, pool, { size, seed, weak });
  return drawn.map(({ id }) => id);
}

const STORIES = ["behavioral", "motivation"];
const STORIES_IN_TEN_MINUTES = 2;
const ROUNDS = 4;

/**
 * A short session in place of the day's set: "ten" minutes hold two stories, "loop" one question each of four kinds.
 * Nothing answered today is asked again. Due questions come before new ones, and weak competencies first in each.
 */
export function pickSession(session, { questions, seen, choices, day, seed = day, weak = [] }) {
  const isWeak = (competency) => (weak.includes(competency) ? 0 : 1);
  const open = questions
    .filter((question) => fits(question, choices) && !(seen[question.id]?.due > day) && seen[question.id]?.last !== day)
    .sort(by(({ id, competency }) => `${seen[id] ? 0 : 1} ${isWeak(competency)} ${seededHash(seed, id)}`));
  const isStory = ({ category }) => STORIES.includes(category);
  if (session === "ten") {
    const drawn = open.filter(isStory);
    return drawn.slice(0, STORIES_IN_TEN_MINUTES).map(({ id }) => id);
  }
  const kinds = new Set();
  const firsts = open.filter(({ category }) => !kinds.has(category) && kinds.add(category));
  return firsts.slice(0, ROUNDS).map(({ id }) => id);
}

// Moves questions from the front of `pool` to `drawn` until the set is full, balanced over competencies.
function fill(drawn, pool, { size, seed, weak }) {
  const rest = [...pool];
  while (drawn.length < size && rest.length) {
    const had = (competency) =>
      drawn.filter((question) => question.competency === competency).length * (weak.includes(competency) ? 1 : 2);
    const turn = (name) => `${String(had(name)).padStart(6, "0")} ${weak.includes(name) ? 0 : 1}`;
    const competencies = [...new Set(rest.map(({ competency }) => competency))];
    const [fewest] = competencies.sort(by((name) => `${turn(name)} ${seededHash(seed, name)}`));
    drawn.push(
      ...rest.splice(
        rest.findIndex(({ competency }) => competency === fewest),
        1,
      ),
    );
  }
}

function by(key) {
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    return a < b ? -1 : Number(a > b);
  };
}

// The sort key of a seeded shuffle: FNV-1a over the seed and the text.
function seededHash(seed, text) {
  let hash = 0x811c9dc5;
  for (const letter of `${seed} ${text}`) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0; // otherwise the last letters have too little effect
  return String(hash).padStart(10, "0");
}
