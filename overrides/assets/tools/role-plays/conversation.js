// A role-play alone: what they say, your replies, where each leads, and how much they trust you.

import { html, nothing, repeat } from "../vendor/lit.js";
import { shuffled, TRUST, walk } from "./rehearsal.js";

const QUALITIES = { strong: "Strong", mixed: "Mixed", weak: "Weak" };
export const RESULTS = { agreed: "You agreed", partly: "You got part of it", lost: "You lost it" };
const MOVES = { 1: "Trust rises", 0: "Trust holds", "-1": "Trust drops" };

/** `rehearsal`: { play, path, isOwn, answer(replyId), takeBack(), ownWords(), end() } */
export function conversationView(rehearsal) {
  const { steps, turn, ending, trust } = walk(rehearsal.play, rehearsal.path);
  return html`
    <p>They open with:</p>
    <p class="said">“${rehearsal.play.opening_line}”</p>
    <ol class="tool-list">
      ${steps.map(pastTurn)}
    </ol>
    ${keyed(rehearsal, () => (ending ? theEnd(rehearsal, ending, trust) : nextTurn(rehearsal, turn)))}`;
}

// New elements for each turn: otherwise a screen reader announces the change twice, once for the focus.
const keyed = ({ path, isOwn }, view) => repeat([`${path.length} ${isOwn}`], (turn) => turn, view);

const pastTurn = ({ turn, reply, trust }) => html`
  <li>
    <p class="said">“${turn.they_say}”</p>
    <p><b>You: </b>${reply.say}</p>
    <p class="rehearsal-reaction">${reply.reaction} <span class="muted">${MOVES[reply.trust]}: ${trustWords(trust)}</span></p>
  </li>`;

const trustWords = (trust) => html`
  <span aria-hidden="true" class="rehearsal-trust">${"●".repeat(trust)}${"○".repeat(TRUST.most - trust)}</span>${`\u00A0${trust}\u00A0of\u00A0${TRUST.most}`}`;

const theEnd = (rehearsal, ending, trust) => html`
  <div class="rehearsal-next" tabindex="-1"><p class="said">“${ending.they_say}”</p></div>
  ${outcomeView(ending, trust)}
  <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${rehearsal.end}>Continue to what you noticed</button> ${takeBack(rehearsal)}</p>`;

export const outcomeView = (ending, trust) => html`
  <div class="rehearsal-outcome rehearsal-outcome--${ending.result}"><p><b>${RESULTS[ending.result]}. </b>${ending.outcome}</p><p>Trust at the end: ${trustWords(trust)}</p></div>`;

function nextTurn(rehearsal, turn) {
  const { play, isOwn, answer, ownWords } = rehearsal;
  return html`
    <div class="rehearsal-next" tabindex="-1"><p class="said">“${turn.they_say}”</p></div>
    <p>${isOwn ? "Judge it yourself. Which of these is it closest to?" : "Say your answer aloud. Then choose what comes nearest to it."}</p>
    ${shuffled(play, turn).map(
      (reply) => html`
      <button type="button" class="tool-choice" @click=${() => answer(reply.id)}>${isOwn ? html`<b>${QUALITIES[reply.quality]}:</b> ` : nothing}${reply.say}</button>`,
    )}
    <p class="tool-actions">
      ${isOwn ? nothing : html`<button type="button" class="md-button" @click=${ownWords}>I said something else</button>`}
      ${takeBack(rehearsal)}
    </p>`;
}

const takeBack = ({ path, takeBack: back }) =>
  path.length ? html`<button type="button" class="md-button" @click=${back}>Undo the last reply</button>` : nothing;

/** What the candidate may know of a role-play, and nothing more. */
export const candidateCard = (play) => html`
  <dl class="pairs">
    <div><dt>Setting</dt><dd>${play.setting}</dd></div>
    <div><dt>You are</dt><dd>${play.you_are}</dd></div>
    <div><dt>Across from you</dt><dd>${play.counterpart}</dd></div>
  </dl>
  <p>They open. Ask before you answer, and end with who does what by when.</p>`;
