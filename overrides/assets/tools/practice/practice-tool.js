// Practice: a set of questions a day, answered aloud, rated against a rubric, and scheduled by FSRS.

import { fetchData } from "../shared/data.js";
import { ToolElement } from "../shared/element.js";
import { whenWords } from "../shared/review/review.js";
import { recallWeak } from "../shared/review/weak.js";
import { today } from "../shared/today.js";
import { chosenTrack, saveTrack } from "../shared/track/track.js";
import { html } from "../vendor/lit.js";
import { Bank } from "./bank.js";
import { PracticeNotes } from "./notes.js";
import { overview } from "./overview.js";
import { pickQuestions, pickSession, tally } from "./question-picker.js";
import { saveRating, undoRating } from "./rating.js";
import { KIND, nextOpen, readSaved, situation } from "./saved.js";

class PracticeTool extends ToolElement {
  static kinds = [KIND, "mock-interview", "settings"];
  static properties = {
    saved: { state: true },
    weak: { state: true },
    current: { state: true },
    view: { state: true },
    form: { state: true },
    history: { state: true },
  };

  answerNotes = new PracticeNotes(this);

  constructor() {
    super();
    [this.view, this.current, this.newest, this.anew, this.history] = ["overview", "", "", "", null];
  }

  async prepare() {
    this.bank = new Bank(await fetchData("practice"));
  }

  async recall() {
    const { store, bank } = this;
    const found = await this.readNewest(() =>
      Promise.all([store.list(KIND), chosenTrack(store), recallWeak(store, bank.questions)]),
    );
    if (!found) return;
    const [records, track, weak] = found;
    Object.assign(this, readSaved(records, track), { weak });
  }

  get now() {
    const { choices, saved, bank, set, weak } = this;
    return { ...situation({ choices, saved, questions: bank.questions, set }, today()), weak };
  }

  // Counts of the questions that fit the choices.
  get tally() {
    return tally(this.now);
  }

  #saveSet(change) {
    const day = today();
    return this.attempt(async () => {
      await this.store.change(KIND, "set", (old) => ({ ...(old?.day === day && old), day, ...change }));
      await this.recall();
    });
  }

  choose(chosen) {
    const { track, ...change } = chosen;
    return this.attempt(async () => {
      if (track) await saveTrack(this.store, track);
      if (!Object.keys(change).length) return;
      await this.store.change(KIND, "choices", (old) => ({ ...old, ...change }));
      if (change.size) await this.store.change(KIND, "set", (old) => old && { ...old, size: change.size });
    });
  }

  // Loads a module and the texts of questions; undefined if that fails.
  async #load(ids, module) {
    let loaded;
    await this.load(async () => {
      [loaded] = await Promise.all([module(), this.bank.fetch(ids)]);
    }, "the questions");
    return loaded;
  }

  // Whether the questions and their views are loaded.
  async #loadQuestions(ids) {
    const views = await this.#load(ids, () => import("./session-views.js"));
    this.views ??= views;
    return Boolean(views);
  }

  async start() {
    this.say("");
    const now = this.now;
    const ids = pickQuestions(now);
    if (!(await this.#loadQuestions(ids))) return;
    await this.#saveSet({ ids, size: now.size });
    this.#goOn();
  }

  // A short session: what was answered today stays in the set, so that "Done for today" lists all of it.
  async session(name) {
    this.say("");
    const { done, ...now } = this.now;
    const ids = pickSession(name, now);
    if (!ids.length) {
      this.say("Nothing in what you chose fits this session. Choose more kinds under “What is drawn”.");
      return;
    }
    if (!(await this.#loadQuestions(ids))) return;
    await this.#saveSet({ ids: [...done, ...ids], size: done.length + ids.length });
    this.#goOn();
  }

  async only(kind) {
    await this.choose({ categories: [kind] });
    await this.start();
  }

  #goOn() {
    const { ids, done } = this.now;
    this.current = nextOpen(ids, done, this.current);
    this.view = this.current ? "question" : "done";
    if (!this.current) this.moveTo("h2");
  }

  async rate(id, rated) {
    const due = await saveRating(this, id, rated);
    if (!due) return;
    await this.recall();
    [this.newest, this.anew] = [id, ""];
    this.say(`Rated. It comes back ${whenWords(due, today())}.`);
    this.#goOn();
  }

  // Undoes the newest rating, and shows that question again with its notes.
  async rateAnew() {
    const id = this.newest;
    await undoRating(this, id);
    await this.recall();
    [this.newest, this.anew, this.current, this.view] = ["", id, id, "question"];
    this.say("The rating is undone.");
  }

  async skip() {
    const { ids, size, done } = this.now;
    const skipped = [...(this.set.skipped ?? []), this.current];
    const left = pickQuestions({
      ...this.now,
      questions: this.now.questions.filter(({ id }) => id !== this.current),
    });
    if (!nextOpen(left, done, this.current)) {
      this.say("Nothing else fits what you chose.");
      return;
    }
    await this.#saveSet({ ids: ids.filter((id) => id !== this.current), size, skipped });
    await this.start();
  }

  async more() {
    const { ids, done } = this.now;
    await this.#saveSet({ ids, size: done.length + this.choices.size });
    await this.start();
  }

  leave() {
    this.say("");
    [this.view, this.current] = ["overview", ""];
    this.moveTo("h2");
  }

  async openChoices(event) {
    if (!event.target.open || this.form || event.target !== event.currentTarget) return;
    this.form = (await this.#load([], () => import("./choices.js")))?.choicesForm;
  }

  async openHistory(event) {
    if (!event.target.open || this.history) return;
    this.history = (await this.#load([], () => import("./history-view.js")))?.practiceHistory;
  }

  async openCompetency(ids) {
    if (await this.#load(ids, () => import("./history-view.js"))) this.requestUpdate();
  }

  render() {
    return html`${this.notes()}<div class="practice">${this.view === "overview" ? overview(this) : this.views[this.view](this)}</div>`;
  }
}

customElements.define("practice-tool", PracticeTool);
