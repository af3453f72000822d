// Makes a dated plan from the checklist, the rounds and the question bank. Pure: the same answers on the same day give
// the same plan. data/plan-priorities.yml says what comes first when the hours are too few for everything.
//
//   task     = { id: "task/write-six-stories", phase, track, minutes }   in the order of the checklist
//   rounds, guide: as made by hooks/guide/publish/tool_data/planning.py
//   question = { id: "question/PM001", track, competency, minutes }
//   answers  = { track, loop: "2026-12-20", hours: 5, off: [6], weak: ["judgment"] }  hours a week; off: 0 is Monday
//   plan     = { days: [{ day, items: [{ id, minutes, part, parts }] }], left: [id], unmet: [id], later: [id], minutes,
//                capacity }
//
// Every open item of the track is in `days`, in `left` (no room) or in `later` (after the loop); `unmet` are the items
// of `left` that would cover a kind of round the plan never covers. Warm-ups are trivia, and in no plan.

import { daysAfter, daysBetween, weekday } from "../shared/dates.js";
import { isMine } from "../shared/track/track.js";
import { inLaneOrder } from "./planning/lanes.js";
import { minutesByDay, SHORTEST_SESSION, STEP } from "./planning/minutes.js";
import { inOrder } from "./planning/rounds.js";
import { selectItems } from "./planning/selection.js";
import * as timetable from "./planning/timetable.js";

export { SHORTEST_SESSION };

const FULL_DAY = 60; // minutes; a plan with time to spare fills its days up to this before it uses more of them

export function minutesADay({ hours, off }) {
  const minutes = Math.floor((hours * 60) / (7 - off.length));
  return minutes - (minutes % STEP);
}

/** The days on which the reader studies, before the loop. */
export function studyDays({ loop, off }, today) {
  const all = Array.from({ length: Math.max(0, daysBetween(today, loop)) }, (_, count) => daysAfter(today, count));
  return all.filter((day) => !off.includes(weekday(day)));
}

export function makePlan(request) {
  const { answers, today } = request;
  const all = collected(request);
  const days = studyDays(answers, today);
  const limit = minutesADay(answers);
  const calendar = timetable.calendarOf(days, answers.loop);
  const place = (selected, most) => timetable.sessionsOf(arranged(all, selected), calendar, most);
  const capacity = sumOf(minutesByDay(days, limit));
  const selected = selectItems(all, request, capacity, (items) => place(items, limit));
  const sessions = place(
    selected,
    smallestLimit(limit, (most) => place(selected, most)),
  );
  return {
    days: byDay(days, inLaneOrder(sessions, arranged(all, selected))),
    left: [...all.tasks, ...all.rounds, ...all.questions].filter((item) => !selected.has(item)).map(({ id }) => id),
    unmet: unmet(all, selected),
    later: all.later.map(({ id }) => id),
    minutes: minutesOf([...selected]),
    capacity,
  };
}

// What this reader still has to do: tasks before and after the loop, rounds in their order, questions alternating.
function collected({ tasks, rounds: given, guide, questions, done, answers }) {
  const isOpen = (item) => isMine(answers.track, item) && !done.includes(item.id);
  const mine = tasks.filter((task) => isMine(answers.track, task)).map((task) => whole(task, guide));
  const kinds = guide.kinds.filter((kind) => isMine(answers.track, kind));
  const rounds = [
    ...mine.filter((task) => task.kinds.length),
    ...given.filter((round) => isMine(answers.track, round)).map((round) => ({ ...round, isWhole: true })),
  ];
  const open = mine.filter(isOpen).filter(({ kinds: its }) => !its.length);
  return {
    kinds,
    met: rounds.filter(({ id }) => done.includes(id)),
    tasks: open.filter(({ phase }) => phase !== "after"),
    later: open.filter(({ phase }) => phase === "after"),
    rounds: inOrder({ kinds, rounds, done, weak: answers.weak }),
    questions: alternating(ofTheBank(questions, guide).filter(isOpen), answers.weak),
  };
}

function whole(task, { tasks, priorities }) {
  const { kinds = [], isWhole = false, isMockLoop = false } = tasks[task.id] ?? {};
  return { ...task, kinds, isWhole, isMockLoop, isFirst: priorities[0]?.tasks.includes(task.id) ?? false };
}

// Of each kind of round that is neither done nor planned, the first that was left out.
function unmet({ kinds, met, rounds }, selected) {
  const seen = new Set([...met, ...selected].flatMap((item) => item.kinds));
  const firsts = kinds
    .filter(({ id }) => !seen.has(id))
    .map(({ id }) => rounds.find((round) => round.kinds.includes(id)));
  return [...new Set(firsts.filter(Boolean))].map(({ id }) => id);
}

// Items that are not split in the order of selection, all others in the order of the guide.
function arranged(all, selected) {
  const splittable = [...all.tasks, ...all.rounds, ...all.questions].filter(
    (item) => !item.isWhole && selected.has(item),
  );
  return [...[...selected].filter(({ isWhole }) => isWhole), ...splittable];
}

// The smallest daily limit with which everything fits: this spreads the work, so that no week stays empty.
function smallestLimit(limit, fits) {
  let most = Math.min(limit, FULL_DAY);
  while (most < limit && !fits(most)) most += STEP;
  return Math.min(most, limit);
}

// Questions with their kinds, without the warm-ups.
function ofTheBank(questions, guide) {
  const kinds = new Map(guide.questions.flatMap(({ ids }, kind) => ids.map((id) => [`question/${id}`, kind])));
  return questions
    .filter(({ id }) => kinds.has(id))
    .map((question) => ({ ...question, kind: kinds.get(question.id), kinds: [], isQuestion: true }));
}

// The kinds of questions take turns; every other question is on a weak competency while there are any.
function alternating(questions, weak) {
  const isWeak = ({ competency }) => weak.includes(competency);
  const [weakOnes, others] = [
    byTurn(questions.filter(isWeak)),
    byTurn(questions.filter((question) => !isWeak(question))),
  ];
  const paired = weakOnes.flatMap((question, at) => [question, ...others.slice(at, at + 1)]);
  return [...paired, ...others.slice(weakOnes.length)];
}

function byTurn(questions) {
  const turns = new Map();
  return questions
    .map((question) => {
      const turn = turns.get(question.kind) ?? 0;
      turns.set(question.kind, turn + 1);
      return { question, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ question }) => question);
}

function byDay(days, sessions) {
  const numbered = sessions.map((session) => {
    const all = sessions.filter(({ id }) => id === session.id);
    return { ...session, part: all.indexOf(session) + 1, parts: all.length };
  });
  return days
    .map((day, at) => ({
      day,
      items: numbered.filter((session) => session.at === at).map(({ at: _, ...item }) => item),
    }))
    .filter(({ items }) => items.length);
}

const minutesOf = (items) => sumOf(items.map(({ minutes }) => minutes));

const sumOf = (numbers) => numbers.reduce((total, number) => total + number, 0);
