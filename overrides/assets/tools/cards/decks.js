// Decks of cards and the order in which a day's cards are shown. Pure.
//
//   deck = { page: "pay/levels", title, cards: ["term/okr", "claim/C058", ...] }
//   dues = { "term/okr": "2026-11-28", ... }, the cards that were studied before

import { isMine } from "../shared/track/track.js";

// Longer sessions tire more than they teach.
const MOST_CARDS = 12;

// The track that a page's address names, if it names one.
const trackOf = ({ page }) => ({ track: /(?:^|[/-])(pmm?)(?=$|[/-])/.exec(page)?.[1] ?? "both" });

/** Decks of the reader's own track, or of both, come first. */
export const ownFirst = (decks, track) =>
  [...decks].sort((a, b) => Number(isMine(track, trackOf(b))) - Number(isMine(track, trackOf(a))));

/** Each card once, even if several pages have it. */
export const allCards = (decks) => [...new Set(decks.flatMap(({ cards }) => cards))];

/** At most `most` cards: those due, the longest overdue first, then new ones in the order of their page. */
export function cardsFor(cards, dues, day, most = MOST_CARDS) {
  const unique = [...new Set(cards)];
  const due = unique
    .filter((id) => dues[id] <= day)
    .sort((a, b) => (dues[a] < dues[b] ? -1 : Number(dues[a] > dues[b])));
  return [...due, ...unique.filter((id) => dues[id] === undefined)].slice(0, most);
}

/** The queue after its first card, which returns at the end if it was not known. */
export const queueAfter = ([first, ...rest], isKnown) => (isKnown ? rest : [...rest, first]);
