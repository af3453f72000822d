// One interview: asked, answered against the clock, scored. It saves nothing itself: the events "note", "settle",
// "fresh" and "score" carry what to save in their detail.

import { shortDay } from "../shared/dates.js";
import { conflictDialog } from "../shared/dialogs.js";
import { LightDomElement } from "../shared/rendering/light-dom-element.js";
import { html, live, nothing } from "../vendor/lit.js";
import { canRecord, Recorder, refusal } from "./recorder.js";
import { levelLines, markList } from "./views/rubric-view.js";
import "../shared/timer/tool-timer.js";
import "../shared/output/paper.js";

const canSpeak = () => "speechSynthesis" in window;

class MockRound extends LightDomElement {
  // `round`: { type, minutes, opening, marks, curveballs, question, scores }; `mode`: "alone" or "partner"; a partner
  // asks the question, so it is hidden until the end; `waits`: shows no question until the reader starts the timer;
  // `place`: "Round 2 of 4"; `draft`: { text, theirs, from: the day, if an earlier one } of the notes.
  static properties = {
    round: { attribute: false },
    level: {},
    mode: {},
    place: {},
    waits: { attribute: false },
    isBegun: { state: true },
    draft: { attribute: false },
    interruptions: { state: true },
    isOver: { state: true },
    problem: { state: true },
    recording: { state: true },
    score: { state: true },
  };

  #recorder = new Recorder(() => this.#followRecorder());

  constructor() {
    super();
    [this.interruptions, this.isOver, this.problem, this.recording, this.score] = [[], false, "", "", 0];
  }

  firstUpdated() {
    this.moveTo("h2");
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (canSpeak()) speechSynthesis.cancel();
    this.#recorder.stop().then(() => this.#recorder.erase());
  }

  #speak(text) {
    speechSynthesis.cancel();
    speechSynthesis.speak(new SpeechSynthesisUtterance(text));
  }

  // Adds the next follow-up or curveball.
  #interrupt(name, texts) {
    const next = texts.find((text) => !this.interruptions.some((one) => one.text === text));
    this.interruptions = [...this.interruptions, { name, text: next }];
  }

  #left(texts) {
    return texts.some((text) => !this.interruptions.some((one) => one.text === text));
  }

  async #record() {
    try {
      this.problem = "";
      if (this.#recorder.isRunning) await this.#recorder.stop();
      else await this.#recorder.start();
    } catch (error) {
      console.error(error);
      this.problem = refusal(error);
    }
    this.#followRecorder();
  }

  #followRecorder() {
    this.recording = this.#recorder.isRunning ? "on" : this.#recorder.url;
  }

  #erase() {
    this.#recorder.erase();
    this.recording = "";
  }

  async #end() {
    this.querySelector("tool-timer").pause();
    await this.#recorder.stop();
    if (canSpeak()) speechSynthesis.cancel();
    await this.moveTo("#mock-score", { isOver: true });
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #save() {
    if (!this.score) {
      this.problem = "Choose a score first.";
      return;
    }
    const text = (name) => this.querySelector(`[name=${name}]`).value.trim();
    const words = Object.fromEntries(
      ["keep", "change", "notes"].map((name) => [name, text(name)]).filter(([, it]) => it),
    );
    const { seconds } = this.querySelector("tool-timer");
    this.#dispatch("score", { score: this.score, seconds, ...words });
  }

  render() {
    const head = html`
      <p class="muted practice__place">${this.place}</p>
      <h2 tabindex="-1">${this.round.type}</h2>`;
    return html`${head} ${this.waits && !this.isBegun ? this.#break() : this.#held()}`;
  }

  // Between two rounds of a loop. The question is not shown before its timer runs.
  #break() {
    return html`
      <p>${this.round.minutes} minutes. The clock starts with the question. Take a break first, as you would between two interviews.</p>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => this.moveTo("h2", { isBegun: true })}>Start this round</button></p>`;
  }

  #held() {
    const { round } = this;
    return html`
      ${this.mode === "partner" && !this.isOver ? html`<p>Your partner asks. Start the clock when they begin.</p>` : this.#question()}
      <tool-timer .isClosed=${this.isOver} .mode=${"down"} .minutes=${round.minutes} .startsItself=${this.mode === "alone"}></tool-timer>
      ${this.isOver || this.mode === "partner" ? nothing : this.#aloud()}
      <div class="tool-field"><label for="mock-notes">Notes</label>
        <textarea id="mock-notes" name="notes" dir="auto" .value=${live(this.draft.text)} @input=${({ target }) => this.#dispatch("note", target.value)}></textarea>
        ${conflictDialog(this.draft, (text) => this.#dispatch("settle", text))}
        <p class="muted">Saved in this browser as you type.</p>
        ${this.draft.from ? this.#earlier() : nothing}</div>
      ${this.problem ? html`<p class="tool-problem" role="alert">${this.problem}</p>` : nothing}
      ${this.isOver ? this.#scoring() : html`<p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${this.#end}>End the interview and score it</button></p>`}`;
  }

  #earlier() {
    return html`
      <p class="mock__earlier">These notes are from ${shortDay(this.draft.from)}, for the same question.</p>
      <p class="tool-actions"><button type="button" class="md-button" @click=${() => this.#dispatch("fresh")}>Erase them and start fresh</button></p>`;
  }

  #question() {
    const { opening, question } = this.round;
    return html`
      <blockquote>${opening}</blockquote>
      <p class="practice__question"><strong>${question.text}</strong></p>
      ${
        canSpeak() && !this.isOver
          ? html`<p class="tool-actions"><button type="button" class="md-button" @click=${() => this.#speak(`${opening} ${question.text}`)}>Read it aloud</button></p>`
          : nothing
      }`;
  }

  #aloud() {
    const { question, curveballs, marks } = this.round;
    return html`
      <p class="muted">The clock runs, as it does in the room: pause it only if you are called away. No one answers your questions here: say what you assume, and go on.</p>
      <p class="tool-actions">
        <button type="button" class="md-button" ?disabled=${!this.#left(question.followUps)} @click=${() => this.#interrupt("Follow-up", question.followUps)}>Ask me a follow-up</button>
        <button type="button" class="md-button" ?disabled=${!this.#left(curveballs)} @click=${() => this.#interrupt("Curveball", curveballs)}>Throw me a curveball</button>
        ${canRecord() ? html`<button type="button" class="md-button" aria-pressed=${this.recording === "on"} @click=${this.#record}>${this.recording === "on" ? "Stop recording" : "Record my answer"}</button>` : nothing}
      </p>
      <ol class="mock__said" aria-live="polite">${this.interruptions.map(({ name, text }) => html`<li><span class="muted">${name}. </span>${text}</li>`)}</ol>
      ${this.#sound()}
      ${markList(marks)}`;
  }

  #sound() {
    return this.recording && this.recording !== "on"
      ? html`<p class="tool-actions"><audio controls src=${this.recording}></audio> <button type="button" class="md-button" @click=${this.#erase}>Erase the recording</button></p>
        <p class="muted">It is only in this page, and gone when you erase it or go on.</p>`
      : nothing;
  }

  #scoring() {
    const { scores, question } = this.round;
    return html`
      ${this.#sound()}
      <h3 id="mock-score" tabindex="-1">${this.mode === "partner" ? "What your partner gave you" : "Your score"}</h3>
      <fieldset class="tool-field mock__scores"><legend class="visually-hidden">Score</legend>
        ${scores.levels.map(
          (text, at) =>
            html`<label><input type="radio" name="score" value=${at + 1} @change=${() => {
              this.score = at + 1;
            }}> <span><strong>${at + 1}</strong>${` ${text}`}</span></label>`,
        )}
      </fieldset>
      ${levelLines(scores.byLevel, this.level)}
      <p><strong>Red flag: </strong>${scores.redFlag}</p>
      <details><summary>A strong answer to this question</summary><ul>${question.strong.map((point) => html`<li>${point}</li>`)}</ul>${levelLines(question.levels, this.level)}</details>
      <div class="tool-field"><label for="mock-keep">One thing to keep</label><input id="mock-keep" name="keep" type="text" autocomplete="off"></div>
      <div class="tool-field"><label for="mock-change">One thing to change</label><input id="mock-change" name="change" type="text" autocomplete="off"></div>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${this.#save}>Save the scorecard</button></p>`;
  }
}

customElements.define("mock-round", MockRound);
