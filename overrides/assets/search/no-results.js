// What a reader is offered when nothing was found: near words, popular pages, and a way to ask for the topic.

import { likelihood } from "./query/spelling.js";
import { escapeHtml } from "./snippets.js";

const MOST_NEAR_WORDS = 5;
const MOST_EDITS = 3;
const LONGEST_WORD = 40; // letters; a longer word gets no suggestions
const SHOWN_LETTERS = 80; // of the query, when it is repeated to the reader

/** The theme's groups of results, as `Answers` makes them. */
export function noResults(query, { typed, track }, { core, words }) {
  const near = nearWords(typed, words);
  const shown = query.trim().slice(0, SHOWN_LETTERS);
  const hint = near.length ? `Near words: ${near.join(", ")}. ` : "";
  const scope = track ? `Only results for ${track.toUpperCase()} were searched. ` : "";
  // The theme shows no text for a page with a place on it, so the hint is that place.
  const list = item(`${core.topics}#nothing-found`, "All topics in one list", `${hint}${scope}`);
  const request = item(
    core.ask + encodeURIComponent(shown),
    "Ask for this topic",
    "Opens an issue, filled in, on the project's site. It needs an account there.",
  );
  return [
    [item(core.topics, `Nothing found for “${shown}”`, ""), list],
    ...core.popular.map(([url, title]) => [item(url, title, "Often read")]),
    [request],
  ];
}

const item = (location, title, text) => ({
  location,
  title: escapeHtml(title),
  text: escapeHtml(text),
  score: 1,
  terms: {},
});

function nearWords(typed, words) {
  const found = new Map();
  for (const word of typed.filter((typedWord) => typedWord.length > 3 && typedWord.length <= LONGEST_WORD)) {
    for (const [near] of words.fuzzyGet(word, MOST_EDITS)) {
      if (near.length > 3) found.set(near, Math.max(likelihood(word, near), found.get(near) ?? 0));
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_NEAR_WORDS)
    .map(([word]) => word);
}
