// Scores the self-assessment by the rules that its page gives for paper.
//
//   row     = { id: "what-you-want-to-own", points: 3, ... }
//   answers = { "what-you-want-to-own": "a" | "b" | "both" | "neither" }; a row without an answer is left out
//   result  = { a: 8, b: 4, of: 28, left: 1, kind: "unknown" | "undecided" | "slight" | "clear", side: "a" | "b" | "" }

export const ANSWERS = ["a", "b", "both", "neither"];
const CLEAR = 2; // one sum is at least this many times the other
const CLOSE = 3; // points or less apart: no result
const TOO_MANY_LEFT = 1 / 3; // of the rows or more left out: no result either

// The share of a row's points that each column gets.
const SHARES = { a: [1, 0], b: [0, 1], both: [0.5, 0.5], neither: [0, 0] };

export function resultOf(rows, answers) {
  const shares = rows.map((row) => ({ points: row.points, share: SHARES[answers[row.id] ?? "neither"] }));
  const sum = (column) => shares.reduce((total, { points, share }) => total + points * share[column], 0);
  const [a, b] = [sum(0), sum(1)];
  const left = shares.filter(({ share }) => share === SHARES.neither).length;
  const of = rows.reduce((total, row) => total + row.points, 0);
  return { a, b, of, left, ...judged(a, b, left / rows.length) };
}

function judged(a, b, left) {
  if (left >= TOO_MANY_LEFT) return { kind: "unknown", side: "" };
  if (Math.abs(a - b) <= CLOSE) return { kind: "undecided", side: "" };
  return { kind: Math.max(a, b) >= CLEAR * Math.min(a, b) ? "clear" : "slight", side: a > b ? "a" : "b" };
}

const isSame = (a, b) => a.kind === b.kind && a.side === b.side;

/** The single answers that would change the result: [{ id, to: "b", kind: "undecided", side: "" }, ...]. */
export function changesOf(rows, answers) {
  const now = resultOf(rows, answers);
  return rows.flatMap(({ id }) =>
    ANSWERS.filter((to) => to !== (answers[id] ?? "neither"))
      .map((to) => ({ id, to, ...resultOf(rows, { ...answers, [id]: to }) }))
      .filter((then) => !isSame(now, then))
      .map(({ to, kind, side }) => ({ id, to, kind, side })),
  );
}

/**
 * The ids of the rows that gave points to one side alone, heaviest first; equal ones stay in the order of the table.
 */
export const rowsFor = (rows, answers, side) =>
  rows
    .filter(({ id }) => answers[id] === side)
    .sort((a, b) => b.points - a.points)
    .map(({ id }) => id);
