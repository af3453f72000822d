// You are the interviewer: three answers to one question, your feedback and level for each, then the debrief.

import { fetchData } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { ToolElement } from "../shared/element.js";
import { today } from "../shared/today.js";
import { byTrack } from "../shared/track/lists.js";
import { recallTrack } from "../shared/track/track.js";
import { html, live, nothing } from "../vendor/lit.js";
import { compared, firstMissing, isWhole, missing } from "./judgments.js";
import "../shared/output/paper.js";

const KIND = "your-interviews"; // one record for each question
const TRACKS = { pm: "For PM", pmm: "For PMM" };
const VERDICTS = { hire: "Hire", "no-hire": "No hire" };
const ERASING = {
  button: "Erase my judgments",
  question: "This erases your feedback on these three.",
  yes: "Erase them",
  no: "Keep them",
  done: "Your judgments of this question are erased.",
};
const LEVELS = { 61: "61", 63: "63", 65: "65" };

class YourInterviewsTool extends ToolElement {
  static kinds = [KIND, "settings"];
  static properties = {
    row: { state: true },
    saved: { state: true },
    track: { state: true },
    asking: { state: true },
    isIncomplete: { state: true },
  };

  async prepare() {
    this.rows = await fetchData("your-interviews");
  }

  async recall() {
    const found = await this.readNewest(() => Promise.all([this.store.list(KIND), recallTrack(this.store)]));
    if (!found) return;
    const [records, track] = found;
    this.track = track;
    this.saved = Object.fromEntries(records.map(({ id, value }) => [id, value]));
  }

  get #record() {
    return this.saved[this.row.id] ?? { day: today(), judged: [] };
  }

  #choose(id) {
    return this.load(async () => {
      const row = await fetchData(`your-interviews/${id}`);
      await this.moveTo(".interviews-title", { row, asking: false, isIncomplete: false });
    }, "the answers to this question");
  }

  // Saved with each keystroke: a phone may unload the page.
  #save(record) {
    this.saved = { ...this.saved, [this.row.id]: record };
    return this.write(() => this.store.put(KIND, this.row.id, record));
  }

  #judge(place, field, value) {
    const judged = this.row.candidates.map((_, at) => this.#record.judged[at] ?? {});
    judged[place] = { ...judged[place], [field]: value };
    return this.#save({ ...this.#record, judged });
  }

  async #show() {
    const lacking = missing(this.#record.judged, this.row.candidates);
    if (lacking.length) return this.#ask(lacking);
    this.say("");
    this.#save({ ...this.#record, shown: true });
    await this.moveTo(".interviews-debrief");
  }

  // A screen reader drops a message when the focus moves at the same time. So the focused field is described by what is
  // missing, and the message follows.
  async #ask(lacking) {
    await this.moveTo(firstMissing(this.#record.judged, this.row.candidates), { isIncomplete: true });
    this.say(`Judge all three first. Missing: ${lacking.join("; ")}.`);
  }

  #erasing() {
    const { id } = this.row;
    return askFirst(this, ERASING, { erase: () => this.store.put(KIND, id), ...this.#backToList() });
  }

  #backToList() {
    return { place: `[data-row="${this.row.id}"]`, changes: { row: undefined } };
  }

  render() {
    return html`${this.row ? this.#question() : this.#list()} ${this.notes()}`;
  }

  #list() {
    const list = (rows) => html`
      <ul class="tool-list">${rows.map(
        (row) => html`
        <li><button type="button" class="tool-choice" data-row=${row.id} @click=${() => this.#choose(row.id)}><b>${row.question}</b><br><span class="muted">Three candidates. ${this.#state(row.id)}</span></button></li>`,
      )}</ul>`;
    return byTrack(this.track, TRACKS, this.rows, "interviews", list);
  }

  #state(id) {
    if (!this.saved[id]) return "Not judged yet.";
    return this.saved[id].shown ? "Judged." : "Started.";
  }

  #question() {
    const { shown } = this.#record;
    const { place, changes } = this.#backToList();
    return html`
      <p class="tool-actions"><button type="button" class="md-button" @click=${() => this.moveTo(place, changes)}>All questions</button></p>
      <h3 class="interviews-title" tabindex="-1">${this.row.question}</h3>
      <p class="muted">${this.row.setting}</p>
      ${this.row.candidates.map((candidate, place) => this.#candidate(candidate, place))}
      ${shown ? this.#debrief() : this.#compare()}`;
  }

  // What is missing is also next to the button, in case the reader scrolls back to it.
  #compare() {
    const lacking = missing(this.#record.judged, this.row.candidates);
    return html`
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" aria-describedby="interviews-missing" @click=${() => this.once(() => this.#show())}>Compare with the debrief</button></p>
      <p class="muted" id="interviews-missing">${lacking.length ? `Judge all three first. Still missing for ${lacking.join("; ")}.` : "All three are judged."}</p>`;
  }

  get #missingId() {
    return this.isIncomplete && !this.#record.shown ? "interviews-missing" : nothing;
  }

  #candidate(candidate, place) {
    const name = `Candidate ${"ABC"[place]}`;
    const judged = this.#record.judged[place] ?? {};
    return html`
      <h4>${name}</h4>
      <dl class="turns">${candidate.exchanges.map(
        ({ asks, says }) => html`<div><dt class="said">“${asks}”</dt><dd>${says}</dd></div>`,
      )}</dl>
      <div class="tool-field">
        <label for="interviews-feedback-${place}">Your feedback on ${name}, with a quote</label>
        <textarea id="interviews-feedback-${place}" dir="auto" aria-describedby=${this.#missingId} .value=${live(judged.feedback ?? "")} @input=${(event) => this.#judge(place, "feedback", event.target.value)}></textarea>
      </div>
      ${this.#choices(place, "verdict", `${name}: hire or not?`, VERDICTS)}
      ${this.#choices(place, "level", `${name}: which level?`, LEVELS)}`;
  }

  #choices(place, field, legend, options) {
    const chosen = this.#record.judged[place]?.[field];
    return html`
      <fieldset class="tool-field tool-choices" id="interviews-${field}-${place}" aria-describedby=${this.#missingId}>
        <legend>${legend}</legend>
        ${Object.entries(options).map(
          ([key, word]) => html`
        <label><input type="radio" name="interviews-${field}-${place}" .checked=${live(chosen === key)} @change=${() => this.#judge(place, field, key)}> ${word}</label>`,
        )}
      </fieldset>`;
  }

  #debrief() {
    const { judged } = this.#record;
    const { candidates, differs } = this.row;
    const near = compared(judged, candidates);
    return html`
      <h4 class="interviews-debrief" tabindex="-1">The debrief</h4>
      ${isWhole(judged, candidates) ? html`<p>You placed ${near.filter(({ isLevel }) => isLevel).length} of 3 levels and ${near.filter(({ isVerdict }) => isVerdict).length} of 3 verdicts as the interviewer did.</p>` : nothing}
      ${candidates.map((candidate, place) => this.#marks(candidate, place, near[place]))}
      <p><b>What differs. </b>${differs}</p>
      <div class="tool-actions">${this.#erasing()}</div>`;
  }

  #marks({ level, verdict, notes, why }, place, { steps }) {
    const far = steps > 0 ? "You placed this one too high. " : steps < 0 ? "You placed this one too low. " : "";
    return html`
      <p><b>Candidate ${"ABC"[place]}: level ${level}, ${VERDICTS[verdict].toLowerCase()}. </b>${far}${why}</p>
      <ul>${notes.map(({ quote, note }) => html`<li>“${quote}” ${note}</li>`)}</ul>`;
  }
}

customElements.define("your-interviews-tool", YourInterviewsTool);
