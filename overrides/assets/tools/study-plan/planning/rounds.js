// The order in which the rounds of a track are rehearsed aloud. Pure.
//
//   kind  = { id: "pm-execution", track, trains: ["judgment"] }            in the order in which a plan introduces them
//   round = { id: "case/copilot-value", kinds: ["pm-execution"], minutes }  the first of a kind comes first
//
// Each kind comes once before any comes again. After that, kinds that train a weak competency come about twice as often
// as the others.
export function inOrder({ kinds, rounds, done, weak }) {
  const turns = new Map(kinds.map(({ id }) => [id, 0]));
  for (const round of rounds.filter(({ id }) => done.includes(id))) countTurn(turns, round);
  const rest = rounds.filter(({ id, kinds: its }) => !done.includes(id) && its.some((kind) => turns.has(kind)));
  const rank = ({ id, trains }) => {
    const count = turns.get(id);
    const isWeak = trains.some((competency) => weak.includes(competency));
    return { count: count && isWeak ? (count + 1) / 2 : count, isWeak };
  };
  const ordered = [];
  while (rest.length) {
    const open = kinds.filter(({ id }) => rest.some((round) => round.kinds.includes(id)));
    const next = open.reduce((best, kind) => (isBetter(rank(kind), rank(best)) ? kind : best));
    const at = rest.findIndex((round) => round.kinds.includes(next.id));
    const [round] = rest.splice(at, 1);
    countTurn(turns, round);
    ordered.push(round);
  }
  return ordered;
}

const isBetter = (a, b) => a.count < b.count || (a.count === b.count && a.isWeak && !b.isWeak);

function countTurn(turns, { kinds }) {
  for (const kind of kinds) if (turns.has(kind)) turns.set(kind, turns.get(kind) + 1);
}

/**
 * Whether a round would repeat its kinds while another kind has never come. `met`: the rounds that are done or planned.
 */
export function isTooEarly({ kinds: its }, met, kinds) {
  const seen = new Set(met.flatMap((round) => round.kinds));
  return its.every((kind) => seen.has(kind)) && kinds.some(({ id }) => !seen.has(id));
}
