// Checks the answers a plan is made from.

import { daysAfter, daysBetween } from "../shared/dates.js";
import { minutesADay, SHORTEST_SESSION, studyDays } from "./planner.js";

const LONGEST_PLAN_DAYS = 366;
const MOST_HOURS = 40;

/** { field: "loop" | "hours" | "off", what: a sentence that says what to do }, in the order of the form. */
export function problemsWith(answers, today) {
  return [...loopProblems(answers, today), ...hoursProblems(answers), ...daysProblems(answers, today)];
}

function loopProblems({ loop }, today) {
  const problem = (what) => [{ field: "loop", what }];
  if (!loop)
    return problem(
      "Give the date of the loop. If you have none yet, take a day eight weeks from now and plan again later.",
    );
  const days = daysBetween(today, loop);
  if (days < 1)
    return problem(`The loop is ${days ? "over" : "today"}, so no day is left to plan. Give a day after ${today}.`);
  if (days > LONGEST_PLAN_DAYS)
    return problem(`That is more than a year away. Give a day up to ${daysAfter(today, LONGEST_PLAN_DAYS)}.`);
  return [];
}

function hoursProblems({ hours }) {
  if (hours > 0 && hours <= MOST_HOURS) return [];
  return [{ field: "hours", what: `Give hours a week above 0 and up to ${MOST_HOURS}, such as 5 or 2.5.` }];
}

function daysProblems(answers, today) {
  const problem = (what) => [{ field: "off", what }];
  if (answers.off.length === 7) return problem("Every day is a day off. Leave at least one to study on.");
  if (hoursProblems(answers).length || loopProblems(answers, today).length) return [];
  const minutes = minutesADay(answers);
  if (minutes < SHORTEST_SESSION) {
    return problem(
      `That is ${minutes} minutes a day, too short to get into anything. Take more days off, so that each other day gets more, or give more hours.`,
    );
  }
  if (!studyDays(answers, today).length)
    return problem("Every day before the loop is a day off. Leave at least one to study on.");
  return [];
}
