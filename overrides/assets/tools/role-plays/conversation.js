// A role-play alone: their lines one after the other, your replies, and what a weak one leads to.
import { html, nothing } from "../shared/element.js";
import { isOver, replies } from "./rehearsal.js";

const REPLY_NAMES = { good: "A good reply", weak: "A weak reply" };

// `talk`: { play, said, isOwn, answer(kind), takeBack(), ownWords(), end() }
export const talkView = (talk) => html`
  <ol class="rehearsal-talk">
    ${talk.said.map((kind, turn) => pastTurn(talk.play, turn, kind))}
  </ol>
  ${
    isOver(talk.play, talk.said)
      ? html`
    <p class="rehearsal-next" tabindex="-1">That was their last line.</p>
    <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${talk.end}>Go on to what you noticed</button> ${takeBack(talk)}</p>`
      : nextTurn(talk)
  }`;

function pastTurn(play, turn, kind) {
  const line = play.lines[turn];
  return html`
    <li>
      <p class="said">“${line.they_say}”</p>
      <p><b>You:</b> ${kind === "good" ? line.good_reply : line.weak_reply}</p>
      ${kind === "weak" ? html`<p class="rehearsal-cost"><b>What happens.</b> ${line.consequence} In a real conversation, they might stop here. This one goes on.</p>` : nothing}
    </li>`;
}

function nextTurn(talk) {
  const turn = talk.said.length;
  return html`
    <p class="said rehearsal-next" tabindex="-1">“${talk.play.lines[turn].they_say}”</p>
    <p>Say your answer aloud. Then choose what comes nearest to it.</p>
    ${
      talk.isOwn
        ? ownWords(talk, turn)
        : replies(talk.play, turn).map(
            ({ kind, text }) => html`
      <button type="button" class="rehearsal-reply" @click=${() => talk.answer(kind)}>${text}</button>`,
          )
    }
    <p class="tool-actions">
      ${talk.isOwn ? nothing : html`<button type="button" class="md-button" @click=${talk.ownWords}>I said something else</button>`}
      ${takeBack(talk)}
    </p>`;
}

// Who said something else judges it beside both replies, with their names.
const ownWords = (talk, turn) => html`
  <p>Judge it yourself. Which of these is it closer to?</p>
  ${replies(talk.play, turn).map(
    ({ kind, text }) => html`
    <button type="button" class="rehearsal-reply" @click=${() => talk.answer(kind)}><b>${REPLY_NAMES[kind]}:</b> ${text}</button>`,
  )}`;

const takeBack = (talk) =>
  talk.said.length
    ? html`<button type="button" class="md-button" @click=${talk.takeBack}>Take the last reply back</button>`
    : nothing;

// What the candidate knows of a role-play, and nothing more.
export const candidateCard = (play) => html`
  <dl class="pairs">
    <div><dt>Setting</dt><dd>${play.setting}</dd></div>
    <div><dt>You are</dt><dd>${play.you_are}</dd></div>
    <div><dt>Across from you</dt><dd>${play.counterpart}</dd></div>
  </dl>
  <p>They open. Ask before you answer, and end with who does what by when.</p>`;
