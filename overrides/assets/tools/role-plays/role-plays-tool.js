// Role-plays to rehearse alone or with a partner, with a timer, a debrief and a history.

import { fetchData } from "../shared/data.js";
import { ToolElement } from "../shared/element.js";
import { newId } from "../shared/store.js";
import { today } from "../shared/today.js";
import { recallTrack } from "../shared/track/track.js";
import { html, nothing } from "../vendor/lit.js";
import { VIEWS } from "./by-stage.js";
import { KIND, readSaved, unfinishedId } from "./saved.js";
import "../shared/output/paper.js";
import "../shared/timer/tool-timer.js";

class RolePlaysTool extends ToolElement {
  static kinds = [KIND, "settings"];
  static properties = {
    play: { state: true },
    stage: { state: true },
    path: { state: true },
    isOwn: { state: true },
    card: { state: true },
    record: { state: true },
    isShown: { state: true },
    saved: { state: true },
    track: { state: true },
    unfinished: { state: true },
    asking: { state: true },
  };

  #unwritten = 0;

  async prepare() {
    this.plays = await fetchData("role-plays");
    this.stage = "list";
  }

  async recall() {
    const [records, track] = await Promise.all([this.store.list(KIND), recallTrack(this.store)]);
    Object.assign(this, { track, ...readSaved(records) });
    // Another tab's changes to the open debrief, unless this tab is still writing its own.
    if (this.record && !this.#unwritten)
      this.record = this.saved.find(({ id }) => id === this.recordId)?.value ?? this.record;
  }

  rehearsalsOf(id) {
    return this.saved.filter(({ value }) => value.play === id);
  }

  async choose(id) {
    await this.load(async () => {
      const play = await fetchData(`role-plays/${id}`);
      await this.moveTo(".rehearsal-title", {
        play,
        stage: "setting",
        path: [],
        isOwn: false,
        card: "",
        isShown: false,
        asking: false,
      });
    }, "this role-play");
  }

  beginAlone(path) {
    return this.moveTo(".rehearsal-next", { stage: "alone", path });
  }

  // A phone may unload the page in the middle of a conversation.
  answer(path) {
    const record = path.length ? { play: this.play.id, day: today(), mode: "alone", path } : undefined;
    this.attempt(() => this.store.put(KIND, unfinishedId(this.play.id), record));
    return this.moveTo(".rehearsal-next", { path, isOwn: false });
  }

  // Loaded on demand, since rehearsing alone needs no cards.
  async beginTogether() {
    await this.load(async () => {
      this.cards = await import("./cards.js");
      await this.moveTo(".rehearsal-card", { stage: "partner" });
    }, "the cards");
  }

  async end(mode) {
    const id = `${this.play.id}/${newId()}`;
    const isAlone = mode === "alone";
    const record = { play: this.play.id, day: today(), mode, ...(isAlone ? { path: this.path } : {}) };
    this.attempt(() =>
      Promise.all([this.store.put(KIND, id, record), isAlone && this.store.put(KIND, unfinishedId(this.play.id))]),
    );
    await this.openDebrief(id, record);
  }

  // Also for a rehearsal left without a rating, as when the phone unloaded the page.
  openDebrief(recordId, record) {
    this.querySelector("tool-timer").pause();
    return this.moveTo(".rehearsal-next", { stage: "debrief", isShown: false, recordId, record });
  }

  // Only this field: another tab may be editing another one.
  async note(field, value) {
    const whole = { ...this.record, [field]: value };
    this.record = whole;
    this.#unwritten += 1;
    await this.attempt(() =>
      this.store.change(KIND, this.recordId, (stored = whole) => ({ ...stored, [field]: value })),
    );
    this.#unwritten -= 1;
  }

  erase(id) {
    const ids = [unfinishedId(id), ...this.rehearsalsOf(id).map((rehearsal) => rehearsal.id)];
    return Promise.all(ids.map((recordId) => this.store.put(KIND, recordId)));
  }

  backToList() {
    return this.moveTo(`[data-play="${this.play.id}"]`, { stage: "list" });
  }

  render() {
    return html`${this.stage === "list" ? nothing : this.#head()} ${VIEWS[this.stage](this)} ${this.notes()}`;
  }

  // The same element in all stages, so that the timer keeps running.
  #head() {
    return html`
      <p class="tool-actions"><button type="button" class="md-button" @click=${this.backToList}>All role-plays</button></p>
      <h3 class="rehearsal-title" tabindex="-1">${this.play.title}</h3>
      ${this.stage === "debrief" ? nothing : html`<tool-timer mode="down" minutes=${this.play.minutes}></tool-timer>`}`;
  }
}

customElements.define("role-plays-tool", RolePlaysTool);
