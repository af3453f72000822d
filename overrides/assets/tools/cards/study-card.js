// One card: its front, then its back, then a rating. Space shows the back, 1 to 4 rate. The event "rate" carries the
// rating; a card repeated on the same day only has "again" or "good".

import { ratingButtons } from "../shared/rating-buttons.js";
import { LightDomElement } from "../shared/rendering/light-dom-element.js";
import { outlook } from "../shared/review/fsrs.js";
import { RATINGS } from "../shared/review/review.js";
import { html } from "../vendor/lit.js";

// Passed on with the card, so that rating needs no further download and works offline.
export { withAnswer, withoutNewest } from "../shared/review/fsrs.js";

const LABELS = {
  again: ["Again", "I did not know it."],
  hard: ["Hard", "I knew a part of it."],
  good: ["Good", "I knew it."],
  easy: ["Easy", "I knew it at once."],
};
const TAKES_KEYS = "a, button, input, select, summary, textarea";

class StudyCard extends LightDomElement {
  // `card`: { kind, front, back }; `answers`: its saved answers; `isRepeat`: already rated today.
  static properties = {
    card: { attribute: false },
    answers: { attribute: false },
    isRepeat: { type: Boolean },
    place: {},
    today: {},
    isShown: { state: true },
  };

  #onKey = (event) => this.#key(event);

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("keydown", this.#onKey);
  }

  firstUpdated() {
    this.moveTo("#card-front");
  }

  // With the ratings in sight, where the card has room.
  async #show() {
    await this.moveTo("#card-back", { isShown: true });
    this.scrollIntoView({ block: "nearest" });
  }

  #rate(rating) {
    this.dispatchEvent(new CustomEvent("rate", { detail: rating }));
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " " && !this.isShown && !event.target.matches(TAKES_KEYS)) this.#show();
    else if (this.isShown && !this.isRepeat && "1234".includes(event.key)) this.#rate(RATINGS[Number(event.key) - 1]);
    else return;
    event.preventDefault();
  }

  render() {
    return html`
      <p class="muted card__place">${this.place}</p>
      <div class="card__side" id="card-front" tabindex="-1"><p class="muted">${this.card.kind}</p><p class="card__front">${this.card.front}</p></div>
      ${
        this.isShown
          ? this.#back()
          : html`
        <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${this.#show}>Show the answer</button> <span class="muted cards__keys">or the space bar</span></p>`
      }`;
  }

  #back() {
    return html`
      <div class="card__side card__back" id="card-back" tabindex="-1">${this.card.back}</div>
      ${
        this.isRepeat
          ? html`
        <p class="tool-actions">
          <button type="button" class="md-button md-button--primary" @click=${() => this.#rate("good")}>I know it now</button>
          <button type="button" class="md-button" @click=${() => this.#rate("again")}>Show it once more</button>
        </p>`
          : ratingButtons({
              labels: LABELS,
              days: outlook(this.answers, this.today),
              today: this.today,
              rate: (rating) => this.#rate(rating),
              hasKeys: true,
            })
      }`;
  }
}

customElements.define("study-card", StudyCard);
