// The dated plan: its form, its days with check boxes, planning again, and its files. Parts that few readers need at
// once are loaded on demand.

import { fetchData } from "../shared/data.js";
import { longDay, spokenMinutes } from "../shared/dates.js";
import { ToolElement } from "../shared/element.js";
import { doneIds, mark } from "../shared/marks.js";
import { questionTexts } from "../shared/question-texts.js";
import { recallTrack } from "../shared/track/track.js";
import { html, nothing } from "../vendor/lit.js";
import { asksForAnother } from "./address.js";
import { byWeek, missing, unpracticed } from "./text.js";
import { withTick } from "./ticks.js";
import { missedNote, nextDayLink, weekView } from "./views/days-view.js";
import { shortfall } from "./views/shortfall.js";

// A reader who has a plan has chosen a track with it. Without a track the form will be needed: load it before the store
// answers.
const loadForm = () => import("./views/form.js");
if (document.documentElement.dataset.track === "both") loadForm().catch(() => {}); // loaded again, and a failure reported, below

class StudyPlanTool extends ToolElement {
  static kinds = ["study-plan", "progress", "settings"];
  static properties = {
    plan: { state: true },
    done: { state: true },
    track: { state: true },
    problems: { state: true },
    showsForm: { state: true },
    more: { state: true },
  };

  #turn = 0;

  async prepare() {
    this.problems = {};
    this.wantsForm = false;
  }

  get lists() {
    const { tasks, rounds, questions } = this;
    return { tasks, rounds, questions };
  }

  // A track in the address is saved while the tool starts, so its first reading may be overtaken by a second.
  shouldUpdate() {
    return super.shouldUpdate() && this.showsForm !== undefined;
  }

  // Several calls may overlap, one for each write: only the newest is shown, since an older one may still want the
  // form.
  async recall() {
    this.#turn += 1;
    const turn = this.#turn;
    const [record] = await this.store.list("study-plan");
    const showsForm = this.wantsForm || !record || asksForAnother(record.value);
    const words = await (showsForm ? this.#readyToAsk() : this.#readyToShow(record.value));
    const done = doneIds(await this.store.list("progress"));
    const track = await recallTrack(this.store);
    if (turn === this.#turn) Object.assign(this, { plan: record?.value, words, showsForm, done, track });
  }

  async #readyToAsk() {
    const lists = ["competencies", "questions"].map(fetchData);
    const [form, competencies, questions] = await Promise.all([loadForm(), ...lists]);
    Object.assign(this, { form, competencies, judgedWeak: await form.recallWeak(this.store, questions) });
  }

  async #readyToShow(plan) {
    const [{ tasks }, rounds, questions] = await Promise.all(["tasks", "rounds", "questions"].map(fetchData));
    if (unpracticed(plan, [], questions).length) this.competencies = await fetchData("competencies");
    Object.assign(this, { tasks, rounds, questions, more: undefined });
    return this.#wordsOf(plan.days.flatMap(({ items }) => items.map(({ id }) => id)));
  }

  // Text and page of all tasks and rounds, and of the questions among these: { id: { text, page } }.
  async #wordsOf(ids) {
    const texts = await questionTexts(this.questions.filter(({ id }) => ids.includes(id)));
    return { ...Object.fromEntries([...this.tasks, ...this.rounds].map((item) => [item.id, item])), ...texts };
  }

  make(answers) {
    return this.attempt(async () => (await import("./save-plan.js")).savePlan(this, answers));
  }

  ask() {
    return this.attempt(async () => {
      this.wantsForm = true;
      await this.recall();
      this.say("");
      await this.moveTo("[name=loop]");
    });
  }

  // "Calendar" or "Markdown".
  save(kind) {
    return this.attempt(async () => {
      const { plan, words, done, lists } = this;
      const files = await import("./downloads.js");
      await files[`save${kind}`]({ plan, words, done, lists, say: (text) => this.say(text) });
    });
  }

  print() {
    return this.load(async () => (await import("../shared/output/output.js")).printOnly(this));
  }

  // The rest of what is left out, once a reader opens it.
  openMore({ target }) {
    if (!target.open || this.more) return undefined;
    return this.load(async () => {
      const [{ leftOut }, guide] = await Promise.all([import("./left-out.js"), fetchData("plan")]);
      this.more = leftOut(this.plan, this.done, { ...this.lists, guide });
    });
  }

  render() {
    return html`${this.showsForm ? this.#form() : this.#plan()} ${this.notes()}`;
  }

  #form() {
    const { plan, track, competencies, judgedWeak, problems } = this;
    return this.form.planForm({ plan, track, competencies, judgedWeak, problems, send: (given) => this.make(given) });
  }

  #plan() {
    const { loop, days, minutes, capacity } = this.plan;
    const [first, ...later] = byWeek(days);
    const never = missing(this.plan, this.done, this.lists);
    const spare = never.length ? 0 : capacity - minutes; // shown with what is left out
    return html`
      <h2 tabindex="-1">Your plan for the loop on ${longDay(loop)}</h2>
      <p>${spokenMinutes(minutes)} of work on ${days.length} days. Your hours add up to ${spokenMinutes(capacity)}${spare > 0 ? `, which leaves ${spokenMinutes(spare)} for what takes longer` : ""}.</p>
      ${missedNote(this)} ${nextDayLink(days)}
      ${first ? weekView(this, first) : nothing}
      ${this.#take()}
      ${later.map((week) => weekView(this, week))}
      ${shortfall(this, never)}`;
  }

  // After the first week: a phone shows the first day without scrolling, and in a long plan the buttons are still near.
  #take() {
    return html`
      <p class="tool-actions">
        <button type="button" class="md-button md-button--primary" @click=${() => this.save("Calendar")}>Save for your calendar</button>
        <button type="button" class="md-button" @click=${() => this.save("Markdown")}>Save as Markdown</button>
        <button type="button" class="md-button" @click=${this.print}>Print</button>
        <button type="button" class="md-button" @click=${this.ask}>Change the answers</button>
      </p>`;
  }

  // A task is done with the last of its sessions.
  async tick(item, isOn) {
    const wasDone = this.done.includes(item.id);
    const tick = (plan) => withTick(plan, item, isOn, wasDone);
    const { isDone } = tick(this.plan);
    if (isDone !== wasDone) await mark(this.store, item.id, isDone);
    if (item.parts > 1) await this.store.change("study-plan", "plan", (plan) => tick(plan).plan);
  }
}

customElements.define("study-plan-tool", StudyPlanTool);
