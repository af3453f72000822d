// Interactive cases: the interviewer gives a fact only when asked for it, and the debrief shows what was assumed.

import { fetchData, pageAddress } from "../shared/data.js";
import { longDay } from "../shared/dates.js";
import { askFirst } from "../shared/dialogs.js";
import { spokenAfter, ToolElement } from "../shared/element.js";
import { newId } from "../shared/store.js";
import { today } from "../shared/today.js";
import { byTrack } from "../shared/track/lists.js";
import { recallTrack } from "../shared/track/track.js";
import { html, live, nothing } from "../vendor/lit.js";
import { factsFor, isPartLeft, picks, unaskedOf } from "./matching.js";
import "../shared/output/paper.js";
import "../shared/timer/tool-timer.js";

const KIND = "case-room"; // one record for each run; the newest unfinished one is resumed
const TRACKS = { pm: "For PM", pmm: "For PMM" };
const NOTHING = "We don’t have that.";
const REST = " The rest of what you asked we don’t have.";

class CaseRoomTool extends ToolElement {
  static kinds = [KIND, "settings"];
  static properties = {
    case: { state: true },
    record: { state: true },
    answer: { state: true },
    typed: { state: true },
    saved: { state: true },
    track: { state: true },
    isAsking: { state: true },
  };

  async prepare() {
    this.cases = await fetchData("case-room");
    this.typed = "";
    addEventListener("hashchange", () => this.#openAddressed());
  }

  firstUpdated() {
    this.#openAddressed();
  }

  // "#case=recall-week" opens that case: plans link to it.
  async #openAddressed() {
    const named = this.cases.find(({ id }) => location.hash === `#case=${id}`);
    if (named) await this.#choose(named.id);
  }

  async recall() {
    const found = await this.readNewest(() => Promise.all([this.store.list(KIND), recallTrack(this.store)]));
    if (!found) return;
    const [records, track] = found;
    this.track = track;
    this.saved = records.sort((one, other) => (one.value.day < other.value.day ? -1 : 1));
  }

  #of(id) {
    return this.saved.filter(({ value }) => value.case === id);
  }

  async #choose(id) {
    await this.load(async () => {
      const chosen = await fetchData(`case-room/${id}`);
      const open = this.#of(id).findLast(({ value }) => !value.over);
      const record = open?.value ?? { case: id, day: today(), asked: [], missed: [] };
      this.recordId = open?.id ?? `${id}/${newId()}`;
      await this.moveTo(".case-room-title", {
        case: chosen,
        record,
        answer: "",
        typed: "",
        isAsking: false,
        status: "",
      });
    }, "this case");
  }

  // Saved from the first question on, since a phone may unload the page. Later presses build on it, saved or not.
  #write(changes) {
    this.record = { ...this.record, ...changes };
    const others = this.saved.filter(({ id }) => id !== this.recordId);
    this.saved = [...others, { id: this.recordId, value: this.record }];
    return this.write(() => this.store.put(KIND, this.recordId, this.record));
  }

  // Does not wait for the store, so that a question is answered while the last one is still being saved.
  #ask(question) {
    const text = question.trim();
    if (!text) return;
    const found = factsFor(this.case.facts, text);
    const { asked, missed } = this.record;
    const ids = found.map(({ id }) => id);
    if (ids.length) this.#write({ asked: [...new Set([...asked, ...ids])] });
    else this.#write({ missed: [...new Set([...missed, text])] });
    const answer = found.length
      ? found.map(({ fact }) => fact).join(" ") + (isPartLeft(this.case.facts, text) ? REST : "")
      : NOTHING;
    this.moveTo("#case-room-ask", { typed: "", answer: spokenAfter(this.answer, answer) });
  }

  async #erase() {
    await this.attempt(() => Promise.all(this.#of(this.case.id).map(({ id }) => this.store.put(KIND, id))));
    await this.moveTo("button", { case: undefined });
    this.say("Your runs of this case are erased.");
  }

  render() {
    return html`${this.case ? this.#room() : this.#list()} ${this.notes()}`;
  }

  #list() {
    const list = (cases) => html`
      <ul class="tool-list">${cases.map(
        (one) => html`
        <li><button type="button" class="tool-choice" data-case=${one.id} @click=${() => this.#choose(one.id)}><b>${one.title}</b><br><span class="muted">${one.product}. ${one.minutes} minutes. ${this.#times(one.id)}</span></button></li>`,
      )}</ul>`;
    return byTrack(this.track, TRACKS, this.cases, "cases", list);
  }

  #times(id) {
    const runs = this.#of(id);
    const over = runs.filter(({ value }) => value.over).length;
    if (runs.length > over) return "Started.";
    return over ? `Tried ${over === 1 ? "once" : `${over} times`}.` : "Not tried yet.";
  }

  #room() {
    const back = () => this.moveTo(`[data-case="${this.case.id}"]`, { case: undefined });
    return html`
      <p class="tool-actions"><button type="button" class="md-button" @click=${back}>All cases</button></p>
      <h3 class="case-room-title" tabindex="-1">${this.case.title}</h3>
      <p class="said">${this.case.question}</p>
      ${this.record.over ? this.#debrief() : this.#asking()}`;
  }

  #asking() {
    const submit = (event) => {
      event.preventDefault();
      this.#ask(this.typed);
    };
    return html`
      <tool-timer mode="down" minutes=${this.case.minutes}></tool-timer>
      <p>Ask for what you need to know, as you would in the room. Nothing is handed out that you don’t ask for.</p>
      <form class="tool-field" @submit=${submit}>
        <label for="case-room-ask">Your question to the interviewer</label>
        <input id="case-room-ask" type="text" autocomplete="off" dir="auto" maxlength="200" .value=${live(this.typed)} @input=${(event) => (this.typed = event.target.value)}>
        <p class="tool-actions"><button type="submit" class="md-button md-button--primary">Ask</button></p>
      </form>
      <p role="status" class=${this.answer ? "case-room-answer" : ""}>${this.answer && `Interviewer: ${this.answer}`}</p>
      <details><summary>Pick a question instead</summary><ul class="tool-list">${picks(this.case.facts).map(
        (ask) =>
          html`<li><button type="button" class="tool-choice" @click=${() => this.#ask(ask)}>${ask}</button></li>`,
      )}</ul></details>
      ${this.#handedOut()}
      <div class="tool-field">
        <label for="case-room-notes">Your answer, in key words. Say it aloud.</label>
        <textarea id="case-room-notes" dir="auto" .value=${live(this.record.notes ?? "")} @input=${(event) => this.#write({ notes: event.target.value })}></textarea>
      </div>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => this.once(() => this.#end())}>I have answered</button></p>`;
  }

  async #end() {
    await this.#write({ over: true });
    await this.moveTo(".case-room-assumed");
    // Some screen readers do not announce a heading that takes the focus from a button that was removed.
    this.say("The case is over. Read what you assumed.");
  }

  #handedOut() {
    const { asked } = this.record;
    if (!asked.length) return nothing;
    return html`
      <h4>What you know now</h4>
      <dl class="pairs">${this.case.facts
        .filter(({ id }) => asked.includes(id))
        .map(({ ask, fact }) => html`<div><dt>${ask}</dt><dd>${fact}</dd></div>`)}</dl>`;
  }

  #debrief() {
    const { asked, missed, notes } = this.record;
    const unasked = unaskedOf(this.case.facts, asked);
    const words = {
      button: "Erase my runs of this case …",
      question: "This erases your questions and notes on this case.",
      yes: "Erase them",
      no: "Keep them",
    };
    return html`
      <h4 class="case-room-assumed" tabindex="-1">What you assumed before you asked</h4>
      ${
        unasked.length
          ? html`<p>You asked for ${asked.length} of ${this.case.facts.length} facts. Without the others, you assumed:</p>
      <dl class="pairs">${unasked.map(
        ({ ask, fact, unasked: assumed }) =>
          html`<div><dt>${assumed}</dt><dd><b>Ask: </b>${ask} <b>You would have heard: </b>${fact}</dd></div>`,
      )}</dl>`
          : html`<p>You asked for everything there was. In the room, ask only for what changes your answer.</p>`
      }
      ${missed.length ? html`<p><b>Asked, but not available: </b>${missed.join(" · ")} <br>Say what you assume in its place.</p>` : nothing}
      <h4>A strong answer</h4>
      <ul>${this.case.strong_answer.map((point) => html`<li>${point}</li>`)}</ul>
      ${notes?.trim() ? html`<p><b>Yours, ${longDay(this.record.day)}:</b> <span dir="auto">${notes}</span></p>` : nothing}
      ${this.#handedOut()}
      <p><a href=${pageAddress(this.case.page)}>The whole case</a>: every fact with its source, curveballs, numbers and the rubric.</p>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => this.#choose(this.case.id)}>Try it again</button></p>
      <div class="tool-actions">${askFirst(this, words, () => this.#erase())}</div>`;
  }
}

customElements.define("case-room-tool", CaseRoomTool);
