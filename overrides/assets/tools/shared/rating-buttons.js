// The four buttons that rate an answer, each with its next day.

import { html, nothing } from "../vendor/lit.js";
import { RATINGS, whenWords } from "./review/review.js";

// Loaded with this module, since few tools have ratings.
const href = new URL("rating-buttons.css", import.meta.url).href;
document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));

/**
 * `labels`: { again: ["Weak", "what it means"], ... }; `days`: when each comes back; `rate(rating)` is called on a
 * click; `hasKeys`: the keys 1 to 4 do the same.
 */
export const ratingButtons = ({ labels, days, today, rate, hasKeys = false }) => html`
  <div class="ratings" role="group" aria-label="Your rating">${RATINGS.map(
    (rating, index) => html`
    <button type="button" class="ratings__button" @click=${() => rate(rating)}>
      <span class="ratings__name">${hasKeys ? html`<kbd aria-hidden="true">${index + 1}</kbd> ` : nothing}${labels[rating][0]}</span>
      <span class="ratings__what">${labels[rating][1]}</span>
      <span class="ratings__when">Comes back ${whenWords(days[rating], today)}</span>
    </button>`,
  )}
  </div>`;
