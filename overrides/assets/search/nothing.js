// What a reader is offered when nothing was found: near words, popular pages, and a way to ask for the topic.
import { escapeHtml } from "./snippets.js";
import { likeness } from "./spelling.js";

const NEAR = 5; // words
const EDITS = 3;

export function nothing(query, { typed, track }, { core, words }) {
  const near = nearWords(typed, words);
  const hint = near.length ? `Near words: ${near.join(", ")}. ` : "";
  const kept = track ? `Only what is for ${track.toUpperCase()} was searched. ` : "";
  const one = (location, title, text) => ({ location, title: escapeHtml(title), text: escapeHtml(text), score: 1, terms: {} });
  // The theme shows no text for a page with a place on it, so the hint is that place.
  const list = one(`${core.topics}#nothing-found`, "All topics in one list", `${hint}${kept}`);
  return [
    [one(core.topics, `Nothing found for “${query.trim()}”`, ""), list],
    ...core.popular.map(([url, title]) => [one(url, title, "Often read")]),
    [one(core.ask + encodeURIComponent(query.trim()), "Ask for this topic", "Opens an issue, filled in, on the project's site. It needs an account there.")],
  ];
}

function nearWords(typed, words) {
  const found = new Map();
  for (const word of typed.filter((each) => each.length > 3)) {
    for (const [near] of words.fuzzyGet(word, EDITS)) {
      if (near.length > 3) found.set(near, Math.max(likeness(word, near), found.get(near) ?? 0));
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, NEAR).map(([word]) => word);
}
