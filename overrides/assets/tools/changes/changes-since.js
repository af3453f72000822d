// Shows what is new since the edition that a reader has, by the date printed in every copy.

import { isNew, summary } from "./since.js";

class ChangesSince extends HTMLElement {
  connectedCallback() {
    const label = Object.assign(document.createElement("label"), { textContent: "Data date of your copy" });
    this.input = Object.assign(document.createElement("input"), { type: "date", id: "changes-since" });
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    label.htmlFor = this.input.id;
    this.input.addEventListener("input", () => this.show(this.input.value));
    this.replaceChildren(label, this.input, this.status);
    this.input.value = new URLSearchParams(location.search).get("since") ?? "";
    this.show(this.input.value);
  }

  show(since) {
    const days = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".changes__date")]);
    const counts = days.map((day) => {
      const list = /** @type {HTMLElement} */ (day.nextElementSibling);
      day.hidden = list.hidden = !isNew(day.dataset.day, since);
      for (const folded of list.querySelectorAll("details")) folded.open = Boolean(since); // everything new is visible
      return /** @type {[string, number]} */ ([day.dataset.day, list.querySelectorAll("li").length]);
    });
    this.status.textContent = summary(counts, since);
  }
}

customElements.define("changes-since", ChangesSince);
