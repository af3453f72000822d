// One question of the set: asked, answered aloud, compared with a strong answer, rated. It saves nothing itself, and
// dispatches the events "note" and "settle" (text), "rate" ({ rating, seconds, notes }), "skip" and "timer-set".

import { longDay } from "../shared/dates.js";
import { conflictDialog } from "../shared/dialogs.js";
import { sourceLine } from "../shared/parts.js";
import { ratingButtons } from "../shared/rating-buttons.js";
import { LightDomElement } from "../shared/rendering/light-dom-element.js";
import { outlook } from "../shared/review/fsrs.js";
import { html, live, nothing } from "../vendor/lit.js";
import { ownLevelFirst } from "./levels.js";
import "../shared/output/paper.js";
import "../shared/timer/tool-timer.js";

// Passed on with the question, so that rating needs no further download and works offline.
export { withAnswer, withoutNewest } from "../shared/review/fsrs.js";

const TRACKS = { pm: "PM", pmm: "PMM" };
const LABELS = {
  again: ["Weak", "I stopped, or most of what I hear is weak."],
  hard: ["Mixed", "The idea is there and a piece is missing."],
  good: ["Strong", "A listener could repeat my point."],
  easy: ["Strong and easy", "I could say it to anyone today."],
};
const SIGNALS = { weak: "Weak", mixed: "Mixed", strong: "Strong" };

class PracticeQuestion extends LightDomElement {
  // `question`: a question with its words, and `tracks`: those whose rubrics may judge it; `saved`: its value in the
  // store; `draft`: { text, theirs } of its notes; `place`: "Question 2 of 7";
  // `timer`: { mode, minutes }; `forLevel`: "63", or "" for any; `isRatedAnew`: it was answered already, and only the
  // rating is to be given.
  static properties = {
    question: { attribute: false },
    saved: { attribute: false },
    draft: { attribute: false },
    place: {},
    today: {},
    timer: { attribute: false },
    forLevel: { attribute: false },
    isRatedAnew: { type: Boolean },
    isShown: { state: true },
    judge: { state: true },
  };

  // A new element is created for each question.
  willUpdate() {
    this.isShown ??= this.isRatedAnew;
    this.judge ??= this.question.tracks[0];
  }

  firstUpdated() {
    this.moveTo(this.isShown ? "#practice-strong" : "#practice-question");
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  get notes() {
    return this.querySelector("textarea").value;
  }

  async #show() {
    this.querySelector("tool-timer").pause();
    await this.moveTo("#practice-strong", { isShown: true });
  }

  #settle(text) {
    this.#dispatch("settle", text);
    this.moveTo("textarea");
  }

  #rate(rating) {
    this.#dispatch("rate", { rating, seconds: this.querySelector("tool-timer").seconds, notes: this.notes.trim() });
  }

  render() {
    const { question } = this;
    return html`
      <p class="muted practice__place">${this.place}</p>
      <h2 id="practice-question" class="practice__question" tabindex="-1">${question.text}</h2>
      <p class="muted">${question.kind} · ${question.competencyName} · ${question.scopeWords}</p>
      <tool-timer .isClosed=${this.isShown} .mode=${this.timer.mode} .minutes=${this.timer.minutes} @timer-set=${(event) => this.#dispatch("timer-set", event.detail)}></tool-timer>
      <div class="tool-field">
        <label for="practice-notes">Think aloud, and note what you say</label>
        <textarea id="practice-notes" dir="auto" .value=${live(this.draft.text)} @input=${() => this.#dispatch("note", this.notes)}></textarea>
        ${conflictDialog(this.draft, (text) => this.#settle(text))}
        <p class="muted">Saved in this browser as you type. Key words are enough.</p>
      </div>
      ${
        this.isShown
          ? this.#answer()
          : html`
        <p class="tool-actions">
          <button type="button" class="md-button md-button--primary" @click=${this.#show}>I have answered. Show what a strong answer does</button>
          <button type="button" class="md-button" @click=${() => this.#dispatch("skip")}>Another question</button>
        </p>`
      }`;
  }

  #answer() {
    const { strong, followUps, levels, source } = this.question;
    return html`
      <section class="practice__answer" aria-labelledby="practice-strong">
        <h3 id="practice-strong" tabindex="-1">A strong answer</h3>
        <ul>${strong.map((point) => html`<li>${point}</li>`)}</ul>
        <h3>Then they ask</h3>
        <ol>${followUps.map((text) => html`<li>${text}</li>`)}</ol>
        ${levelLines(levels, this.forLevel)}
        <p class="muted">That is our advice. The question itself: ${sourceLine(source)}.</p>
      </section>
      ${this.#earlier()} ${this.#rubric()} ${this.#scores()}
      <h3>How was it?</h3>
      <p>Judge the whole answer by where most of your check marks are. The better you rate it, the later it comes back.</p>
      ${ratingButtons({ labels: LABELS, days: outlook(this.saved?.answers ?? [], this.today), today: this.today, rate: (rating) => this.#rate(rating) })}`;
  }

  #earlier() {
    const notes = (this.saved?.answers ?? []).filter((answer) => answer.notes);
    return notes.length
      ? html`
      <details><summary>Your notes from earlier answers</summary>
        <dl>${notes.map(({ day, notes: text }) => html`<dt>${longDay(day)}</dt><dd class="practice__notes">${text}</dd>`)}</dl></details>`
      : nothing;
  }

  // The rubric for the whole answer, by the kind of question.
  #scores() {
    const scores = this.question.scores[this.judge];
    return scores
      ? html`
      <details><summary>Score it 1 to 5: ${scores.type}</summary>
        <dl class="question__levels">${scores.levels.map((text, index) => html`<div><dt>${index + 1}</dt><dd>${text}</dd></div>`)}</dl>
        ${levelLines(scores.byLevel, this.forLevel)}
        <p><strong>Red flag: </strong>${scores.redFlag}</p></details>`
      : nothing;
  }

  #rubric() {
    const { tracks, rubrics, competencyName } = this.question;
    const rubric = rubrics[this.judge];
    return html`
      <h3>${competencyName}: what did you hear?</h3>
      <p class="muted">Our signals for ${TRACKS[this.judge]}. Check what was in your answer. Check marks aren’t saved.</p>
      ${
        tracks.length > 1
          ? html`
        <fieldset class="tool-field practice__judge"><legend>Judge it as</legend>${tracks.map(
          (track) => html`
          <label><input type="radio" name="practice-judge" .checked=${track === this.judge} @change=${() => {
            this.judge = track;
          }}> ${TRACKS[track]}</label>`,
        )}
        </fieldset>`
          : nothing
      }
      <div class="panels">${Object.entries(SIGNALS).map(
        ([name, title]) => html`
        <fieldset class="panel panel--${name} practice__signals"><legend class="panel__head">${title}</legend>
          ${rubric[name].map((signal) => html`<label><input type="checkbox"> <span>${signal}</span></label>`)}
        </fieldset>`,
      )}
      </div>`;
  }
}

const levelLines = (levels, forLevel) => html`
  <dl class="question__levels">${ownLevelFirst(levels, forLevel).map(([level, line, isMine]) => html`<div><dt>At ${level}${isMine ? ", yours" : nothing}</dt><dd>${isMine ? html`<strong>${line}</strong>` : line}</dd></div>`)}</dl>`;

customElements.define("practice-question", PracticeQuestion);
