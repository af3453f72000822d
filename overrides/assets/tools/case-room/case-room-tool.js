// Interactive cases: the interviewer gives a fact only when asked for it, and the debrief shows what was assumed.

import { fetchData } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { spokenAfter, ToolElement } from "../shared/element.js";
import { newId } from "../shared/store.js";
import { today } from "../shared/today.js";
import { recallTrack } from "../shared/track/track.js";
import { html } from "../vendor/lit.js";
import { askingView } from "./asking-view.js";
import { debriefView } from "./debrief-view.js";
import { listView } from "./list-view.js";
import { factsFor, isPartLeft } from "./matching.js";
import "../shared/output/paper.js";

const KIND = "case-room"; // one record for each run; the newest unfinished one is resumed
const ERASING = {
  button: "Erase my runs",
  question: "This erases your questions and notes on this case.",
  yes: "Erase them",
  no: "Keep them",
  done: "Your runs of this case are erased.",
};
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
    asking: { state: true },
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
    this.saved = records.sort((a, b) => (a.value.day < b.value.day ? -1 : 1));
  }

  #runsOf(id) {
    return this.saved.filter(({ value }) => value.case === id);
  }

  async #choose(id) {
    await this.load(async () => {
      const chosen = await fetchData(`case-room/${id}`);
      const open = this.#runsOf(id).findLast(({ value }) => !value.over);
      const record = open?.value ?? { case: id, day: today(), asked: [], missed: [] };
      this.recordId = open?.id ?? `${id}/${newId()}`;
      await this.moveTo(".case-room-title", {
        case: chosen,
        record,
        answer: "",
        typed: "",
        asking: false,
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

  #erasing() {
    const { id } = this.case;
    return askFirst(this, ERASING, {
      erase: () => Promise.all(this.#runsOf(id).map((run) => this.store.put(KIND, run.id))),
      ...this.#backToList(),
    });
  }

  #backToList() {
    return { place: `[data-case="${this.case.id}"]`, changes: { case: undefined } };
  }

  render() {
    return html`${this.case ? this.#room() : this.#list()} ${this.notes()}`;
  }

  #list() {
    const { cases, track } = this;
    return listView({ cases, track, runsOf: (id) => this.#runsOf(id), choose: (id) => this.#choose(id) });
  }

  #room() {
    const { place, changes } = this.#backToList();
    return html`
      <p class="tool-actions"><button type="button" class="md-button" @click=${() => this.moveTo(place, changes)}>All cases</button></p>
      <h3 class="case-room-title" tabindex="-1">${this.case.title}</h3>
      <p class="said">${this.case.question}</p>
      ${this.record.over ? this.#debrief() : this.#asking()}`;
  }

  async #end() {
    this.#write({ over: true });
    await this.moveTo(".case-room-assumed");
    // Some screen readers do not announce a heading that takes the focus from a button that was removed.
    this.say("The case is over. Read what you assumed.");
  }

  #asking() {
    return askingView({
      theCase: this.case,
      record: this.record,
      answer: this.answer,
      typed: this.typed,
      type: (text) => {
        this.typed = text;
      },
      ask: (question = this.typed) => this.#ask(question), // not yet rendered, for a fast typist
      note: (notes) => this.#write({ notes }),
      end: () => this.once(() => this.#end()),
    });
  }

  #debrief() {
    const { case: theCase, record } = this;
    const again = () => this.#choose(theCase.id);
    return debriefView({ theCase, record, again, erasing: this.#erasing() });
  }
}

customElements.define("case-room-tool", CaseRoomTool);
