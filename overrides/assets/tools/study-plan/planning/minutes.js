// How many minutes a day has, and how an item is cut into sittings. Pure.

// Nobody sits down for less, so no sitting is shorter unless it ends a task.
export const SHORTEST_SITTING = 15;
export const STEP = 5; // minutes; nobody plans by the minute
export const LIGHT = 50; // minutes on the last day
const WHOLE = 30; // what takes no longer is done in one sitting

// Minutes of each day. With two days or fewer there is no room for a light one.
export function minutesByDay(days, limit) {
  const light = days.length > 2 ? Math.min(limit, LIGHT) : limit;
  return days.map((_, at) => (at === days.length - 1 ? light : limit));
}

// What a day must have free for a sitting to begin.
export const shortest = (rest, limit) => Math.min(rest, rest <= WHOLE && rest <= limit ? rest : SHORTEST_SITTING);

// The minutes of the next sitting: all that is left, or as much as leaves no crumb for another day.
export function cut(rest, free) {
  if (rest <= free) return rest;
  const whole = free - (free % STEP);
  return rest - whole < SHORTEST_SITTING && rest >= 2 * SHORTEST_SITTING ? rest - SHORTEST_SITTING : whole;
}
