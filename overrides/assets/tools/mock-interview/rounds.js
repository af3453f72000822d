// The rounds of an interview: drawn for the reader, and fetched with their words.

import { fetchData } from "../shared/data.js";
import { drawQuestion, drawRounds, shuffled } from "./draw.js";

/** [{ round, question }], no question twice. */
export async function drawn({ rounds, track, chosen, cards }) {
  const found = [];
  for (const { id } of drawRounds({ rounds, track, chosen, cards })) {
    const { questions } = await fetchData(`mock/${id}`);
    const taken = found.map(({ question }) => question);
    found.push({ round: id, question: drawQuestion({ ids: questions, cards, taken, chance: Math.random }) });
  }
  return found;
}

/** The drawn rounds with the texts that the views need. `rounds`: the list of all rounds. */
export async function fetchRounds(chosen, rounds) {
  await import("../shared/timer/tool-timer.js");
  return Promise.all(
    chosen.map(async ({ round, question }) => {
      const [words, text] = await Promise.all([fetchData(`mock/${round}`), fetchData(`practice/${question}`)]);
      const { id, type, track, minutes } = rounds.find((listed) => listed.id === round);
      return {
        id,
        type,
        track,
        minutes,
        ...words,
        curveballs: shuffled(words.curveballs, Math.random),
        question: { id: question, ...text },
        scores: text.scores[track],
      };
    }),
  );
}
