// Saves the rating of an answer, and takes it back. `tool`: the element, with its store, notes and loaded views.

import { today } from "../shared/today.js";
import { KIND, QUESTION, withDraft } from "./saved.js";

/** The day on which the question comes back; undefined if nothing was saved, which the tool has reported. */
export async function saveRating(tool, id, { rating, seconds, notes }) {
  const answer = { day: today(), rating, seconds, ...(notes && { notes }) };
  const { theirs } = tool.answerNotes.of(id); // another tab's notes, still in conflict: they stay for the next time
  let value;
  const answered = (old) => (value = tool.views.withAnswer(withDraft(old, theirs), answer));
  const isSaved = await tool.attempt(() => tool.store.change(KIND, QUESTION + id, answered));
  if (!isSaved && !tool.store.problem) return undefined;
  tool.answerNotes.forget(id);
  return value.due;
}

/** The notes of the answer become those of the next one. */
export function undoRating(tool, id) {
  const notesAgain = ({ draft, answers }) => [draft, answers.at(-1).notes].filter(Boolean).join("\n\n");
  const unrated = (old) => tool.views.withoutNewest(withDraft(old, notesAgain(old)));
  return tool.attempt(() => tool.store.change(KIND, QUESTION + id, unrated));
}
