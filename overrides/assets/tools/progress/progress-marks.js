// Adds a check box to each place of the page that can be marked as done, and counts them. One element serves the whole
// page: a place is anything with `data-mark`, the id of its record, and its name is in a child with `data-what`.

import { pageAddress } from "../shared/data.js";
import { ToolElement } from "../shared/element.js";
import { doneIds, mark } from "../shared/marks.js";
import { isMine, recallTrack } from "../shared/track/track.js";
import { html } from "../vendor/lit.js";

class ProgressMarks extends ToolElement {
  static kinds = ["progress", "settings"];
  static properties = { done: { state: true }, track: { state: true } };

  async prepare() {
    this.places = [...document.querySelectorAll("[data-mark]")].map((element) => this.#place(element));
  }

  async recall() {
    const [records, track] = await Promise.all([this.store.list("progress"), recallTrack(this.store)]);
    Object.assign(this, { done: new Set(doneIds(records)), track });
  }

  #place(element) {
    const { mark: id, track } = element.dataset;
    const box = Object.assign(document.createElement("input"), { type: "checkbox", className: "mark-box" });
    const what = element.querySelector("[data-what]").textContent.trim();
    box.setAttribute("aria-label", `Done: ${what}`);
    box.addEventListener("change", () => this.#toggle(id, box));
    return { id, track, box, element };
  }

  async #toggle(id, box) {
    await this.attempt(async () => {
      try {
        await mark(this.store, id, box.checked);
        await this.recall();
      } finally {
        box.checked = this.done.has(id); // as stored, even if the last change could not be
      }
    });
  }

  // Not before the marks are known: a box would look empty, and a click would remove its mark.
  firstUpdated() {
    for (const { element, box } of this.places) {
      element.classList.add("has-mark");
      element.prepend(box);
    }
  }

  updated() {
    for (const { id, box } of this.places) box.checked = this.done.has(id);
  }

  render() {
    const mine = this.places.filter((place) => isMine(this.track, place));
    const count = mine.filter(({ id }) => this.done.has(id)).length;
    return html`
      <p class="mark-count"><strong>${count} of ${mine.length} done</strong> on this page${this.track === "both" ? "" : ", for your track"}.
      Check the box when you are done. It is saved in this browser only. <a href=${pageAddress("prepare/progress/")}>Your progress</a></p>
      ${this.notes()}`;
  }
}

customElements.define("progress-marks", ProgressMarks);
