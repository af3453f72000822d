// The reader's scorecards, with a trend for each kind of round, and the interviews that were not scored.

import { shortDay } from "../../shared/dates.js";
import { askFirst } from "../../shared/dialogs.js";
import { html, nothing } from "../../vendor/lit.js";
import { overTime, trend } from "../scorecards.js";

export const historyView = (given) => html`
  ${given.drafts.length ? draftsView(given) : nothing} ${given.cards.length ? scorecardsView(given) : nothing}`;

const draftsView = ({ tool, drafts, rounds, goOn }) => html`
  <h3>Not scored yet</h3>
  <p>You left before you scored. Your place and your notes are saved until you do.</p>
  <ul>${drafts.map(
    (draft) => html`
    <li>${typeOf(rounds, draft)}, ${placeOf(draft)}${shortDay(draft.day)}, for ${draft.level}
      ${draft.notes ? html`<blockquote dir="auto">${draft.notes}</blockquote>` : nothing}
      <div class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => goOn(draft)}>${draft.loop ? "Continue the loop" : "Continue it"}</button>
        ${removal(tool, draft.id, draft.notes ? NOTES : PLACE)}</div></li>`,
  )}</ul>`;

const NOTES = { button: "Remove the notes", question: "Remove these notes?", yes: "Remove them", no: "Keep them" };
const PLACE = { button: "Remove it", question: "Give up this loop?", yes: "Remove it" };
const placeOf = ({ loop }) => (loop ? `round ${loop.at + 1} of ${loop.rounds.length} of a loop, ` : "");

const typeOf = (rounds, { round }) => rounds.find(({ id }) => id === round)?.type ?? round;

function removal(tool, id, words) {
  const said = { no: "Keep it", done: "It is removed.", ...words };
  return askFirst(tool, said, { about: id, erase: () => tool.remove(id), place: "h2" });
}

const WRITTEN = { keep: "Keep", change: "Change", notes: "Notes" };

// What was written on a scorecard, as it was written.
const writtenOn = (card) =>
  Object.entries(WRITTEN)
    .filter(([field]) => card[field]?.trim())
    .map(([field, name]) => html`<p class="mock__written">${name}: <bdi>${card[field].trim()}</bdi></p>`);

// The newest first.
const eachCard = ({ tool, cards, rounds }) => html`
  <details><summary>Read or remove a scorecard</summary><ul>${[...cards].reverse().map(
    (card) => html`
    <li>${typeOf(rounds, card)}, ${shortDay(card.day)}, ${card.score} of 5
      ${writtenOn(card)}
      <div class="tool-actions">${removal(tool, card.id, { button: "Remove", question: "Remove this scorecard?", yes: "Remove it" })}</div></li>`,
  )}</ul></details>`;

const scorecardsView = ({ tool, cards, rounds, save, print }) => html`
  <h3>Your scorecards</h3>
  <table class="data-table"><caption>Scores by kind of round, the oldest first</caption>
    <thead><tr><th scope="col">Round</th><th scope="col">Scores</th><th scope="col">Last time</th></tr></thead>
    <tbody>${overTime(cards, rounds).map(({ type, cards: its }) => {
      const last = its.at(-1);
      return html`<tr><th scope="row">${type}</th><td>${trend(its)}</td>
        <td>${shortDay(last.day)}, for ${last.level}${last.change ? html`. Change: ${last.change}` : nothing}</td></tr>`;
    })}</tbody></table>
  <p class="tool-actions"><button type="button" class="md-button" @click=${save}>Save as Markdown</button>
    <button type="button" class="md-button" @click=${print}>Print</button></p>
  ${eachCard({ tool, cards, rounds })}`;
