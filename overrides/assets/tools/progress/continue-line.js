// For a reader who has been here: the next task of the checklist. Nothing for whoever comes for the first time.
import { fetchData, pageAddress, ToolElement } from "../shared/element.js";
import { doneIds, newest, recallTrack } from "../shared/marks.js";
import { html, nothing } from "../vendor/lit.js";
import { following } from "./counts.js";

class ContinueLine extends ToolElement {
  static kinds = ["progress", "settings"];
  static properties = { isKnown: { state: true }, next: { state: true } };

  async recall() {
    const [all, track] = await Promise.all([this.store.list(), recallTrack(this.store)]);
    const marks = all.filter(({ kind }) => kind === "progress");
    // The tasks are fetched only for a reader who has marked one.
    const { tasks } = marks.length ? await fetchData("tasks") : { tasks: [] };
    Object.assign(this, { isKnown: all.length > 0, next: following(tasks, doneIds(marks), newest(marks), track) });
  }

  render() {
    if (!this.isKnown) return nothing;
    const page = this.next?.page ?? "prepare/progress/";
    return html`<p>Coming back? <a href=${pageAddress(page)}>Continue${this.next ? `: ${this.next.text}` : nothing}</a></p>`;
  }
}

customElements.define("continue-line", ContinueLine);
