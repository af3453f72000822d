// The lanes that selected items are placed in: what comes first, what must not be split, what may be, questions, the last
// week. An item is as timetable.js describes it. Pure.

/** Whether an item is practice aloud: a round, or a mock loop. */
export const isAloud = ({ kinds, isMockLoop }) => isMockLoop || kinds.length > 0;

/** Day by day, and on each day in the order of the lanes. */
export function inLaneOrder(sessions, items) {
  const lanes = Object.values(lanesOf(items)).flat();
  const places = new Map(lanes.map(({ id }, place) => [id, place]));
  return [...sessions].sort((a, b) => a.at - b.at || places.get(a.id) - places.get(b.id));
}

/** The items of each lane, in the order in which the lanes are done on one day. */
export function lanesOf(items) {
  const lanes = { first: [], whole: [], split: [], questions: [], last: [] };
  for (const item of items) lanes[laneOf(item)].push(item);
  return lanes;
}

function laneOf({ isFirst, phase, isQuestion, isWhole }) {
  if (isFirst) return "first";
  if (phase === "final-week") return "last";
  if (isQuestion) return "questions";
  return isWhole ? "whole" : "split";
}
