// Makes a dated plan from the checklist, the rounds and the question bank. Pure: the same answers on the same day give
// the same plan. What comes first if the hours do not hold everything is data/plan-priorities.yml.
//
//   task     = { id: "task/write-six-stories", phase, track, minutes }   in the order of the checklist
//   rounds, guide: as made by hooks/guide/publish/tool_data/planning.py
//   question = { id: "question/PM001", track, competency, minutes }
//   answers  = { track, loop: "2026-12-20", hours: 5, off: [6], weak: ["judgment"] }  hours a week; off: 0 is Monday
//   plan     = { days: [{ day, items: [{ id, minutes, part, parts }] }], left: [id], unmet: [id], later: [id], minutes,
//                capacity }
//
// What is of the track and not done is in `days`, in `left` (no room) or in `later` (after the loop); `unmet` are those of
// `left` that bring a kind of round the plan never meets. Warm-ups are trivia, and in no plan.

import { daysAfter, daysBetween, weekday } from "../shared/dates.js";
import { isMine } from "../shared/track/track.js";
import { chosen } from "./planning/choosing.js";
import { minutesByDay, SHORTEST_SITTING, STEP } from "./planning/minutes.js";
import { inOrder } from "./planning/rounds.js";
import * as timetable from "./planning/timetable.js";

export { SHORTEST_SITTING };

const FULL_DAY = 60; // minutes; where time is plenty, no day is planned lighter than this

export function minutesADay({ hours, off }) {
  const minutes = Math.floor((hours * 60) / (7 - off.length));
  return minutes - (minutes % STEP);
}

// The days on which the reader studies, before the loop.
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
  const place = (selected, most) => timetable.sittingsOf(arranged(all, selected), calendar, most);
  const capacity = sumOf(minutesByDay(days, limit));
  const selected = chosen(all, request, capacity, (items) => place(items, limit));
  const sittings = place(
    selected,
    lightest(limit, (most) => place(selected, most)),
  );
  return {
    days: byDay(days, timetable.inOrder(sittings, arranged(all, selected))),
    left: [...all.tasks, ...all.rounds, ...all.questions].filter((item) => !selected.has(item)).map(({ id }) => id),
    unmet: unmet(all, selected),
    later: all.later.map(({ id }) => id),
    minutes: minutesOf([...selected]),
    capacity,
  };
}

// What this reader has still to do: tasks before the loop and after it, rounds in their order, questions in turns.
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
    questions: inTurns(ofTheBank(questions, guide).filter(isOpen), answers.weak),
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

// What is not cut in the order in which it was selected, all else in that of the guide.
function arranged(all, selected) {
  const cuttable = [...all.tasks, ...all.rounds, ...all.questions].filter(
    (item) => !item.isWhole && selected.has(item),
  );
  return [...[...selected].filter(({ isWhole }) => isWhole), ...cuttable];
}

// The smallest limit a day that still holds everything: spare time is spread, so that no weeks stay empty.
function lightest(limit, fits) {
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

// One question of each kind in turn; every other one is on a weak competency while there are any.
function inTurns(questions, weak) {
  const isWeak = ({ competency }) => weak.includes(competency);
  const [ours, others] = [byTurn(questions.filter(isWeak)), byTurn(questions.filter((question) => !isWeak(question)))];
  const paired = ours.flatMap((question, at) => [question, ...others.slice(at, at + 1)]);
  return [...paired, ...others.slice(ours.length)];
}

function byTurn(questions) {
  const turns = new Map();
  return questions
    .map((question) => {
      const turn = turns.get(question.kind) ?? 0;
      turns.set(question.kind, turn + 1);
      return { question, turn };
    })
    .sort((one, other) => one.turn - other.turn)
    .map(({ question }) => question);
}

function byDay(days, sittings) {
  const numbered = sittings.map((sitting) => {
    const all = sittings.filter(({ id }) => id === sitting.id);
    return { ...sitting, part: all.indexOf(sitting) + 1, parts: all.length };
  });
  return days
    .map((day, at) => ({
      day,
      items: numbered.filter((sitting) => sitting.at === at).map(({ at: _, ...item }) => item),
    }))
    .filter(({ items }) => items.length);
}

const minutesOf = (items) => sumOf(items.map(({ minutes }) => minutes));

const sumOf = (numbers) => numbers.reduce((total, one) => total + one, 0);
