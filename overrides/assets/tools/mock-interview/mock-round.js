// One interview: asked, answered against the clock, scored. It saves nothing itself: the events "note", "settle",
// "fresh" and "score" carry what to save in their detail.

import { shortDay } from "../shared/dates.js";
import { conflictDialog } from "../shared/dialogs.js";
import { spokenAfter } from "../shared/element.js";
import { LightDomElement } from "../shared/rendering/light-dom-element.js";
import { problemLine } from "../shared/rendering/problem-line.js";
import { html, live, nothing } from "../vendor/lit.js";
import { Recorder, refusal } from "./recorder.js";
import { aloneView, nextOf, recordingView } from "./views/alone-view.js";
import { questionView, stopSpeaking } from "./views/question-view.js";
import { scoreForm, writtenWords } from "./views/score-form.js";
import "../shared/timer/tool-timer.js";
import "../shared/output/paper.js";

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
    stopSpeaking();
    this.#recorder.stop().then(() => this.#recorder.erase());
  }

  // Adds the next follow-up or curveball.
  #interrupt(name, texts) {
    this.interruptions = [...this.interruptions, { name, text: nextOf(texts, this.interruptions) }];
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
    stopSpeaking();
    await this.moveTo("#mock-score", { isOver: true, problem: "" });
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #save() {
    if (!this.score) {
      this.problem = spokenAfter(this.problem, "Choose a score first.");
      return;
    }
    const { seconds } = this.querySelector("tool-timer");
    this.#dispatch("score", { score: this.score, seconds, ...writtenWords(this) });
  }

  render() {
    const head = html`
      <p class="muted practice__place">${this.place}</p>
      <h2 tabindex="-1">${this.round.type}</h2>`;
    return html`${head} ${this.waits && !this.isBegun ? this.#break() : this.#interview()}`;
  }

  // Between two rounds of a loop. The question is not shown before its timer runs.
  #break() {
    return html`
      <p>${this.round.minutes} minutes. The clock starts with the question. Take a break first, as you would between two interviews.</p>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => this.moveTo("h2", { isBegun: true })}>Start this round</button></p>`;
  }

  #interview() {
    const { round } = this;
    return html`
      ${this.mode === "partner" && !this.isOver ? html`<p>Your partner asks. Start the clock when they begin.</p>` : questionView(round, this.isOver)}
      <tool-timer .isClosed=${this.isOver} .mode=${"down"} .minutes=${round.minutes} .startsItself=${this.mode === "alone"}></tool-timer>
      ${this.isOver || this.mode === "partner" ? nothing : this.#alone()}
      <div class="tool-field"><label for="mock-notes">Notes</label>
        <textarea id="mock-notes" name="notes" dir="auto" .value=${live(this.draft.text)} @input=${({ target }) => this.#dispatch("note", target.value)}></textarea>
        ${conflictDialog(this.draft, (text) => this.#dispatch("settle", text))}
        <p class="muted">Saved in this browser as you type.</p>
        ${this.draft.from ? this.#earlier() : nothing}</div>
      ${this.isOver ? this.#scoring() : html`${problemLine(this.problem)}<p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${this.#end}>End the interview and score it</button></p>`}`;
  }

  #earlier() {
    return html`
      <p class="mock__earlier">These notes are from ${shortDay(this.draft.from)}, for the same question.</p>
      <p class="tool-actions"><button type="button" class="md-button" @click=${() => this.#dispatch("fresh")}>Erase them and start fresh</button></p>`;
  }

  #alone() {
    return aloneView({
      round: this.round,
      interruptions: this.interruptions,
      interrupt: (name, texts) => this.#interrupt(name, texts),
      recording: this.recording,
      record: () => this.#record(),
      erase: () => this.#erase(),
    });
  }

  #scoring() {
    const { round, level, mode } = this;
    const choose = (score) => {
      [this.score, this.problem] = [score, ""];
    };
    return html`
      ${recordingView(this.recording, () => this.#erase())}
      ${scoreForm({ round, level, mode, problem: problemLine(this.problem), choose, save: () => this.#save() })}`;
  }
}

customElements.define("mock-round", MockRound);
