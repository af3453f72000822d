// Everything a plan leaves out, with rounds that would be repeated and questions by kind; loaded on demand. Pure.

import { minutesOf, missing } from "./text.js";

/** { never, again, questions }: lists of { text, minutes }. The last argument has the lists of the planner. */
export function leftOut(plan, done, { tasks, rounds, guide, questions }) {
  const never = missing(plan, done, { tasks, rounds });
  const isOut = (item) => plan.left.includes(item.id) && !done.includes(item.id) && !never.includes(item);
  return {
    never,
    again: counted(rounds.filter(isOut)),
    questions: byKind(questions.filter(isOut), guide.questions),
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

// "Strategy, 12 questions", the most minutes first.
function byKind(questions, kinds) {
  return kinds
    .map(({ name, ids }) => {
      const its = questions.filter(({ id }) => ids.includes(id.slice("question/".length)));
      return { text: `${name}, ${its.length} ${its.length === 1 ? "question" : "questions"}`, minutes: minutesOf(its) };
    })
    .filter(({ minutes }) => minutes)
    .sort((a, b) => b.minutes - a.minutes);
}
