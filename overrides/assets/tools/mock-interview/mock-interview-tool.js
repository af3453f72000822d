// A mock interview: one round or a loop of four, alone or with a partner, scored and saved.

import { fetchData } from "../shared/data.js";
import { ToolElement } from "../shared/element.js";
import { newId } from "../shared/store.js";
import { today } from "../shared/today.js";
import { recallTrack } from "../shared/track/track.js";
import { html } from "../vendor/lit.js";
import { draftId, draftOf, KIND, settingOf, sorted, withNotes } from "./drafts.js";
import { MockNotes } from "./notes.js";
import { drawn, fetchRounds } from "./rounds.js";
import { asFragment, fromFragment } from "./setting.js";
import { VIEWS } from "./views/by-stage.js";

class MockInterviewTool extends ToolElement {
  static kinds = [KIND, "settings"];
  static properties = {
    choices: { state: true },
    cards: { state: true },
    drafts: { state: true },
    asking: { state: true },
    view: { state: true },
    held: { state: true },
    at: { state: true },
    copied: { state: true },
    history: { state: true },
  };

  roundNotes = new MockNotes(this);

  constructor() {
    super();
    Object.assign(this, {
      view: "setup",
      held: [],
      at: 0,
      copied: false,
      cards: [],
      drafts: [],
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
    if (records.length) this.history = (await import("./views/history-view.js")).historyView;
  }

  // Adopts a changed track once, so that a round chosen for the other track stays chosen.
  async #follow() {
    const track = await recallTrack(this.store);
    if (track === this.followed) return;
    this.followed = track;
    if (track !== "both" && track !== this.choices.track) this.choose({ track });
  }

  // An interviewer's link shows the sheet; "#round=pm-execution" chooses that round: plans link to it.
  async #readAddress() {
    const sheet = fromFragment(location.hash);
    const round = this.rounds.find(({ id }) => location.hash === `#round=${id}`);
    if (round) this.choices = { ...this.choices, track: round.track, chosen: round.id };
    if (!sheet?.rounds.every((held) => this.#named(held.round))) return;
    await this.#hold(sheet);
    this.partner = await import("./views/partner-view.js");
    this.view = "sheet";
  }

  #named(id) {
    return this.rounds.find((round) => round.id === id);
  }

  async #hold({ level, rounds }) {
    this.held = await fetchRounds(rounds, this.rounds);
    this.level = level;
  }

  start() {
    return this.load(async () => {
      const { track, level, chosen, mode } = this.choices;
      const rounds = await drawn({ rounds: this.rounds, track, chosen, cards: this.cards });
      await Promise.all([this.#hold({ level, rounds }), import("./mock-round.js")]);
      this.address = new URL(asFragment({ level, rounds }), location.href).href;
      if (mode === "partner") this.partner = await import("./views/partner-view.js");
      this.roundNotes.begin();
      this.say("");
      Object.assign(this, { at: 0, from: 0, copied: false, mode, view: mode === "partner" ? "link" : "round" });
      if (mode === "partner") await this.moveTo("h2");
    });
  }

  // Resumes an interview that was not scored: same questions and notes, a new timer. In a loop, scored rounds are
  // skipped.
  goOn({ level, round, question, mode, loop }) {
    return this.load(async () => {
      const { at, rounds } = loop ?? { at: 0, rounds: [{ round, question }] };
      await Promise.all([this.#hold({ level, rounds }), import("./mock-round.js")]);
      this.roundNotes.begin();
      this.say("Your notes are as you left them. The clock starts over.");
      Object.assign(this, { at, from: at, mode, view: "round" });
    });
  }

  // Erases notes of an earlier day to start again.
  async startFresh() {
    await this.roundNotes.erase();
    await this.moveTo("#mock-notes");
    this.say("The earlier notes are erased.");
  }

  // Of a scorecard or a draft.
  remove(id) {
    this.roundNotes.forget(id);
    return this.store.change(KIND, id, () => undefined);
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
    const round = this.held[this.at];
    const draft = draftId(round);
    const card = { day: today(), ...settingOf(round, this), ...detail };
    if (!(await this.attempt(() => this.store.change(KIND, newId(), () => card))) && !this.store.problem) return;
    this.roundNotes.forget(draft);
    await this.attempt(() => this.store.change(KIND, draft, () => undefined));
    const next = this.held[this.at + 1];
    if (next) await this.#savePlace(next);
    await this.recall();
    this.at += 1;
    this.view = this.at < this.held.length ? "round" : "setup";
    if (this.view === "setup") await this.moveTo("h2");
    const saved = this.store.problem ? "The scorecard stays until you leave this page." : "The scorecard is saved.";
    this.say(this.view === "round" ? `${saved} The next round is below.` : saved);
  }

  // Saves the position, so that a loop left between two rounds resumes at the next.
  #savePlace(next) {
    const place = draftOf(next, this);
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
      const { saveCards } = await import("./save-cards.js");
      await saveCards(this.cards, this.rounds);
      this.say("Your download has started.");
    });
  }

  print() {
    return this.load(async () => (await import("../shared/output/output.js")).printOnly(this));
  }

  render() {
    return html`${this.notes()}<div class="mock">${VIEWS[this.view](this)}</div>`;
  }
}

customElements.define("mock-interview-tool", MockInterviewTool);
