// Selects what goes into the pack from the reader's own data: short enough to read in ten minutes.

import { isWeakRating } from "../shared/review/weak.js";

const [STORIES, WEAK, CHANGES] = [6, 5, 4];
const FIRST_WORDS = 14;

const short = (text) => {
  const words = (text ?? "").trim().split(/\s+/).filter(Boolean);
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).join(" ")}\u00a0…` : words.join(" ");
};
const isFor = (track, item) => item.track === track || item.track === "both";

/** [{ title, result, worst, shows }] of the stories for the track, six at most. */
export function storiesOf(stories, track, names) {
  const written = stories.filter((story) => story.title?.trim() || story.result?.trim());
  const mine = written.filter(({ tracks }) => !tracks?.length || tracks.includes(track));
  return mine.slice(0, STORIES).map((story) => ({
    title: short(story.title) || "A story without a name",
    result: short(story.result),
    worst: short(story.worstQuestion),
    shows: (story.competencies ?? []).map((id) => names[id] ?? id),
  }));
}

/** [{ name, day, self, partner }]: the ratings of the newest rehearsals. */
export const scoresOf = (records, names) =>
  [...records]
    .sort((a, b) => (a.value.day < b.value.day ? 1 : -1))
    .filter(({ value }) => value.self || value.partner)
    .slice(0, WEAK)
    .map(({ value }) => ({ name: names[value.play] ?? value.play, ...value }));

/** The newest scorecards of mock interviews for the track: [{ name, day, level, score, change }]. */
export const cardsOf = (records, track, names) =>
  records
    .map(({ value }) => value)
    .filter((card) => card.score && card.track === track) // without a score it is a draft
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, WEAK)
    .map(({ round, day, level, score, change }) => ({
      name: names[round] ?? round,
      day,
      level,
      score,
      change: short(change),
    }));

/** Ids of questions whose newest answer was rated again or hard. */
export const weakOf = (records) =>
  records
    .filter(({ value }) => isWeakRating(value.answers?.at(-1)?.rating))
    .slice(0, WEAK)
    .map(({ id }) => id);

/** A few questions of the track for each person. */
export function questionsOf({ ask, each }, track) {
  const mine = ask.filter((question) => isFor(track, question));
  return [...new Set(mine.map(({ whom }) => whom))].map((whom) => ({
    whom,
    questions: mine
      .filter((question) => question.whom === whom)
      .slice(0, each)
      .map(({ question }) => question),
  }));
}

export const changesOf = ({ changes }, topic) =>
  changes.filter((change) => !topic || change.topic === topic).slice(0, CHANGES);
export const roundsOf = ({ rounds }, track) => rounds.filter((round) => round.track === track);
