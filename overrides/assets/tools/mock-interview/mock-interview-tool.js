// A mock interview: one round or a loop of four, alone or with a partner, scored and saved.
import { Autosave } from "../shared/autosave.js";
import { fetchData, html, nothing, ToolElement } from "../shared/element.js";
import { newId } from "../shared/store.js";
import { today } from "../shared/today.js";
import { recallTrack } from "../shared/track/track.js";
import { repeat } from "../vendor/lit.js";
import { draftId, KIND, sorted, withNotes } from "./drafts.js";
import { drawQuestion, drawRounds, shuffled } from "./draw.js";
import { asFragment, fromFragment } from "./setting.js";
import { setupForm } from "./setup-view.js";

class MockInterviewTool extends ToolElement {
  static kinds = [KIND, "settings"];
  static properties = {
    choices: { state: true },
    cards: { state: true },
    drafts: { state: true },
    confirming: { state: true },
    view: { state: true },
    held: { state: true },
    at: { state: true },
    copied: { state: true },
    history: { state: true },
  };

  #notes = new Autosave((id, decide) => this.#saveNotes(id, decide));

  constructor() {
    super();
    Object.assign(this, {
      view: "setup",
      held: [],
      at: 0,
      copied: false,
      cards: [],
      drafts: [],
      confirming: "",
      earlier: {},
    });
  }

  async prepare() {
    this.rounds = await fetchData("mock");
    this.choices = { track: "pm", level: "63", chosen: "loop", mode: "alone" };
    await this.#follow();
    await this.#readAddress();
    addEventListener("hashchange", () => this.attempt(() => this.#readAddress()));
  }

  async recall() {
    const records = await this.readNewest(() => this.store.list(KIND));
    if (!records) return;
    Object.assign(this, sorted(records));
    await this.#follow();
    if (records.length) this.history = (await import("./history-view.js")).historyView;
  }

  // Follows a changed track, but never withdraws a round that was chosen for the other one.
  async #follow() {
    const track = await recallTrack(this.store);
    if (track === this.followed) return;
    this.followed = track;
    if (track !== "both" && track !== this.choices.track) this.choose({ track });
  }

  // An interviewer's link shows the sheet; "#round=pm-execution", as a plan links it, chooses the round.
  async #readAddress() {
    const sheet = fromFragment(location.hash);
    const round = this.rounds.find(({ id }) => location.hash === `#round=${id}`);
    if (round) this.choices = { ...this.choices, track: round.track, chosen: round.id };
    if (!sheet?.rounds.every((one) => this.#named(one.round))) return;
    await this.#fetchRounds(sheet);
    this.partner = await import("./partner-view.js");
    this.view = "sheet";
  }

  #named(id) {
    return this.rounds.find((round) => round.id === id);
  }

  // The words of rounds and questions, as a view needs them.
  async #fetchRounds({ level, rounds }) {
    await import("../shared/timer/tool-timer.js");
    this.held = await Promise.all(
      rounds.map(async ({ round, question }) => {
        const [words, text] = await Promise.all([fetchData(`mock/${round}`), fetchData(`practice/${question}`)]);
        const { id, type, track, minutes } = this.#named(round);
        const curveballs = shuffled(words.curveballs, Math.random);
        return {
          id,
          type,
          track,
          minutes,
          ...words,
          curveballs,
          question: { id: question, ...text },
          scores: text.scores[track],
        };
      }),
    );
    this.level = level;
  }

  start() {
    return this.load(async () => {
      const { track, level, chosen, mode } = this.choices;
      const drawn = drawRounds({ rounds: this.rounds, track, chosen, cards: this.cards });
      const rounds = [];
      for (const { id } of drawn) {
        const { questions } = await fetchData(`mock/${id}`);
        const taken = rounds.map(({ question }) => question);
        rounds.push({
          round: id,
          question: drawQuestion({ ids: questions, cards: this.cards, taken, chance: Math.random }),
        });
      }
      await Promise.all([this.#fetchRounds({ level, rounds }), import("./mock-round.js")]);
      this.address = new URL(asFragment({ level, rounds }), location.href).href;
      if (mode === "partner") this.partner = await import("./partner-view.js");
      this.#remember();
      this.say("");
      Object.assign(this, { at: 0, from: 0, copied: false, mode, view: mode === "partner" ? "link" : "round" });
      if (mode === "partner") await this.moveTo("h2");
    });
  }

  // Resumes an interview that was left unscored: same questions, same notes, a new clock. In a loop, rounds already
  // scored are skipped.
  goOn({ level, round, question, mode, loop }) {
    return this.load(async () => {
      const { at, rounds } = loop ?? { at: 0, rounds: [{ round, question }] };
      await Promise.all([this.#fetchRounds({ level, rounds }), import("./mock-round.js")]);
      this.#remember();
      this.say("Your notes are as you left them. The clock starts anew.");
      Object.assign(this, { at, from: at, mode, view: "round" });
    });
  }

  // The day of notes that were saved before this interview.
  #remember() {
    this.earlier = Object.fromEntries(this.drafts.filter(({ notes }) => notes).map(({ id, day }) => [id, day]));
  }

  #settingOf({ id, track, question }) {
    return { track, level: this.level, round: id, question: question.id, mode: this.mode };
  }

  // In a loop, also the position of the round.
  #draftOf(round) {
    const rounds = this.held.map(({ id, question }) => ({ round: id, question: question.id }));
    const loop = { at: this.held.indexOf(round), rounds };
    return { ...this.#settingOf(round), ...(rounds.length > 1 && { loop }) };
  }

  get #draftId() {
    return draftId(this.held[this.at]);
  }

  #savedNotes(id) {
    return this.drafts.find((draft) => draft.id === id)?.notes ?? "";
  }

  // The notes as shown here, and another tab's if they conflict.
  get #draft() {
    const { text = this.#savedNotes(this.#draftId), theirs } = this.#notes.of(this.#draftId, "notes") ?? {};
    return { text, theirs, from: text && this.earlier[this.#draftId] };
  }

  // Erases notes of an earlier day to start again.
  async startFresh() {
    delete this.earlier[this.#draftId];
    await this.type("");
    this.say("The earlier notes are erased.");
    this.querySelector("#mock-notes").focus();
  }

  async type(text) {
    const id = this.#draftId;
    await this.#notes.type(id, "notes", this.#savedNotes(id), text);
    this.requestUpdate();
  }

  async settle(text) {
    await this.#notes.settle(this.#draftId, "notes", text);
    this.requestUpdate();
  }

  #saveNotes(id, decide) {
    const setting = this.#draftOf(this.held.find((round) => draftId(round) === id));
    return this.write(async () => {
      await this.store.change(KIND, id, (old) => withNotes({ ...old, ...setting }, decide(old ?? {}).notes));
      Object.assign(this, sorted(await this.store.list(KIND)));
    });
  }

  // Removes a scorecard or a draft once the reader has confirmed.
  async remove(id) {
    this.#notes.forget(id);
    if (!(await this.attempt(() => this.store.change(KIND, id, () => undefined)))) return;
    await this.recall();
    this.say("It is removed.");
    await this.moveTo("h2");
  }

  choose(change) {
    const isOther = change.track && change.track !== this.choices.track;
    this.choices = { ...this.choices, ...change, ...(isOther && { chosen: "loop" }) };
  }

  copy() {
    return this.attempt(
      async () => {
        await navigator.clipboard.writeText(this.address);
        this.copied = true;
      },
      () => "The browser did not allow copying. Select the link and copy it.",
    );
  }

  async score(detail) {
    const draft = this.#draftId;
    const card = { day: today(), ...this.#settingOf(this.held[this.at]), ...detail };
    if (!(await this.attempt(() => this.store.change(KIND, newId(), () => card))) && !this.store.problem) return;
    this.#notes.forget(draft);
    await this.attempt(() => this.store.change(KIND, draft, () => undefined));
    const next = this.held[this.at + 1];
    if (next) await this.#savePlace(next);
    await this.recall();
    this.at += 1;
    this.view = this.at < this.held.length ? "round" : "setup";
    const saved = this.store.problem ? "The scorecard stays until you leave this page." : "The scorecard is saved.";
    this.say(this.view === "round" ? `${saved} The next round is below.` : saved);
    if (this.view === "setup") await this.moveTo("h2");
  }

  // Saves the position, so that a loop left between two rounds resumes at the next.
  #savePlace(next) {
    const place = this.#draftOf(next);
    return this.attempt(() =>
      this.store.change(KIND, draftId(next), (old) => withNotes({ ...old, ...place }, old?.notes)),
    );
  }

  leave() {
    this.say("");
    this.view = "setup";
    return this.moveTo("h2");
  }

  saveCards() {
    return this.load(async () => {
      const [{ cardsAsMarkdown }, { offerDownload }] = await Promise.all([
        import("./scorecards.js"),
        import("../shared/output.js"),
      ]);
      const ids = [...new Set(this.cards.map(({ question }) => question))];
      const words = await Promise.all(ids.map((id) => fetchData(`practice/${id}`)));
      const textOf = (id) => words[ids.indexOf(id)].text;
      const text = cardsAsMarkdown(this.cards, { rounds: this.rounds, textOf });
      offerDownload("mock-interviews.md", "text/markdown", text);
      this.say("The file is on its way to your downloads.");
    });
  }

  print() {
    return this.load(async () => (await import("../shared/output.js")).printOnly(this));
  }

  render() {
    const views = {
      setup: () => this.#setup(),
      link: () => this.#link(),
      round: () => this.#round(),
      sheet: () => this.#sheet(),
    };
    return html`${this.notes()}<div class="mock">${views[this.view]()}</div>`;
  }

  #setup() {
    const { choices, rounds, cards, drafts } = this;
    return html`
      ${setupForm({ choices, rounds, choose: (change) => this.choose(change), start: () => this.once(this.start) })}
      ${
        cards.length + drafts.length
          ? this.history?.({
              tool: this,
              cards,
              drafts,
              rounds,
              goOn: (draft) => this.once(() => this.goOn(draft)),
              save: this.saveCards.bind(this),
              print: this.print.bind(this),
            })
          : nothing
      }`;
  }

  #link() {
    const go = () => {
      this.view = "round";
    };
    return html`${this.partner.partnerLink({ address: this.address, copied: this.copied, copy: () => this.copy(), go })} ${this.#leave()}`;
  }

  #round() {
    const place = this.held.length > 1 ? `Round ${this.at + 1} of ${this.held.length}` : "One round";
    return html`${repeat(
      [this.at],
      (at) => at,
      (at) =>
        html`<mock-round .round=${this.held[at]} .level=${this.level} .mode=${this.mode} .waits=${this.mode === "alone" && at > this.from} .place=${place} .draft=${this.#draft}
          @fresh=${() => this.once(this.startFresh)} @note=${({ detail }) => this.type(detail)} @settle=${({ detail }) => this.settle(detail)} @score=${({ detail }) => this.once(() => this.score(detail))}></mock-round>`,
    )}${this.#leave()}`;
  }

  #sheet() {
    return html`${this.partner.interviewerSheet({ level: this.level, rounds: this.held, print: () => this.print() })} ${this.#leave()}`;
  }

  #leave() {
    return html`<p class="tool-actions"><button type="button" class="md-button" @click=${this.leave}>Leave this interview</button></p>`;
  }
}

customElements.define("mock-interview-tool", MockInterviewTool);
