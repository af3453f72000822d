// Makes a dated plan from the checklist and the question bank. Pure: the same answers on the same day give the same plan.
//
//   task     = { id: "task/write-six-stories", phase, track, minutes, shortest: 2 }   in the order of the checklist;
//              shortest: weeks of the shortest ready-made plan that holds it, or null; when_short: 1 to 5, or null
//   question = { id: "question/PM001", track, competency, minutes }
//   answers  = { track, loop: "2026-12-20", hours: 5, off: [6], weak: ["judgment"] }  hours a week; off: 0 is Monday
//   plan     = { days: [{ day, items: [{ id, minutes, part, parts }] }], left: [id], later: [id], minutes, capacity }
//
// Every task and question of the track that is not done is in `days`, in `left` (no room) or in `later` (after the loop).
import { daysAfter, daysBetween, weekday } from "../shared/dates.js";
import { isMine } from "../shared/marks.js";

// Less is not worth sitting down for, so no sitting is shorter unless it ends a task.
export const SHORTEST_SITTING = 15;
const WHOLE = 30; // what takes no longer is done in one sitting
const STEP = 5; // minutes; nobody plans by the minute
const LAST_DAYS = 7; // the final week, counted back from the loop
const WEAK_SHARE = 1 / 5; // of the hours, for questions on weak competencies, where not everything fits

export function minutesADay({ hours, off }) {
  const minutes = Math.floor((hours * 60) / (7 - off.length));
  return minutes - (minutes % STEP);
}

// The days on which the reader studies, before the loop.
export function studyDays({ loop, off }, today) {
  const all = Array.from({ length: Math.max(0, daysBetween(today, loop)) }, (_, count) => daysAfter(today, count));
  return all.filter((day) => !off.includes(weekday(day)));
}

export function makePlan({ tasks, questions, done, answers, today }) {
  const open = (item) => isMine(answers.track, item) && !done.includes(item.id);
  const [before, later] = split(tasks.filter(open), (task) => task.phase !== "after");
  const bank = inTurns(questions.filter(open), answers.weak);
  const days = studyDays(answers, today);
  const limit = minutesADay(answers);
  const place = (kept, most) =>
    placed(
      days,
      most,
      answers.loop,
      before.filter((task) => kept.has(task)),
      bank.filter((question) => kept.has(question)),
    );
  const kept = new Set();
  for (const item of ranked(before, bank, answers, limit * days.length)) {
    kept.add(item);
    if (!place(kept, limit)) kept.delete(item);
  }
  return {
    days: place(
      kept,
      lightest(limit, (most) => place(kept, most)),
    ),
    left: [...before, ...bank].filter((item) => !kept.has(item)).map((item) => item.id),
    later: later.map((task) => task.id),
    minutes: sum([...kept]),
    capacity: limit * days.length,
  };
}

// The smallest limit a day that still holds everything: spare time is spread, so that no weeks stay empty.
function lightest(limit, fits) {
  let most = Math.min(limit, SHORTEST_SITTING);
  while (most < limit && !fits(most)) most += STEP;
  return Math.min(most, limit);
}

// All there is to do, the most important first. Where the hours do not hold all tasks, a share of them is for questions
// on weak competencies; otherwise questions come after the tasks.
function ranked(tasks, bank, { weak }, capacity) {
  const isTight = sum(tasks) > capacity;
  const urgent = isTight
    ? within(
        bank.filter(({ competency }) => weak.includes(competency)),
        capacity * WEAK_SHARE,
      )
    : [];
  return [...urgent, ...[...tasks].sort(byImportance), ...bank.filter((question) => !urgent.includes(question))];
}

// First what the guide names for those with hardly any time. Then shorter ready-made plans, which hold what matters most;
// within one of them reading gives way first, because it is the easiest to catch up on.
function byImportance(one, other) {
  const rank = (task) => [task.when_short ?? Infinity, task.shortest ?? Infinity, Number(task.phase === "understand")];
  const [ours, theirs] = [rank(one), rank(other)];
  const at = ours.findIndex((value, place) => value !== theirs[place]);
  return at < 0 ? 0 : ours[at] < theirs[at] ? -1 : 1;
}

// One question of each competency in turn, those of weak competencies before the others.
function inTurns(questions, weak) {
  const turns = new Map();
  const ranked = questions.map((question) => {
    const turn = turns.get(question.competency) ?? 0;
    turns.set(question.competency, turn + 1);
    return { question, rank: [Number(!weak.includes(question.competency)), turn] };
  });
  ranked.sort((one, other) => one.rank[0] - other.rank[0] || one.rank[1] - other.rank[1]);
  return ranked.map(({ question }) => question);
}

function within(items, capacity) {
  let room = capacity;
  return items.filter((item) => {
    if (item.minutes > room) return false;
    room -= item.minutes;
    return true;
  });
}

// The days with what is done on each, or null if it does not fit. The final week is filled from the loop backward.
function placed(days, limit, loop, tasks, questions) {
  const [last, early] = split(tasks, (task) => task.phase === "final-week");
  const room = new Map(days.map((day) => [day, limit]));
  const end = fill(days.filter((day) => daysBetween(day, loop) <= LAST_DAYS).reverse(), room, limit, last.reverse());
  if (!end) return null;
  const firstOfEnd = end.at(-1)?.day ?? loop;
  const [practice, ground] = split(early, (task) => task.phase === "practice");
  const start = fill(
    days.filter((day) => day <= firstOfEnd),
    room,
    limit,
    [...ground, ...mixed(practice, questions)],
  );
  return start && byDay(days, [...start, ...end.reverse()]);
}

// Questions between the practice tasks, evenly.
function mixed(tasks, questions) {
  const at = (list) => list.map((item, place) => ({ item, place: (place + 1) / (list.length + 1) }));
  return [...at(tasks), ...at(questions)].sort((one, other) => one.place - other.place).map(({ item }) => item);
}

// What a day must have free for a sitting to begin.
const shortest = (rest, limit) => Math.min(rest, rest <= WHOLE && rest <= limit ? rest : SHORTEST_SITTING);

// The minutes of the next sitting: all that is left, or as much as leaves no crumb for another day.
function cut(rest, free) {
  if (rest <= free) return rest;
  const whole = free - (free % STEP);
  return rest - whole < SHORTEST_SITTING && rest >= 2 * SHORTEST_SITTING ? rest - SHORTEST_SITTING : whole;
}

// Sittings in order, one day after the other; `room` loses their minutes. Null if the days end first.
function fill(days, room, limit, items) {
  const sittings = [];
  let at = 0;
  for (const item of items) {
    let rest = item.minutes;
    while (rest > 0) {
      if (at === days.length) return null;
      const free = room.get(days[at]);
      if (free < shortest(rest, limit)) {
        at += 1;
        continue;
      }
      const minutes = cut(rest, free);
      sittings.push({ day: days[at], id: item.id, minutes });
      room.set(days[at], free - minutes);
      rest -= minutes;
    }
  }
  return sittings;
}

function byDay(days, sittings) {
  const numbered = sittings.map((sitting) => {
    const all = sittings.filter(({ id }) => id === sitting.id);
    return { ...sitting, part: all.indexOf(sitting) + 1, parts: all.length };
  });
  return days
    .map((day) => ({
      day,
      items: numbered.filter((sitting) => sitting.day === day).map(({ day: _, ...item }) => item),
    }))
    .filter(({ items }) => items.length);
}

const sum = (items) => items.reduce((total, { minutes }) => total + minutes, 0);

const split = (items, test) => [items.filter(test), items.filter((item) => !test(item))];
