// The records of the practice tool, all of the kind "practice", and the part of them that decides a day's set:
//
//   question/PM001  { answers: [{ day, rating, seconds, notes }], due: day, draft: notes of an answer not yet rated }
//   set             { day, size, ids, skipped }: the set of a day, so that a reload or another tab continues with it
//   choices         what is drawn, how many a day, and the timer: DEFAULTS where nothing was chosen. The track is the one that
//                   all tools share; one that is still here was chosen before that, and counts until another is.
export const DEFAULTS = {
  size: 7,
  track: "both",
  level: "",
  categories: [],
  competencies: [],
  scopes: [],
  warmUps: false,
  mode: "up",
  minutes: 3,
};
export const KIND = "practice";
export const QUESTION = "question/";

/** { choices, hasTrack, set, saved: { PM001: value } } from the records, and the reader's track if one was chosen. */
export function readSaved(records, chosen) {
  const values = new Map(records.map(({ id, value }) => [id, value]));
  const track = chosen ?? values.get("choices")?.track;
  const questions = [...values].filter(([id]) => id.startsWith(QUESTION));
  return {
    hasTrack: Boolean(track),
    choices: { ...DEFAULTS, ...values.get("choices"), ...(track && { track }) },
    set: values.get("set"),
    saved: Object.fromEntries(questions.map(([id, value]) => [id.slice(QUESTION.length), value])),
  };
}

/** The input of `pickQuestions` and `tally`: the set of the day if there is one, otherwise the answers of the day. */
export function situation({ questions, saved, set, choices }, day) {
  // Answers to a question that has left the bank no longer count.
  const answered = questions.filter(({ id }) => saved[id]?.answers).map(({ id }) => [id, saved[id]]);
  const seen = Object.fromEntries(answered.map(([id, { answers, due }]) => [id, { due, last: lastDay(answers) }]));
  const done = Object.keys(seen).filter((id) => seen[id].last === day);
  const { size, ids, skipped = [] } = set?.day === day ? set : { size: choices.size, ids: done };
  return { questions: questions.filter(({ id }) => !skipped.includes(id)), seen, choices, size, day, ids, done };
}

const lastDay = (answers) =>
  answers
    .map(({ day }) => day)
    .sort()
    .at(-1);

/** The tracks whose rubrics may judge a question: its own, or those the reader prepares for. */
export function judges(question, choices) {
  const track = question.track === "both" ? choices.track : question.track;
  return track === "both" ? ["pm", "pmm"] : [track];
}

/** A question's value with another draft of notes; undefined if nothing is left to save. */
export function withDraft(value, text) {
  const { draft, ...rest } = value ?? {};
  if (text) return { ...rest, draft: text };
  return Object.keys(rest).length ? rest : undefined;
}

/** The question after `current`: the next in the set that is not answered, then from the start; "" if all are. */
export function nextOpen(ids, done, current) {
  const isOpen = (id) => !done.includes(id) && id !== current;
  return ids.slice(ids.indexOf(current) + 1).find(isOpen) ?? ids.find((id) => !done.includes(id)) ?? "";
}
