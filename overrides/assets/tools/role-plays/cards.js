// A role-play with a partner: a card for each, and a cover while the phone changes hands.

import { html } from "../vendor/lit.js";
import { candidateCard } from "./conversation.js";

const NAMES = { candidate: "the candidate’s card", partner: "the partner’s card" };

/** `cards`: { play, shown: "candidate", "partner" or "", show(who), end() } */
export const cardsView = (cards) => html`
  <div class="rehearsal-card" tabindex="-1" role="group" aria-label=${cards.shown ? NAMES[cards.shown] : "No card is shown"}>
    ${cards.shown === "partner" ? partnerCard(cards.play) : cards.shown === "candidate" ? candidateCard(cards.play) : cover()}
  </div>
  <p class="tool-actions">
    ${
      cards.shown
        ? html`<button type="button" class="md-button" @click=${() => cards.show("")}>Hide this card</button>`
        : Object.entries(NAMES).map(
            ([who, name]) =>
              html`<button type="button" class="md-button" @click=${() => cards.show(who)}>Show ${name}</button>`,
          )
    }
    <button type="button" class="md-button md-button--primary" @click=${cards.end}>End the conversation</button>
  </p>`;

const cover = () =>
  html`<p>Both cards are hidden. With one phone, hand it over and let the other one look. With two windows, open this page in each, and show one card in one and the other in the other.</p>`;

const partnerCard = (play) => html`
  <dl class="pairs">
    <div><dt>Setting</dt><dd>${play.setting}</dd></div>
    <div><dt>You are</dt><dd>${play.counterpart}</dd></div>
    <div><dt>Across from you</dt><dd>${play.you_are}</dd></div>
    <div><dt>What you want but don't say</dt><dd>${play.hidden_incentive}</dd></div>
  </dl>
  <p>Open with “${play.opening_line}” Then go from turn to turn by what you hear. Give way only for a reason.</p>
  <ol class="tool-list">${play.turns.map((turn) => partnerTurn(play, turn))}</ol>
  <p><b>How it can end</b></p>
  <dl class="turns">${play.endings.map(
    (ending) => html`<div><dt class="said">“${ending.they_say}”</dt><dd>${ending.outcome}</dd></div>`,
  )}</dl>`;

const partnerTurn = (play, turn) => html`
  <li>
    <p class="said">“${turn.they_say}”</p>
    <p class="muted">Just now you want: ${turn.they_want}</p>
    <ul>${turn.replies.map(
      (reply) =>
        html`<li><b>If they say something like</b> “${reply.say}” ${reply.reaction} <span class="muted">${placeOf(play, reply.next)}</span></li>`,
    )}</ul>
  </li>`;

function placeOf(play, id) {
  const place = play.turns.findIndex((turn) => turn.id === id);
  if (place >= 0) return `Go to ${place + 1}.`;
  return `End: “${play.endings.find((ending) => ending.id === id).they_say}”`;
}
