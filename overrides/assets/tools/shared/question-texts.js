// The texts and pages of questions, from the files that have them: { "question/PM001": { text, page } }.

import { fetchData } from "./data.js";

/** questions = [{ track, competency, part }], of the list "questions". */
export async function questionTexts(questions) {
  const parts = new Set(
    questions.map(({ track, competency, part }) => `question-texts/${track}-${competency}-${part}`),
  );
  return Object.assign({}, ...(await Promise.all([...parts].map(fetchData))));
}
