// Puts what was selected onto the days. Pure.
//
//   item     = { id, minutes, phase, kinds, isWhole, isMockLoop }
//   calendar = { days: ["2026-12-01"], weeks: ["2026-11-30"], toLoop: [19] }   the study days, each with the first day of
//                                                                              its week and how far off the loop is
//   sitting  = { at, id, minutes }                                              at: of the calendar's days
//
// Rounds aloud are spread from the second day on; what must not be cut stays on one day, and takes the minutes that the
// day lacks from other days of the same week. The last day is light.

import { daysBetween, weekStart } from "../../shared/dates.js";
import { cut, minutesByDay, shortest } from "./minutes.js";

const LAST_DAYS = 7; // the final week, counted back from the loop
const BEFORE_THE_LAST = 3; // days from the two interviews in a row to the last one
const PACES = [1, 0.8, 0.6, 0.4, 0];

// A plan is tried out hundreds of times on the same days, so what they are is worked out once.
export const calendarOf = (days, loop) => ({
  days,
  weeks: days.map(weekStart),
  toLoop: days.map((day) => daysBetween(day, loop)),
});

export const isAloud = ({ kinds, isMockLoop }) => isMockLoop || kinds.length > 0;

// The sittings, in no order, or null if the items do not fit. `items` in the order in which they are done.
export function sittingsOf(items, calendar, limit) {
  if (!calendar.days.length) return items.length ? null : [];
  const table = new Timetable(calendar, limit);
  const { last, first, whole, ground, questions } = lanesOf(items);
  const fits = table.fillBack(last) && table.open(first) && table.spread(whole, [ground, questions]);
  return fits ? table.sittings : null;
}

// Day by day, and on each day in the order of the lanes.
export function inOrder(sittings, items) {
  const lanes = Object.values(lanesOf(items)).flat();
  const places = new Map(lanes.map(({ id }, place) => [id, place]));
  return [...sittings].sort((one, other) => one.at - other.at || places.get(one.id) - places.get(other.id));
}

function lanesOf(items) {
  const lanes = { first: [], whole: [], ground: [], questions: [], last: [] };
  for (const item of items) lanes[laneOf(item)].push(item);
  return lanes;
}

function laneOf({ isFirst, phase, isQuestion, isWhole }) {
  if (isFirst) return "first";
  if (phase === "final-week") return "last";
  if (isQuestion) return "questions";
  return isWhole ? "whole" : "ground";
}

class Timetable {
  #weeks;
  #toLoop;
  #limit;
  #free; // minutes, of each day
  #end; // the last day on which something other than the final tasks is done
  sittings = [];

  constructor({ days, weeks, toLoop }, limit) {
    [this.#weeks, this.#toLoop, this.#limit] = [weeks, toLoop, limit];
    this.#free = minutesByDay(days, limit);
    this.#end = days.length > 2 ? days.length - 2 : days.length - 1;
  }

  #sit(at, { id, minutes: all }, minutes = all) {
    this.sittings.push({ at, id, minutes });
    this.#free[at] = Math.max(0, this.#free[at] - minutes);
  }

  // In one sitting on this day, if it has room or other days of its week lend what an empty day lacks.
  #sitWhole(at, item) {
    const isTooLong = item.minutes > this.#limit && this.#free[at] >= this.#limit;
    return this.#free[at] >= item.minutes || isTooLong ? this.#sitWithLoan(at, item) : false;
  }

  #sitWithLoan(at, item) {
    if (!this.#borrow(at, item.minutes - this.#free[at])) return false;
    this.#sit(at, item);
    return true;
  }

  // From the end of the week on, so that the next days keep theirs.
  #borrow(at, missing) {
    if (missing <= 0) return true;
    const isLender = (place) => place !== at && this.#weeks[place] === this.#weeks[at];
    const lenders = range(0, this.#end).filter(isLender).reverse();
    if (lenders.reduce((sum, place) => sum + this.#free[place], 0) < missing) return false;
    let rest = missing;
    for (const place of lenders) {
      const lent = Math.min(rest, this.#free[place]);
      this.#free[place] -= lent;
      rest -= lent;
    }
    return true;
  }

  #sitOnFirst(places, item) {
    return places.find((at) => this.#sitWhole(at, item));
  }

  // What opens a plan is done on its first day, if the week can lend what that day lacks; otherwise as soon as it can.
  open(items) {
    const days = ({ isWhole }) => range(0, isWhole ? this.#free.length - 1 : this.#end);
    return items.every(
      (item) => this.#sitWithLoan(0, item) || this.#fillDays(days(item), [{ ...item, isWhole: false }]),
    );
  }

  // What is not cut, evenly from the second day on if the rest then fits, else closer together; the two interviews in a
  // row near the end. The rest is the ground, in order, and the questions.
  spread(whole, [ground, questions]) {
    const from = Math.min(1, this.#end);
    const late = whole.filter(({ isMockLoop }) => isMockLoop);
    const others = whole.filter(({ isMockLoop }) => !isMockLoop);
    const places = outward(range(from, this.#end), Math.max(from, this.#end - BEFORE_THE_LAST));
    if (!late.every((item) => this.#sitOnFirst(places, item) !== undefined)) return false;
    const attempt = (pace) =>
      this.#spreadAt(pace, others, from) && this.#fillDays(range(0, this.#end), ground) && this.#scatter(questions);
    return PACES.some((pace) => this.#try(() => attempt(pace)));
  }

  #spreadAt(pace, rounds, from) {
    const count = this.#end - from + 1;
    let earliest = from;
    return rounds.every((item, turn) => {
      const wish = from + Math.floor((turn * count * pace) / rounds.length);
      const at = this.#sitOnFirst(outward(range(earliest, this.#end), Math.max(wish, earliest)), item);
      earliest = at ?? earliest;
      return at !== undefined;
    });
  }

  // As if nothing had happened, unless it went well.
  #try(action) {
    const [free, count] = [[...this.#free], this.sittings.length];
    if (action()) return true;
    this.#free = free;
    this.sittings.length = count;
    return false;
  }

  // The final week, from the loop backward.
  fillBack(items) {
    const places = range(0, this.#free.length - 1).filter((at) => this.#toLoop[at] <= LAST_DAYS);
    return this.#fillDays(places.reverse(), [...items].reverse());
  }

  // In order, one day after the other.
  #fillDays(places, items) {
    let next = 0; // among the places
    for (const item of items) {
      if (item.isWhole) {
        const at = this.#sitOnFirst(places.slice(next), item);
        if (at === undefined) return false;
        next = places.indexOf(at);
        continue;
      }
      let rest = item.minutes;
      while (rest > 0) {
        if (next >= places.length) return false;
        const at = places[next];
        if (this.#free[at] < shortest(rest, this.#limit)) {
          next += 1;
          continue;
        }
        const minutes = cut(rest, this.#free[at]);
        this.#sit(at, item, minutes);
        rest -= minutes;
      }
    }
    return true;
  }

  // Questions, each on the day with most room, the earliest first.
  #scatter(questions) {
    const places = range(0, this.#end);
    return questions.every((item) => {
      const at = places.reduce((best, place) => (this.#free[place] > this.#free[best] ? place : best), places[0]);
      if (this.#free[at] < item.minutes) return places.some((place) => this.#sitOnLent(place, item));
      this.#sit(at, item);
      return true;
    });
  }

  // On a day that lent its minutes, if others of its week lend in its place.
  #sitOnLent(at, item) {
    const spent = this.sittings.reduce((sum, one) => (one.at === at ? sum + one.minutes : sum), 0);
    return spent + item.minutes <= this.#limit && this.#sitWithLoan(at, item);
  }
}

function range(from, to) {
  const places = [];
  for (let at = from; at <= to; at += 1) places.push(at);
  return places;
}

// The wished place, then those after it, then those before it from the nearest on.
const outward = (places, wish) => [...places.filter((at) => at >= wish), ...places.filter((at) => at < wish).reverse()];
