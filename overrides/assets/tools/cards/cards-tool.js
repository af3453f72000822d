// Flashcards: the terms, claims and questions of a page, or of all pages, scheduled by FSRS.
//
// Saved, of the kind "cards": term/okr, claim/C058, question/PM001 { answers: [{ day, rating }], due: day }

import { fetchData } from "../shared/data.js";
import { ToolElement } from "../shared/element.js";
import { waiting, whenWords } from "../shared/review/review.js";
import { today } from "../shared/today.js";
import { recallTrack } from "../shared/track/track.js";
import { html, nothing, repeat } from "../vendor/lit.js";
import { decksView, deckView, doneView } from "./deck-views.js";
import { allCards, cardsFor, ownFirst, queueAfter } from "./decks.js";

const KIND = "cards";

class CardsTool extends ToolElement {
  static kinds = [KIND, "settings"];
  static properties = { saved: { state: true }, track: { state: true }, queue: { state: true }, view: { state: true } };

  constructor() {
    super();
    [this.view, this.queue, this.repeats, this.shown, this.newest] = ["deck", [], new Set(), 0, null];
  }

  async prepare() {
    this.decks = await fetchData("decks");
    const page = new URLSearchParams(location.search).get("page")?.replace(/^\/|\/$/g, "");
    this.deck = this.decks.find((deck) => deck.page === page);
    this.isUnknown = Boolean(page) && !this.deck;
  }

  async recall() {
    const [records, track] = await Promise.all([this.store.list(KIND), recallTrack(this.store)]);
    Object.assign(this, { saved: Object.fromEntries(records.map(({ id, value }) => [id, value])), track });
  }

  get #dues() {
    return Object.fromEntries(Object.entries(this.saved).map(([id, { due }]) => [id, due]));
  }

  // The cards to study: the deck of the page in the address, or every card studied before.
  get #chosen() {
    return this.deck?.cards ?? allCards(this.decks).filter((id) => this.saved[id]);
  }

  #waiting(cards) {
    const dues = this.#dues;
    return waiting(
      cards.map((id) => dues[id]),
      today(),
    );
  }

  async start() {
    const queue = cardsFor(this.#chosen, this.#dues, today());
    const isLoaded = await this.load(async () => {
      const [{ fetchCards }] = await Promise.all([import("./card-words.js"), import("./study-card.js")]);
      this.cards = await fetchCards(queue);
    }, "the cards");
    if (!isLoaded) return;
    [this.queue, this.repeats, this.shown, this.view] = [queue, new Set(), 1, "card"];
    this.say("");
  }

  async rate(id, rating) {
    if (!this.repeats.has(id)) {
      if (!(await this.#save(id, rating))) return;
      this.newest = { id, queue: this.queue };
    }
    if (rating === "again") this.repeats.add(id);
    this.#show(queueAfter(this.queue, rating !== "again"));
  }

  // Whether the rating counts: it was saved, or this browser can save nothing at all.
  async #save(id, rating) {
    const { withAnswer } = await import("./study-card.js"); // loaded with the card already
    const day = today();
    let due;
    const isSaved = await this.attempt(() =>
      this.store.change(KIND, id, (old) => {
        const value = withAnswer(old, { day, rating });
        due = value.due;
        return value;
      }),
    );
    await this.recall();
    this.say(`${rating === "again" ? "It is shown once more today. " : ""}It comes back ${whenWords(due, day)}.`);
    return isSaved || Boolean(this.store.problem);
  }

  #show(queue) {
    this.shown += 1;
    [this.queue, this.view] = [queue, queue.length ? "card" : "done"];
    if (!queue.length) this.moveTo("h2");
  }

  async rateAnew() {
    const { id, queue } = this.newest;
    const { withoutNewest } = await import("./study-card.js");
    await this.attempt(() => this.store.change(KIND, id, (old) => withoutNewest(old)));
    await this.recall();
    this.repeats.delete(id);
    this.newest = null;
    this.#show(queue);
    this.say("The rating is undone.");
  }

  leave() {
    this.view = "deck";
    this.say("");
    this.moveTo("h2");
  }

  render() {
    const views = { deck: () => this.#deck(), card: () => this.#card(), done: () => this.#done() };
    return html`${this.notes()}<div class="cards">${views[this.view]()}</div>`;
  }

  #deck() {
    const cards = this.#chosen;
    const decks = ownFirst(
      this.decks.map((deck) => ({ ...deck, due: this.#waiting(deck.cards).due })),
      this.track,
    );
    const shared = { decks, counts: this.#waiting(cards), day: today(), start: () => this.once(this.start) };
    if (this.deck) return deckView({ ...shared, deck: this.deck, inOne: cardsFor(cards, this.#dues, today()).length });
    return decksView({ ...shared, isUnknown: this.isUnknown });
  }

  // A new element each time, even for the same card.
  #card() {
    const [id] = this.queue;
    return html`
      ${repeat(
        [this.shown],
        (number) => number,
        () => html`
        <study-card .card=${this.cards[id]} .answers=${this.saved[id]?.answers ?? []} .isRepeat=${this.repeats.has(id)} .today=${today()}
          .place=${this.queue.length === 1 ? "The last card" : `${this.queue.length} cards to go`} @rate=${(event) => this.once(() => this.rate(id, event.detail))}></study-card>`,
      )}
      <p class="tool-actions">${this.#takeBack()}<button type="button" class="md-button" @click=${this.leave}>Stop for now</button></p>`;
  }

  #done() {
    return html`${doneView({ counts: this.#waiting(this.#chosen), day: today(), deck: this.deck, start: () => this.once(this.start), leave: this.leave })}
      <p class="tool-actions">${this.#takeBack()}</p>`;
  }

  #takeBack() {
    return this.newest
      ? html`<button type="button" class="md-button" @click=${() => this.once(this.rateAnew)}>Undo the last rating</button>`
      : nothing;
  }
}

customElements.define("cards-tool", CardsTool);
