// Saves all scorecards as a file. Loaded on demand.

import { fetchData } from "../shared/data.js";
import { offerDownload } from "../shared/output/output.js";
import { cardsAsMarkdown } from "./scorecards.js";

export async function saveCards(cards, rounds) {
  const ids = [...new Set(cards.map(({ question }) => question))];
  const words = await Promise.all(ids.map((id) => fetchData(`practice/${id}`)));
  const textOf = (id) => words[ids.indexOf(id)].text;
  offerDownload("mock-interviews.md", "text/markdown", cardsAsMarkdown(cards, { rounds, textOf }));
}
