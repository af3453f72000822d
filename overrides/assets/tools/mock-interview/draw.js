// Draws the rounds and questions of a mock interview. Pure: the caller passes the random numbers.
//
//   round = { id: "pm-execution", track, type, minutes }   card = a scorecard: { round, question, ... }
export const LOOP = 4; // rounds of a whole loop

/**
 * The chosen round, or a loop of the kinds with the fewest scorecards, each once. A loop always has the round on
 * stories.
 */
export function drawRounds({ rounds, track, chosen, cards }) {
  const mine = rounds.filter((round) => round.track === track);
  if (chosen !== "loop") return mine.filter(({ id }) => id === chosen);
  const had = ({ id }) => cards.filter(({ round }) => round === id).length;
  const stories = mine.filter(({ id }) => id.endsWith("-behavioral"));
  const others = mine.filter((round) => !stories.includes(round)).sort((a, b) => had(a) - had(b));
  const drawn = [...stories, ...others.slice(0, LOOP - stories.length)];
  return mine.filter((round) => drawn.includes(round));
}

/** One of the least asked questions that are not in this loop yet. `chance()` is like Math.random. */
export function drawQuestion({ ids, cards, taken, chance }) {
  const open = ids.filter((id) => !taken.includes(id));
  const had = (id) => cards.filter(({ question }) => question === id).length;
  const fewest = Math.min(...open.map(had));
  const pool = open.filter((id) => had(id) === fewest);
  return pool[Math.floor(chance() * pool.length)];
}

/** A shuffled copy. */
export function shuffled(items, chance) {
  return items
    .map((item) => [chance(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
