// Puts what is kept onto the days. Pure.
//
//   item  = { id, minutes, phase, kinds, isWhole, isMockLoop }
//   sitting = { day, id, minutes }
//
// Rounds aloud are spread from the second day on; what must not be cut stays on one day, and takes the minutes that the
// day lacks from other days of the same week. The last day is light.
import { daysBetween, weekStart } from "../../shared/dates.js";

// Less is not worth sitting down for, so no sitting is shorter unless it ends a task.
export const SHORTEST_SITTING = 15;
export const STEP = 5; // minutes; nobody plans by the minute
export const LIGHT = 50; // minutes on the last day
const WHOLE = 30; // what takes no longer is done in one sitting
const LAST_DAYS = 7; // the final week, counted back from the loop
const BEFORE_THE_LAST = 3; // days from the two interviews in a row to the last one
const PACES = [1, 0.8, 0.6, 0.4, 0];

// Minutes of each day. With two days or fewer there is no room for a light one.
export function minutesByDay(days, limit) {
  const light = days.length > 2 ? Math.min(limit, LIGHT) : limit;
  return new Map(days.map((day, at) => [day, at === days.length - 1 ? light : limit]));
}

export const isAloud = ({ kinds, isMockLoop }) => isMockLoop || kinds.length > 0;

// The sittings, or null if the items do not fit. `items` in the order in which they are done.
export function sittingsOf(items, days, limit, loop) {
  if (!days.length) return items.length ? null : [];
  const table = new Timetable(days, limit);
  const lanes = { first: [], whole: [], ground: [], questions: [], last: [] };
  for (const item of items) lanes[laneOf(item)].push(item);
  const fits =
    table.fillBack(lanes.last, loop) &&
    table.open(lanes.first) &&
    table.spread(lanes.whole, [lanes.ground, lanes.questions]);
  return fits ? table.inOrder(Object.values(lanes)) : null;
}

function laneOf({ isFirst, phase, isQuestion, isWhole }) {
  if (isFirst) return "first";
  if (phase === "final-week") return "last";
  if (isQuestion) return "questions";
  return isWhole ? "whole" : "ground";
}

class Timetable {
  #days;
  #limit;
  #room;
  #sittings = [];

  constructor(days, limit) {
    [this.#days, this.#limit, this.#room] = [days, limit, minutesByDay(days, limit)];
  }

  inOrder(lanes) {
    const order = new Map(lanes.flat().map(({ id }, at) => [id, at]));
    const rank = ({ day, id }) => this.#days.indexOf(day) * order.size + order.get(id);
    return [...this.#sittings].sort((one, other) => rank(one) - rank(other));
  }

  #sit(at, item, minutes = item.minutes) {
    const day = this.#days[at];
    this.#sittings.push({ day, id: item.id, minutes });
    this.#room.set(day, Math.max(0, this.#room.get(day) - minutes));
  }

  #free(at) {
    return this.#room.get(this.#days[at]);
  }

  // The last day on which something other than the final tasks is done.
  get #end() {
    return this.#days.length > 2 ? this.#days.length - 2 : this.#days.length - 1;
  }

  // In one sitting on this day, if it has room or other days of its week lend what an empty day lacks.
  #sitWhole(at, item) {
    const isTooLong = item.minutes > this.#limit && this.#free(at) >= this.#limit;
    return this.#free(at) >= item.minutes || isTooLong ? this.#sitWithLoan(at, item) : false;
  }

  #sitWithLoan(at, item) {
    if (!this.#borrow(at, item.minutes - this.#free(at))) return false;
    this.#sit(at, item);
    return true;
  }

  // From the end of the week on, so that the next days keep theirs.
  #borrow(at, missing) {
    if (missing <= 0) return true;
    const week = weekStart(this.#days[at]);
    const lenders = this.#days
      .filter((day, place) => place !== at && place <= this.#end && weekStart(day) === week)
      .reverse();
    if (lenders.reduce((sum, day) => sum + this.#room.get(day), 0) < missing) return false;
    let rest = missing;
    for (const day of lenders) {
      const lent = Math.min(rest, this.#room.get(day));
      this.#room.set(day, this.#room.get(day) - lent);
      rest -= lent;
    }
    return true;
  }

  #sitOnFirst(places, item) {
    return places.find((at) => this.#sitWhole(at, item));
  }

  // What opens a plan is done on its first day, if the week can lend what that day lacks; otherwise as soon as it can.
  open(items) {
    const days = ({ isWhole }) => range(0, isWhole ? this.#days.length - 1 : this.#end);
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
    const [room, count] = [new Map(this.#room), this.#sittings.length];
    if (action()) return true;
    this.#room = room;
    this.#sittings.length = count;
    return false;
  }

  // The final week, from the loop backward.
  fillBack(items, loop) {
    const places = range(0, this.#days.length - 1).filter((at) => daysBetween(this.#days[at], loop) <= LAST_DAYS);
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
        if (this.#free(at) < shortest(rest, this.#limit)) {
          next += 1;
          continue;
        }
        const minutes = cut(rest, this.#free(at));
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
      const at = places.reduce((best, place) => (this.#free(place) > this.#free(best) ? place : best), places[0]);
      if (this.#free(at) < item.minutes) return places.some((place) => this.#sitOnLent(place, item));
      this.#sit(at, item);
      return true;
    });
  }

  // On a day that lent its minutes, if others of its week lend in its place.
  #sitOnLent(at, item) {
    const day = this.#days[at];
    const spent = this.#sittings.filter((one) => one.day === day).reduce((sum, { minutes }) => sum + minutes, 0);
    return spent + item.minutes <= this.#limit && this.#sitWithLoan(at, item);
  }
}

const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, count) => from + count);

// The wished place, then those after it, then those before it from the nearest on.
const outward = (places, wish) => [...places.filter((at) => at >= wish), ...places.filter((at) => at < wish).reverse()];

// What a day must have free for a sitting to begin.
const shortest = (rest, limit) => Math.min(rest, rest <= WHOLE && rest <= limit ? rest : SHORTEST_SITTING);

// The minutes of the next sitting: all that is left, or as much as leaves no crumb for another day.
function cut(rest, free) {
  if (rest <= free) return rest;
  const whole = free - (free % STEP);
  return rest - whole < SHORTEST_SITTING && rest >= 2 * SHORTEST_SITTING ? rest - SHORTEST_SITTING : whole;
}
