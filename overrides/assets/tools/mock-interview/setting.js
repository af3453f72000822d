// The fragment of an interviewer's link: the level, and the round and question of each interview. Browsers send no
// fragment to a server. Pure.
const START = "#sheet=";
const LEVELS = ["61", "63", "65"];
const ROUND = /^pmm?-[a-z-]+$/;
const QUESTION = /^[A-Z]{2,4}\d{3}$/;

/** "#sheet=63.pm-execution.PM012.pm-behavioral.BOTH003" */
export const asFragment = ({ level, rounds }) =>
  START + [level, ...rounds.flatMap(({ round, question }) => [round, question])].join(".");

/** The setting that a fragment carries, or undefined. */
export function fromFragment(text) {
  if (!text.startsWith(START)) return undefined;
  const [level, ...rest] = text.slice(START.length).split(".");
  const rounds = [];
  for (let at = 0; at < rest.length; at += 2) rounds.push({ round: rest[at], question: rest[at + 1] ?? "" });
  const isWhole =
    rounds.length > 0 && rounds.every(({ round, question }) => ROUND.test(round) && QUESTION.test(question));
  return isWhole && LEVELS.includes(level) ? { level, rounds } : undefined;
}
