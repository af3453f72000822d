// How many minutes a day has, and how a task is split into sessions. Pure.

/** No session is shorter, unless it finishes a task. */
export const SHORTEST_SESSION = 15;
export const STEP = 5; // minutes: no plan is finer
export const LIGHT = 50; // minutes on the last day
const WHOLE = 30; // a task this short is not split

/** Minutes of each day. With two days or fewer, the last one is not light. */
export function minutesByDay(days, limit) {
  const light = days.length > 2 ? Math.min(limit, LIGHT) : limit;
  return days.map((_, at) => (at === days.length - 1 ? light : limit));
}

/** How many minutes a day must have free for a session to start there. */
export const shortest = (rest, limit) => Math.min(rest, rest <= WHOLE && rest <= limit ? rest : SHORTEST_SESSION);

/** The minutes of the next session: all that is left, or as much as leaves enough for another session. */
export function nextMinutes(rest, free) {
  if (rest <= free) return rest;
  const whole = free - (free % STEP);
  return rest - whole < SHORTEST_SESSION && rest >= 2 * SHORTEST_SESSION ? rest - SHORTEST_SESSION : whole;
}
