// Competencies in which the reader was last rated weak, in practice or in a mock interview.
const MIXED_SCORE = 3; // of 5, like "mixed" in practice

export const isWeakRating = (rating) => ["again", "hard"].includes(rating);

// Practice calls a question "PM001"; the store and the plan call it "question/PM001".
const bare = (id) => id.replace("question/", "");

/**
 * Ids of competencies, in the order of `questions`: [{ id, competency }]. The ratings of a competency's newest day
 * decide. `practice` and `mocks` are records of the store.
 */
export function weakCompetencies({ practice, mocks, questions }) {
  const judged = new Map();
  for (const judgment of [...practice.flatMap(ratingsOf), ...mocks.flatMap(scoreOf)])
    judged.set(judgment.id, [...(judged.get(judgment.id) ?? []), judgment]);
  const of = (competency) =>
    questions.filter((question) => question.competency === competency).flatMap(({ id }) => judged.get(bare(id)) ?? []);
  return [...new Set(questions.map(({ competency }) => competency))].filter((competency) => wasWeak(of(competency)));
}

const ratingsOf = ({ id, value }) =>
  (value.answers ?? []).map(({ day, rating }) => ({
    id: bare(id),
    day,
    isWeak: isWeakRating(rating),
  }));

const scoreOf = ({ value: { question, day, score } }) =>
  score ? [{ id: question, day, isWeak: score <= MIXED_SCORE }] : [];

function wasWeak(judgments) {
  const newest = judgments
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return judgments.some(({ day, isWeak }) => isWeak && day === newest);
}

export async function recallWeak(store, questions) {
  const [practice, mocks] = await Promise.all([store.list("practice"), store.list("mock-interview")]);
  return weakCompetencies({ practice, mocks, questions });
}
