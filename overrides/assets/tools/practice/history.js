// The answers to each competency's questions, in chronological order.
//
//   saved = { PM001: { answers: [{ day, rating, seconds, notes }] }, ... }

import { RATINGS } from "../shared/review/review.js";

/**
 * [{ competency, answers: [{ id, day, rating, seconds }] }] in the order of `competencies`, those without an answer
 * left out.
 */
export function historyByCompetency(saved, questions, competencies) {
  const answers = questions.flatMap(({ id, competency }) =>
    (saved[id]?.answers ?? []).map((answer) => ({ ...answer, id, competency })),
  );
  answers.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  return competencies
    .map((competency) => ({ competency, answers: answers.filter((answer) => answer.competency === competency) }))
    .filter((entry) => entry.answers.length);
}

/** The position of each rating in the chart: further right is later, higher is better. */
export function dots(ratings, { width, height, edge }) {
  const step = ratings.length > 1 ? (width - 2 * edge) / (ratings.length - 1) : 0;
  const rise = (height - 2 * edge) / (RATINGS.length - 1);
  return ratings.map((rating, index) => ({
    x: ratings.length > 1 ? edge + index * step : width / 2,
    y: height - edge - RATINGS.indexOf(rating) * rise,
  }));
}
