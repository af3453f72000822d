// Practice: a set of questions a day, answered aloud, rated against a rubric, and asked again when FSRS says so.
import { fetchData, html, notFetched, nothing, ToolElement } from "../shared/element.js";
import { whenWords } from "../shared/review/review.js";
import { recallWeak } from "../shared/review/weak.js";
import { today } from "../shared/today.js";
import { chosenTrack, isMine, saveTrack } from "../shared/track/track.js";
import { repeat } from "../vendor/lit.js";
import { PracticeNotes } from "./notes.js";
import { doneToday, overview, sessions, trackFirst } from "./overview.js";
import { pickQuestions, pickSession, tally } from "./question-picker.js";
import { judges, KIND, nextOpen, QUESTION, readSaved, situation, withDraft } from "./saved.js";

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

  #words = new Map(); // texts of the questions requested so far
  #notes = new PracticeNotes(this);

  constructor() {
    super();
    [this.view, this.current, this.newest, this.anew, this.history] = ["overview", "", "", "", null];
  }

  async prepare() {
    const { competencies, categories, scopes, questions } = await fetchData("practice");
    this.questions = questions.map(([id, track, category, competency, scope, isWarmUp = false]) => ({
      id,
      track,
      category,
      competency,
      scope,
      isWarmUp,
    }));
    this.names = { competencies, categories, scopes };
  }

  async recall() {
    const { store, questions } = this;
    const found = await this.readNewest(() =>
      Promise.all([store.list(KIND), chosenTrack(store), recallWeak(store, questions)]),
    );
    if (!found) return;
    const [records, track, weak] = found;
    Object.assign(this, readSaved(records, track), { weak });
  }

  get #now() {
    const { choices, saved, questions, set, weak } = this;
    return { ...situation({ choices, saved, questions, set }, today()), weak };
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

  // The element that shows these questions, once it and their texts are loaded; undefined if that fails.
  async #load(ids, module) {
    try {
      const [loaded, ...words] = await Promise.all([module(), ...ids.map((id) => fetchData(`practice/${id}`))]);
      for (const [index, id] of ids.entries()) this.#words.set(id, words[index]);
      this.problem = this.store.problem;
      return loaded;
    } catch (error) {
      console.error(error);
      this.problem = notFetched("the questions", error);
      return undefined;
    }
  }

  #named(id) {
    return this.questions.find((question) => question.id === id);
  }

  async start() {
    this.say("");
    const now = this.#now;
    const ids = pickQuestions(now);
    if (!(await this.#load(ids, () => import("./question.js")))) return;
    await this.#saveSet({ ids, size: now.size });
    this.#goOn();
  }

  // A short session: what was answered today stays in the set, so that "Done for today" lists all of it.
  async session(name) {
    this.say("");
    const { done, ...now } = this.#now;
    const ids = pickSession(name, now);
    if (!ids.length) {
      this.say("Nothing in what you chose fits this session. Choose more kinds under “What is drawn”.");
      return;
    }
    if (!(await this.#load(ids, () => import("./question.js")))) return;
    await this.#saveSet({ ids: [...done, ...ids], size: done.length + ids.length });
    this.#goOn();
  }

  async only(kind) {
    await this.choose({ categories: [kind] });
    await this.start();
  }

  #goOn() {
    const { ids, done } = this.#now;
    this.current = nextOpen(ids, done, this.current);
    this.view = this.current ? "question" : "done";
    if (!this.current) this.moveTo("h2");
  }

  async rate(id, { rating, seconds, notes }) {
    const day = today();
    const { withAnswer } = await import("./question.js"); // loaded with the question already
    const answer = { day, rating, seconds, ...(notes && { notes }) };
    const { theirs } = this.#notes.of(id); // another tab's notes, not resolved: they stay for the next time
    let value;
    const keep = (old) => (value = withAnswer(withDraft(old, theirs), answer));
    if (!(await this.attempt(() => this.store.change(KIND, QUESTION + id, keep))) && !this.store.problem) return;
    this.#notes.forget(id);
    await this.recall();
    [this.newest, this.anew] = [id, ""];
    this.say(`Rated. It comes back ${whenWords(value.due, day)}.`);
    this.#goOn();
  }

  // Undoes the newest rating, and shows that question again with its notes.
  async rateAnew() {
    const id = this.newest;
    const { withoutNewest } = await import("./question.js");
    const notesAgain = ({ draft, answers }) => [draft, answers.at(-1).notes].filter(Boolean).join("\n\n");
    await this.attempt(() =>
      this.store.change(KIND, QUESTION + id, (old) => withoutNewest(withDraft(old, notesAgain(old)))),
    );
    await this.recall();
    [this.newest, this.anew, this.current, this.view] = ["", id, id, "question"];
    this.say("The rating is taken back.");
  }

  async skip() {
    const { ids, size, done } = this.#now;
    const skipped = [...(this.set.skipped ?? []), this.current];
    const left = pickQuestions({
      ...this.#now,
      questions: this.#now.questions.filter(({ id }) => id !== this.current),
    });
    if (!nextOpen(left, done, this.current)) {
      this.say("Nothing else fits what you chose.");
      return;
    }
    await this.#saveSet({ ids: ids.filter((id) => id !== this.current), size, skipped });
    await this.start();
  }

  async more() {
    const { ids, done } = this.#now;
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
    const views = { overview: () => this.#overview(), question: () => this.#question(), done: () => this.#done() };
    return html`${this.notes()}<div class="practice">${views[this.view]()}</div>`;
  }

  // Those with questions for the reader's track.
  get #kinds() {
    const { track } = this.choices;
    const mine = new Set(this.questions.filter((question) => isMine(track, question)).map(({ category }) => category));
    return Object.fromEntries(Object.entries(this.names.categories).filter(([id]) => mine.has(id)));
  }

  #overview() {
    if (!this.hasTrack) return trackFirst((track) => this.choose({ track }));
    const now = this.#now;
    return html`
      ${overview({ ...now, weak: now.weak.map((id) => this.names.competencies[id]), tally: tally(now), ids: pickQuestions(now), start: () => this.once(this.start), more: () => this.once(this.more) })}
      ${sessions({ kinds: this.#kinds, session: (name) => this.once(() => this.session(name)), one: (kind) => this.once(() => this.only(kind)) })}
      <details @toggle=${this.openChoices}><summary>What is drawn</summary>${this.form?.({ choices: this.choices, names: this.names, choose: (change) => this.choose(change) })}</details>
      <details @toggle=${this.openHistory}><summary>Your history</summary>${this.history?.({
        saved: this.saved,
        questions: this.questions,
        names: this.names.competencies,
        textOf: (id) => this.#words.get(id)?.text ?? "",
        open: (ids) => this.openCompetency(ids),
      })}</details>`;
  }

  #question() {
    const { ids } = this.#now;
    return repeat(
      [this.current],
      (id) => id,
      (id) => html`
      <practice-question .question=${this.#whole(id)} .saved=${this.saved[id]} .draft=${this.#notes.of(id)} .today=${today()} .timer=${this.choices} .forLevel=${this.choices.level}
        .place=${`Question ${ids.indexOf(id) + 1} of ${ids.length}`} .isRatedAnew=${id === this.anew}
        @note=${(event) => this.#notes.type(id, event.detail)} @settle=${(event) => this.#notes.settle(id, event.detail)} @rate=${(event) => this.once(() => this.rate(id, event.detail))}
        @skip=${() => this.once(this.skip)} @timer-set=${(event) => this.choose(event.detail)}></practice-question>
      <p class="tool-actions">${this.#takeBack()}<button type="button" class="md-button" @click=${this.leave}>Stop for now</button></p>`,
    );
  }

  #done() {
    const now = this.#now;
    const answers = now.done.map((id) => ({
      text: this.#words.get(id)?.text ?? this.names.categories[this.#named(id).category],
      rating: this.saved[id].answers.at(-1).rating,
      due: this.saved[id].due,
    }));
    const { due, fresh } = tally(now);
    return html`${doneToday({ answers, day: now.day, hasMore: due + fresh > 0, more: () => this.once(this.more), leave: this.leave })}${this.#takeBack()}`;
  }

  #takeBack() {
    return this.newest
      ? html`<button type="button" class="md-button" @click=${() => this.once(this.rateAnew)}>Take the last rating back</button>`
      : nothing;
  }

  #whole(id) {
    const question = this.#named(id);
    return {
      ...question,
      ...this.#words.get(id),
      tracks: judges(question, this.choices),
      kind: this.names.categories[question.category],
      competencyName: this.names.competencies[question.competency],
      scopeWords: this.names.scopes[question.scope],
    };
  }
}

customElements.define("practice-tool", PracticeTool);
