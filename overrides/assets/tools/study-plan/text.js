// A plan in words. Pure; `words` holds tasks and questions by id: { text }.

import { spokenMinutes, weekStart } from "../shared/dates.js";
import { isTicked } from "./ticks.js";

/** The name of a planned item. The guide may have dropped it since the plan was made. */
export function itemName(item, words) {
  const text = words[item.id]?.text ?? "A task that the guide no longer has";
  const kind = item.id.startsWith("question/") ? "Answer aloud: " : "";
  return `${kind}${text}${item.parts > 1 ? ` (part ${item.part} of ${item.parts})` : ""}`;
}

export const minutesOf = (items) => items.reduce((sum, { minutes }) => sum + minutes, 0);

/** [{ start: "2026-11-23", minutes, days }], weeks from Monday. */
export function byWeek(days) {
  const starts = [...new Set(days.map(({ day }) => weekStart(day)))];
  return starts.map((start) => {
    const inside = days.filter(({ day }) => weekStart(day) === start);
    return { start, minutes: minutesOf(inside.flatMap(({ items }) => items)), days: inside };
  });
}

/** Planned before today and not ticked. */
export const missed = (days, done, today) => [
  ...new Set(
    days
      .filter(({ day }) => day < today)
      .flatMap(({ items }) => items.filter((item) => !isTicked(item, done)).map(({ id }) => id)),
  ),
];

/** What a reader must know is missing: tasks, and a round of each kind that the plan never covers. */
export function missing({ left, unmet = [] }, done, { tasks, rounds }) {
  const isMissing = ({ id, phase }) => (unmet.includes(id) || (left.includes(id) && phase)) && !done.includes(id);
  return [...tasks, ...rounds].filter(isMissing);
}

/** The weak competencies on which the plan has no question, although the guide has one that the reader has not done. */
export function unpracticed({ days, left, weak }, done, questions) {
  const met = new Set([...done, ...days.flatMap(({ items }) => items.map(({ id }) => id))]);
  return weak.filter((competency) => {
    const its = questions.filter((question) => question.competency === competency);
    return its.some(({ id }) => left.includes(id)) && !its.some(({ id }) => met.has(id));
  });
}

/** The names of competencies, by their ids. */
export const namesOf = (ids, competencies) =>
  competencies
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(", ");

/** How many minutes more a day would be enough for what is missing, and why spare minutes do not help. */
export function priceOf(items, { days, minutes, capacity }) {
  const more = minutesOf(items);
  const daily = Math.ceil(more / Math.max(1, days.length) / 5) * 5;
  const spare = spokenMinutes(capacity - minutes);
  const rest =
    capacity > minutes ? ` The ${spare} left over are scattered over your days: keep them for what takes longer.` : "";
  return `What is left out takes ${spokenMinutes(more)}, or about ${spokenMinutes(daily)} more on each study day.${rest}`;
}
