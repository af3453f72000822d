// Puts the selected items onto days. Pure.
//
//   item     = { id, minutes, phase, kinds, isWhole, isMockLoop }
//   calendar = { days: ["2026-12-01"], weeks: ["2026-11-30"], toLoop: [19] }   the study days, each with the first day of
//                                                                              its week and the days left to the loop
//   session  = { at, id, minutes }                                              at: the index of its day
//
// Rounds aloud are spread from the second day on. An item that must not be split stays on one day, which borrows
// missing minutes from other days of the same week. The last day is light.

import { daysBetween, weekStart } from "../../shared/dates.js";
import { lanesOf } from "./lanes.js";
import { minutesByDay, nextMinutes, shortest } from "./minutes.js";

const LAST_DAYS = 7; // the final week, counted back from the loop
const BEFORE_THE_LAST = 3; // days from the mock loop to the last day
const PACES = [1, 0.8, 0.6, 0.4, 0];

/** The planner tries hundreds of selections on the same days, so this is computed once. */
export const calendarOf = (days, loop) => ({
  days,
  weeks: days.map(weekStart),
  toLoop: days.map((day) => daysBetween(day, loop)),
});

/** The sessions, in no order, or null if the items do not fit. `items` in the order in which they are done. */
export function sessionsOf(items, calendar, limit) {
  if (!calendar.days.length) return items.length ? null : [];
  const table = new Timetable(calendar, limit);
  const { last, first, whole, split, questions } = lanesOf(items);
  const fits = table.fillBack(last) && table.open(first) && table.spread(whole, split, questions);
  return fits ? table.sessions : null;
}

class Timetable {
  #weeks;
  #toLoop;
  #limit;
  #free; // minutes of each day
  #end; // the last day for anything but the tasks of the final week
  sessions = [];

  constructor({ days, weeks, toLoop }, limit) {
    [this.#weeks, this.#toLoop, this.#limit] = [weeks, toLoop, limit];
    this.#free = minutesByDay(days, limit);
    this.#end = days.length > 2 ? days.length - 2 : days.length - 1;
  }

  #place(at, { id, minutes: all }, minutes = all) {
    this.sessions.push({ at, id, minutes });
    this.#free[at] = Math.max(0, this.#free[at] - minutes);
  }

  // In one session on this day, if it has room, or if it is empty and other days of its week lend the rest.
  #placeWhole(at, item) {
    const isTooLong = item.minutes > this.#limit && this.#free[at] >= this.#limit;
    return this.#free[at] >= item.minutes || isTooLong ? this.#placeBorrowing(at, item) : false;
  }

  #placeBorrowing(at, item) {
    if (!this.#borrow(at, item.minutes - this.#free[at])) return false;
    this.#place(at, item);
    return true;
  }

  // From the end of the week backward, so that the next days keep their minutes.
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

  #placeOnFirst(places, item) {
    return places.find((at) => this.#placeWhole(at, item));
  }

  // The first tasks are done on the first day, if the week can lend the missing minutes; otherwise as early as
  // possible.
  open(items) {
    const days = ({ isWhole }) => range(0, isWhole ? this.#free.length - 1 : this.#end);
    return items.every(
      (item) => this.#placeBorrowing(0, item) || this.#fillDays(days(item), [{ ...item, isWhole: false }]),
    );
  }

  // Items that are not split, evenly from the second day on if the others then fit, else closer together; the mock loop
  // near the end. The others are tasks that may be split, in order, and the questions.
  spread(whole, split, questions) {
    const from = Math.min(1, this.#end);
    const late = whole.filter(({ isMockLoop }) => isMockLoop);
    const others = whole.filter(({ isMockLoop }) => !isMockLoop);
    const places = nearestFirst(range(from, this.#end), Math.max(from, this.#end - BEFORE_THE_LAST));
    if (!late.every((item) => this.#placeOnFirst(places, item) !== undefined)) return false;
    const attempt = (pace) =>
      this.#spreadAt(pace, others, from) && this.#fillDays(range(0, this.#end), split) && this.#scatter(questions);
    return PACES.some((pace) => this.#try(() => attempt(pace)));
  }

  #spreadAt(pace, rounds, from) {
    const count = this.#end - from + 1;
    let earliest = from;
    return rounds.every((item, turn) => {
      const wish = from + Math.floor((turn * count * pace) / rounds.length);
      const at = this.#placeOnFirst(nearestFirst(range(earliest, this.#end), Math.max(wish, earliest)), item);
      earliest = at ?? earliest;
      return at !== undefined;
    });
  }

  // Undoes what the action did if it fails.
  #try(action) {
    const [free, count] = [[...this.#free], this.sessions.length];
    if (action()) return true;
    this.#free = free;
    this.sessions.length = count;
    return false;
  }

  // The final week, from the loop backward.
  fillBack(items) {
    const places = range(0, this.#free.length - 1).filter((at) => this.#toLoop[at] <= LAST_DAYS);
    return this.#fillDays(places.reverse(), [...items].reverse());
  }

  // In order, day after day.
  #fillDays(places, items) {
    let next = 0; // among the places
    for (const item of items) {
      if (item.isWhole) {
        const at = this.#placeOnFirst(places.slice(next), item);
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
        const minutes = nextMinutes(rest, this.#free[at]);
        this.#place(at, item, minutes);
        rest -= minutes;
      }
    }
    return true;
  }

  // Each question on the day with the most room, the earliest of those.
  #scatter(questions) {
    const places = range(0, this.#end);
    return questions.every((item) => {
      const at = places.reduce((best, place) => (this.#free[place] > this.#free[best] ? place : best), places[0]);
      if (this.#free[at] < item.minutes) return places.some((place) => this.#placeOnLender(place, item));
      this.#place(at, item);
      return true;
    });
  }

  // On a day that lent its minutes, if other days of its week lend them back.
  #placeOnLender(at, item) {
    const spent = this.sessions.reduce((sum, session) => (session.at === at ? sum + session.minutes : sum), 0);
    return spent + item.minutes <= this.#limit && this.#placeBorrowing(at, item);
  }
}

function range(from, to) {
  const places = [];
  for (let at = from; at <= to; at += 1) places.push(at);
  return places;
}

// The wished place, then those after it, then those before it, the nearest first.
const nearestFirst = (places, wish) => [
  ...places.filter((at) => at >= wish),
  ...places.filter((at) => at < wish).reverse(),
];
