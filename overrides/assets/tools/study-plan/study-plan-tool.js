// A plan with dates: asks, plans, shows, plans again, and hands out a calendar file or Markdown. What only some of it
// needs is loaded when it is needed: a page of the guide stays light.
import { daysAfter, longDay, shortDay, spokenMinutes, today } from "../shared/dates.js";
import { fetchData, html, nothing, pageAddress, SITE, ToolElement } from "../shared/element.js";
import { doneIds, isMine, keepTrack, mark, recallTrack } from "../shared/marks.js";
import { offerDownload, printOnly } from "../shared/output.js";
import { questionTexts } from "../shared/question-texts.js";
import { live } from "../vendor/lit.js";
import { isTicked, withTick } from "./sessions.js";
import { byWeek, itemName, leftOut, minutesOf, missed } from "./text.js";

const HOURS = 5; // what the form starts with
const UNDATED = { loop: "", hours: HOURS, off: [], weak: [] };

class StudyPlanTool extends ToolElement {
  static kinds = ["study-plan", "progress", "settings"];
  static properties = {
    plan: { state: true },
    done: { state: true },
    track: { state: true },
    problems: { state: true },
    isAsking: { state: true },
  };

  #turn = 0;

  async prepare() {
    this.problems = {};
    this.wantsForm = false;
  }

  get #lists() {
    const { tasks, guide, questions } = this;
    return { tasks, guide, questions };
  }

  // Several may be on their way, each after a write: only the newest is shown, since an older one may still want the form.
  async recall() {
    this.#turn += 1;
    const turn = this.#turn;
    const [record] = await this.store.list("study-plan");
    const isAsking = this.wantsForm || !record;
    const words = await (isAsking ? this.#readyToAsk() : this.#readyToShow(record.value));
    const done = doneIds(await this.store.list("progress"));
    const track = await recallTrack(this.store);
    if (turn === this.#turn) Object.assign(this, { plan: record?.value, words, isAsking, done, track });
  }

  async #readyToAsk() {
    const [{ planForm }, competencies] = await Promise.all([import("./form.js"), fetchData("competencies")]);
    Object.assign(this, { planForm, competencies });
  }

  async #readyToShow({ days }) {
    const [{ tasks }, guide, questions] = await Promise.all(["tasks", "plan", "questions"].map(fetchData));
    Object.assign(this, { tasks, guide, questions });
    return this.#wordsOf(days.flatMap(({ items }) => items.map(({ id }) => id)));
  }

  // Text and page of all tasks and rounds, and of the questions among these: { id: { text, page } }.
  async #wordsOf(ids) {
    const texts = await questionTexts(this.questions.filter(({ id }) => ids.includes(id)));
    return { ...Object.fromEntries([...this.tasks, ...this.guide.rounds].map((item) => [item.id, item])), ...texts };
  }

  make(answers) {
    return this.attempt(async () => {
      const [{ problemsWith }, { makePlan }, { carried, shortened }, questions, { tasks }, guide] = await Promise.all([
        import("./answers.js"),
        import("./planner.js"),
        import("./session-minutes.js"),
        fetchData("questions"),
        fetchData("tasks"),
        fetchData("plan"),
      ]);
      const found = problemsWith(answers, today());
      this.problems = Object.fromEntries(found.map(({ field, what }) => [field, what]));
      if (found.length) return this.#moveTo(`[name=${found[0].field}]`);
      const sat = this.plan ? carried(this.plan, this.done) : [];
      const { days, left, minutes, capacity } = makePlan({
        tasks: shortened(tasks, sat),
        guide,
        questions,
        done: this.done,
        answers,
        today: today(),
      });
      await this.store.change("study-plan", "plan", () => ({
        ...answers,
        made: today(),
        days,
        left,
        minutes,
        capacity,
        ...(sat.length && { sat }),
      }));
      await keepTrack(this.store, answers.track);
      this.wantsForm = false;
      await this.recall();
      this.say("The plan is made.");
      return this.#moveTo("h2");
    });
  }

  // Focus goes along when what had it is gone.
  async #moveTo(place) {
    await this.updateComplete;
    this.querySelector(place)?.focus();
  }

  ask() {
    return this.attempt(async () => {
      this.wantsForm = true;
      await this.recall();
      this.say("");
      await this.#moveTo("[name=loop]");
    });
  }

  saveCalendar() {
    return this.attempt(async () => {
      const [{ planAsEvents }, { calendarText }] = await Promise.all([import("./files.js"), import("./calendar.js")]);
      const events = planAsEvents({
        ...this.plan,
        words: this.words,
        site: SITE.href,
        address: pageAddress("prepare/dated-plan/"),
      });
      offerDownload("study-plan.ics", "text/calendar", calendarText(events, Date.now()));
      this.say("The calendar file is on its way to your downloads. Open it with your calendar.");
    });
  }

  saveMarkdown() {
    return this.attempt(async () => {
      const { planAsMarkdown } = await import("./files.js");
      offerDownload(
        "study-plan.md",
        "text/markdown",
        planAsMarkdown({
          ...this.plan,
          done: this.done,
          words: this.words,
          out: leftOut(this.plan, this.done, this.#lists),
        }),
      );
      this.say("The file is on its way to your downloads.");
    });
  }

  render() {
    return html`${this.isAsking ? this.#form() : this.#plan()} ${this.notes()}`;
  }

  #form() {
    const answers = this.plan ?? { ...UNDATED, track: this.track };
    return this.planForm({
      answers,
      competencies: this.competencies,
      problems: this.problems,
      first: daysAfter(today(), 1),
      send: (given) => this.make(given),
    });
  }

  #plan() {
    const { loop, days, minutes, capacity } = this.plan;
    return html`
      <h2 tabindex="-1">Your plan for the loop on ${longDay(loop)}</h2>
      <p>${spokenMinutes(minutes)} of work on ${days.length} days. Your hours add up to ${spokenMinutes(capacity)}${capacity > minutes ? `, so ${spokenMinutes(capacity - minutes)} are spare for what takes longer` : ""}.</p>
      ${this.#missed()}
      <p class="tool-actions">
        <button type="button" class="md-button md-button--primary" @click=${this.saveCalendar}>Save for your calendar</button>
        <button type="button" class="md-button" @click=${this.saveMarkdown}>Save as Markdown</button>
        <button type="button" class="md-button" @click=${() => printOnly(this)}>Print</button>
        <button type="button" class="md-button" @click=${this.ask}>Change the answers</button>
      </p>
      ${byWeek(days).map((week) => this.#week(week))}
      ${this.#left()}
      ${this.#later()}`;
  }

  #missed() {
    const { days, loop } = this.plan;
    if (loop <= today())
      return html`<p class="plan-note">The loop is ${loop === today() ? "today. Good luck." : "over."} For another one, change the answers.</p>`;
    const open = missed(days, this.done, today());
    if (!open.length) return nothing;
    return html`
      <div class="plan-note"><p><strong>${open.length === 1 ? "One thing" : `${open.length} things`} planned before today ${open.length === 1 ? "is" : "are"} not marked as done.</strong>
        If you did ${open.length === 1 ? "it" : "some of them"}, tick the box below. The rest can be planned again over the days that are left.</p>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => this.make(this.#answers())}>Plan again from today</button></p></div>`;
  }

  #answers() {
    const { track, loop, hours, off, weak } = this.plan;
    return { track, loop, hours, off, weak };
  }

  #week({ start, minutes, days }) {
    return html`
      <h3>Week of ${shortDay(start)} <span class="muted">· ${spokenMinutes(minutes)}</span></h3>
      <ul class="plan-days">${days.map(
        ({ day, items }) => html`
        <li class=${day === today() ? "plan-days__today" : ""}><p class="plan-days__day">${day === today() ? "Today, " : ""}${shortDay(day)} <span class="muted">· ${spokenMinutes(minutesOf(items))}</span></p>
        <ul>${items.map((item) => this.#item(item))}</ul></li>`,
      )}</ul>`;
  }

  // A task is done with the last of its sittings.
  async #tick(item, isOn) {
    const wasDone = this.done.includes(item.id);
    const tick = (plan) => withTick(plan, item, isOn, wasDone);
    const { isDone } = tick(this.plan);
    if (isDone !== wasDone) await mark(this.store, item.id, isDone);
    if (item.parts > 1) await this.store.change("study-plan", "plan", (plan) => tick(plan).plan);
  }

  #item(item) {
    const name = itemName(item, this.words);
    const isOn = isTicked(item, this.done);
    return html`
      <li class=${isOn ? "plan-days__done" : ""}><label><input type="checkbox" .checked=${live(isOn)} @change=${({ target }) => this.attempt(() => this.#tick(item, target.checked))}> <span>${name} <span class="muted">${spokenMinutes(item.minutes)}</span></span></label>
      ${this.#page(item, name)}</li>`;
  }

  #page({ id }, name) {
    const page = this.words[id]?.page;
    return page ? html`<a href=${pageAddress(page)} aria-label=${`Open: ${name}`}>Open</a>` : nothing;
  }

  // Either something is left out, or every task fits: never both.
  #left() {
    const { never, again, questions } = leftOut(this.plan, this.done, this.#lists);
    const more = [...again, ...questions];
    return html`
      ${never.length ? this.#leftOut(never) : html`<p>${more.length ? "Every task fits, and every kind of round." : "Nothing is left out."}</p>`}
      ${again.length ? extra(`Rounds to repeat if you find time: ${again.length}`, again) : nothing}
      ${questions.length ? extra("Questions to answer if you find time", questions) : nothing}`;
  }

  #leftOut(items) {
    return html`
      <h3>Left out</h3>
      <p>Your hours do not hold everything. What matters most came first, and <a href="#what-comes-first">below you see why</a>.
      For what is left out you need ${spokenMinutes(minutesOf(items))} more before the loop:</p>
      ${inWords(items)}`;
  }

  #later() {
    const later = this.tasks.filter(
      (task) => task.phase === "after" && isMine(this.plan.track, task) && !this.done.includes(task.id),
    );
    return later.length ? html`<h3>After the loop</h3>${inWords(later)}` : nothing;
  }
}

const inWords = (items) =>
  html`<ul>${items.map(({ text, minutes }) => html`<li>${text} <span class="muted">${spokenMinutes(minutes)}</span></li>`)}</ul>`;

const extra = (title, items) =>
  html`<details><summary>${title}, ${spokenMinutes(minutesOf(items))}</summary>${inWords(items)}</details>`;

customElements.define("study-plan-tool", StudyPlanTool);
