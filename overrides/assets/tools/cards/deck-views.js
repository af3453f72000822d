// The views between cards: the list of decks, one deck, and the end of a session.

import { pageAddress } from "../shared/data.js";
import { whenWords } from "../shared/review/review.js";
import { html, nothing } from "../vendor/lit.js";

// Pages with all cards of a kind, which come first.
const isWhole = (page) =>
  ["reference/glossary", "reference/claims"].includes(page) || page.startsWith("prepare/questions");

export const decksView = ({ decks, counts, day, start, isUnknown }) => html`
  <h2 tabindex="-1">What do you want to study?</h2>
  ${isUnknown ? html`<p>The page in the address has no cards. Choose a deck here.</p>` : nothing}
  ${
    counts.due
      ? html`
    <p>${counts.due === 1 ? "1 card is" : `${counts.due} cards are`} due again today.</p>
    <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${start}>Study what is due</button></p>`
      : html`<p>${counts.next ? `Nothing is due today. The next card comes back ${whenWords(counts.next, day)}.` : "You have studied no card yet. Choose a deck to begin."}</p>`
  }
  ${deckList(decks)}`;

const deckList = (decks) => html`
  <ul>${decks.filter(({ page }) => isWhole(page)).map(deckLine)}</ul>
  <details><summary>The cards of one page</summary>
    <ul>${decks.filter(({ page }) => !isWhole(page)).map(deckLine)}</ul></details>`;

const deckLine = ({ page, title, cards, due }) => html`
  <li><a href="?page=${page}">${title}</a> <span class="muted">${cards.length === 1 ? "1 card" : `${cards.length} cards`}${due ? `, ${due} due today` : ""}</span></li>`;

/** `inOne`: the number of cards in the next session. The other decks fill the screen that the tool has while it loads. */
export const deckView = ({ deck, decks, counts, day, start, inOne }) => html`
  <h2 tabindex="-1">Cards of “${deck.title}”</h2>
  <p>${deck.cards.length} in this deck: ${counts.due} due today, ${counts.fresh} never studied, ${counts.later} waiting for their day.</p>
  ${
    inOne
      ? html`<p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${start}>Study ${inOne === 1 ? "1 card" : `${inOne} cards`}</button></p>`
      : html`<p>Done for today. The next card comes back ${whenWords(counts.next, day)}.</p>`
  }
  <p><a href=${pageAddress(`${deck.page}/`)}>Read the page</a>, or go to <a href=${pageAddress("prepare/cards/")}>all decks</a>.</p>
  <h3>Another deck</h3>
  ${deckList(decks.filter(({ page }) => page !== deck.page))}`;

export const doneView = ({ counts, day, deck, start, leave }) => html`
  <h2 tabindex="-1">${counts.due + (deck ? counts.fresh : 0) ? "Done with these cards" : "Done for today"}</h2>
  <p>${counts.next ? `The next card comes back ${whenWords(counts.next, day)}.` : nothing}
    ${deck && counts.fresh ? `${counts.fresh} in this deck are still new. They will be there tomorrow.` : nothing}</p>
  <p class="tool-actions">
    <button type="button" class="md-button md-button--primary" @click=${leave}>Back to the deck</button>
    ${counts.due + (deck ? counts.fresh : 0) ? html`<button type="button" class="md-button" @click=${start}>Continue with more</button>` : nothing}
  </p>`;
