// Role-plays to rehearse alone or with a partner, with a timer, a debrief and a history.

import { fetchData } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { ToolElement } from "../shared/element.js";
import { newId } from "../shared/store.js";
import { today } from "../shared/today.js";
import { byTrack } from "../shared/track/lists.js";
import { recallTrack } from "../shared/track/track.js";
import { html, nothing } from "../vendor/lit.js";
import { candidateCard, conversationView } from "./conversation.js";
import { debriefView, historyView } from "./debrief.js";
import { knownPath } from "./rehearsal.js";
import "../shared/output/paper.js";
import "../shared/timer/tool-timer.js";

const KIND = "role-plays"; // one record a rehearsal, and one for an unfinished conversation alone
const TALK = "/talk";
const TRACKS = { pm: "For PM", pmm: "For PMM", both: "For both tracks" };

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
    talks: { state: true },
    isAsking: { state: true },
  };

  #unwritten = 0;

  async prepare() {
    this.plays = await fetchData("role-plays");
    this.stage = "list";
  }

  async recall() {
    const [records, track] = await Promise.all([this.store.list(KIND), recallTrack(this.store)]);
    this.track = track;
    this.talks = Object.fromEntries(
      records.filter(({ id }) => id.endsWith(TALK)).map(({ value }) => [value.play, value.path]),
    );
    this.saved = records
      .filter(({ id }) => !id.endsWith(TALK))
      .sort((one, other) => (one.value.day < other.value.day ? -1 : 1));
    // Another tab's changes to the open debrief, unless this tab is still writing its own.
    if (this.record && !this.#unwritten)
      this.record = this.saved.find(({ id }) => id === this.recordId)?.value ?? this.record;
  }

  #of(id) {
    return this.saved.filter(({ value }) => value.play === id);
  }

  async #choose(id) {
    await this.load(async () => {
      const play = await fetchData(`role-plays/${id}`);
      await this.moveTo(".rehearsal-title", {
        play,
        stage: "setting",
        path: [],
        isOwn: false,
        card: "",
        isShown: false,
        isAsking: false,
      });
    }, "this role-play");
  }

  #beginAlone(path = []) {
    return this.moveTo(".rehearsal-next", { stage: "alone", path });
  }

  // A phone may unload the page in the middle of a conversation.
  #answer(path) {
    const talk = path.length ? { play: this.play.id, day: today(), mode: "alone", path } : undefined;
    this.attempt(() => this.store.put(KIND, this.play.id + TALK, talk));
    return this.moveTo(".rehearsal-next", { path, isOwn: false });
  }

  // Loaded on demand, since rehearsing alone needs no cards.
  async #beginTogether() {
    await this.load(async () => {
      this.cards = await import("./cards.js");
      await this.moveTo(".rehearsal-card", { stage: "partner" });
    }, "the cards");
  }

  async #end(mode) {
    const id = `${this.play.id}/${newId()}`;
    const isAlone = mode === "alone";
    const record = { play: this.play.id, day: today(), mode, ...(isAlone ? { path: this.path } : {}) };
    this.attempt(() =>
      Promise.all([this.store.put(KIND, id, record), isAlone && this.store.put(KIND, this.play.id + TALK)]),
    );
    await this.#openDebrief(id, record);
  }

  // Also for a rehearsal left without a rating, as when the phone unloaded the page.
  #openDebrief(recordId, record) {
    this.querySelector("tool-timer").pause();
    return this.moveTo(".rehearsal-next", { stage: "debrief", isShown: false, recordId, record });
  }

  // Only this field: another tab may be editing another one.
  async #note(field, value) {
    const whole = { ...this.record, [field]: value };
    this.record = whole;
    this.#unwritten += 1;
    await this.attempt(() =>
      this.store.change(KIND, this.recordId, (stored = whole) => ({ ...stored, [field]: value })),
    );
    this.#unwritten -= 1;
  }

  async #erase(id) {
    await this.attempt(() =>
      Promise.all([id + TALK, ...this.#of(id).map((record) => record.id)].map((one) => this.store.put(KIND, one))),
    );
    this.say("The rehearsals of this role-play are erased.");
    await this.moveTo(".rehearsal-title");
  }

  render() {
    const views = {
      list: () => this.#list(),
      setting: () => this.#setting(),
      alone: () => this.#alone(),
      partner: () => this.#partner(),
      debrief: () => this.#debrief(),
    };
    return html`${this.stage === "list" ? nothing : this.#head()} ${views[this.stage]()} ${this.notes()}`;
  }

  #list() {
    const list = (plays) => html`
      <ul class="tool-list">${plays.map(
        (play) => html`
        <li><button type="button" class="tool-choice" data-play=${play.id} @click=${() => this.#choose(play.id)}><b>${play.title}</b><br><span class="muted">${play.minutes} minutes. ${this.#times(play.id)}</span></button></li>`,
      )}</ul>`;
    return byTrack(this.track, TRACKS, this.plays, "role-plays", list);
  }

  #times(id) {
    const count = this.#of(id).length;
    return count ? `Rehearsed ${count === 1 ? "once" : `${count} times`}.` : "Not rehearsed yet.";
  }

  // The same element in all stages, so that the timer keeps running.
  #head() {
    return html`
      <p class="tool-actions"><button type="button" class="md-button" @click=${() => this.moveTo(`[data-play="${this.play.id}"]`, { stage: "list" })}>All role-plays</button></p>
      <h3 class="rehearsal-title" tabindex="-1">${this.play.title}</h3>
      ${this.stage === "debrief" ? nothing : html`<tool-timer mode="down" minutes=${this.play.minutes}></tool-timer>`}`;
  }

  #setting() {
    const records = this.#of(this.play.id);
    const isLeft = this.play.id in this.talks;
    const path = knownPath(this.play, this.talks[this.play.id]); // empty if it was begun before there were turns
    const words = {
      button: "Erase these rehearsals …",
      question: "This erases your rehearsals of this role-play.",
      yes: "Erase them",
      no: "Keep them",
    };
    return html`
      ${candidateCard(this.play)}
      <p class="muted">${this.play.basis} <a href="#${this.play.id}">Its card below</a> shows how it is known.</p>
      <p class="tool-actions">
        ${path.length ? html`<button type="button" class="md-button md-button--primary" @click=${() => this.#beginAlone(path)}>Continue the conversation you left, after ${path.length === 1 ? "one reply" : `${path.length} replies`}</button>` : nothing}
        <button type="button" class="md-button md-button--primary" @click=${() => this.#beginAlone()}>Rehearse alone</button>
        <button type="button" class="md-button md-button--primary" @click=${() => this.#beginTogether()}>With a partner</button>
      </p>
      ${records.length ? historyView(this.play, records, ({ id, value }) => this.#openDebrief(id, value)) : nothing}
      ${records.length || isLeft ? html`<div class="tool-actions">${askFirst(this, words, () => this.#erase(this.play.id))}</div>` : nothing}`;
  }

  #alone() {
    return html`
      <p>They open with:</p>
      <p class="said">“${this.play.opening_line}”</p>
      ${conversationView({
        play: this.play,
        path: this.path,
        isOwn: this.isOwn,
        answer: (reply) => this.#answer([...this.path, reply]),
        takeBack: () => this.#answer(this.path.slice(0, -1)),
        ownWords: () => this.moveTo(".tool-choice", { isOwn: true }),
        end: () => this.once(() => this.#end("alone")),
      })}`;
  }

  #partner() {
    return this.cards.cardsView({
      play: this.play,
      shown: this.card,
      show: (card) => this.moveTo(".rehearsal-card", { card }),
      end: () => this.once(() => this.#end("partner")),
    });
  }

  #debrief() {
    return debriefView({
      play: this.play,
      record: this.record,
      isShown: this.isShown,
      note: (field, value) => this.#note(field, value),
      show: () => this.moveTo(".rehearsal-shown", { isShown: true }),
      again: () => this.moveTo(`[data-play="${this.play.id}"]`, { stage: "list" }),
    });
  }
}

customElements.define("role-plays-tool", RolePlaysTool);
