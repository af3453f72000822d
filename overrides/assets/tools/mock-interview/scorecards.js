// Scorecards over time, and as a file. Pure.
//
//   card = { day, track, level, round, question, mode, seconds, score, keep, change, notes }

import { longDay } from "../shared/dates.js";
import { escaped } from "../shared/output/output.js";
import { clock } from "../shared/timer/timer.js";

/** One entry per round that has cards, in the order of `rounds`: [{ type, cards }], the oldest card first. */
export const overTime = (cards, rounds) =>
  rounds
    .map(({ id, type, track }) => ({ type, track, cards: cards.filter(({ round }) => round === id) }))
    .filter((row) => row.cards.length);

/** How a kind of round went: "2, 3, 4: up 2 since the first". */
export function trend(cards) {
  const scores = cards.map(({ score }) => score);
  const change = scores.at(-1) - scores[0];
  if (scores.length < 2) return `${scores[0]} of 5`;
  const since = change > 0 ? `up ${change}` : change < 0 ? `down ${-change}` : "the same";
  return `${scores.join(", ")}: ${since} since the first`;
}

const oneLine = (text) => text.trim().replace(/\s+/g, " "); // a newline would start a list or a heading

export function cardsAsMarkdown(cards, { rounds, textOf }) {
  const typeOf = (id) => rounds.find((round) => round.id === id)?.type ?? id;
  const line = (name, text) => (text?.trim() ? [`- ${name}: ${escaped(oneLine(text))}`] : []);
  const entry = (card) => [
    `## ${typeOf(card.round)}, ${card.score} of 5`,
    "",
    `${longDay(card.day)}, ${card.track.toUpperCase()}, for level ${card.level}, ${clock(card.seconds)}, ${card.mode === "partner" ? "with a partner" : "alone"}`,
    "",
    ...line("Question", textOf(card.question)),
    ...line("Keep", card.keep),
    ...line("Change", card.change),
    ...line("Notes", card.notes),
    "",
  ];
  return ["# My mock interviews", "", ...[...cards].reverse().flatMap(entry)].join("\n");
}
