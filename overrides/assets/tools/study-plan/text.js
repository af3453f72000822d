// A plan in words. Pure; `words` holds tasks and questions by id: { text }.
import { weekStart } from "../shared/dates.js";
import { isTicked } from "./sessions.js";

// What a planned item is called. The guide may have dropped it since the plan was made.
export function itemName(item, words) {
  const text = words[item.id]?.text ?? "A task that the guide no longer has";
  const kind = item.id.startsWith("question/") ? "Answer aloud: " : "";
  return `${kind}${text}${item.parts > 1 ? ` (sitting ${item.part} of ${item.parts})` : ""}`;
}

export const minutesOf = (items) => items.reduce((sum, { minutes }) => sum + minutes, 0);

// [{ start: "2026-11-23", minutes, days }], weeks from Monday.
export function byWeek(days) {
  const starts = [...new Set(days.map(({ day }) => weekStart(day)))];
  return starts.map((start) => {
    const inside = days.filter(({ day }) => weekStart(day) === start);
    return { start, minutes: minutesOf(inside.flatMap(({ items }) => items)), days: inside };
  });
}

// Planned before today and not ticked.
export const missed = (days, done, today) => [
  ...new Set(
    days
      .filter(({ day }) => day < today)
      .flatMap(({ items }) => items.filter((item) => !isTicked(item, done)).map(({ id }) => id)),
  ),
];

// What is left out, in a reader's terms: tasks, and rounds of a kind that the plan never meets, each with its price;
// rounds that would come again; questions by kind. `guide` and `questions` as the planner gets them.
export function leftOut({ days, left }, done, { tasks, guide, questions }) {
  const isOut = ({ id }) => left.includes(id) && !done.includes(id);
  const kindsOf = ({ id, kinds }) => kinds ?? guide.tasks[id]?.kinds ?? [];
  const planned = new Set([...done, ...days.flatMap(({ items }) => items.map(({ id }) => id))]);
  const met = new Set([...tasks, ...guide.rounds].filter(({ id }) => planned.has(id)).flatMap(kindsOf));
  const outTasks = tasks.filter(isOut);
  for (const task of outTasks) for (const kind of kindsOf(task)) met.add(kind); // told by the task
  const isUnmet = (round) => !kindsOf(round).every((kind) => met.has(kind));
  const never = [];
  const again = [];
  for (const round of guide.rounds.filter(isOut)) {
    (isUnmet(round) ? never : again).push(round);
    for (const kind of kindsOf(round)) met.add(kind);
  }
  return {
    never: [...outTasks, ...never],
    again: counted(again),
    questions: byKind(questions.filter(isOut), guide.categories),
  };
}

// Rounds of one name in one line.
function counted(rounds) {
  const names = [...new Set(rounds.map(({ text }) => text))];
  return names.map((text) => {
    const its = rounds.filter((round) => round.text === text);
    return { text: its.length > 1 ? `${text}, ${its.length} times` : text, minutes: minutesOf(its) };
  });
}

// [{ text: "Strategy, 12 questions", minutes }], the most first.
function byKind(questions, names) {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const its = questions.filter((question) => question.kind === kind);
      return {
        text: `${names[kind]}, ${its.length} ${its.length === 1 ? "question" : "questions"}`,
        minutes: minutesOf(its),
      };
    })
    .sort((one, other) => other.minutes - one.minutes);
}
