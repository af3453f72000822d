// For a returning reader: a link to the dated plan, or else to the next task of the checklist. A first visit shows
// nothing. Not a ToolElement, so that the start page does not load the code of the tools for one line.

import { fetchData, pageAddress } from "../shared/data.js";
import { doneIds, newest } from "../shared/marks.js";
import { openStore } from "../shared/store.js";
import { today } from "../shared/today.js";
import { recallTrack } from "../shared/track/track.js";
import { following } from "./counts.js";

const KINDS = ["progress", "settings", "study-plan"];
const PROGRESS = { page: "prepare/progress/", words: "Continue" };
const PLAN = { page: "prepare/dated-plan/", words: "Continue your plan" };

class ContinueLine extends HTMLElement {
  #unwatch = [];

  connectedCallback() {
    this.#start().catch(console.error);
  }

  disconnectedCallback() {
    for (const end of this.#unwatch.splice(0)) end();
  }

  async #start() {
    const store = await openStore();
    const again = () => this.#draw(store).catch(console.error);
    if (this.isConnected) this.#unwatch = KINDS.map((kind) => store.watch(kind, again));
    await this.#draw(store);
  }

  async #draw(store) {
    const [all, track] = await Promise.all([store.list(), recallTrack(store)]);
    this.replaceChildren(...(all.length ? [lineTo(hasPlan(all) ? PLAN : await nextTask(all, track))] : []));
  }
}

// The checklist's next task may be one that a plan has left out.
const hasPlan = (all) => all.some(({ kind, value }) => kind === "study-plan" && value.loop >= today());

// The tasks are fetched only for a reader who has marked one. If that fails, the line leads to the progress page.
async function nextTask(all, track) {
  const marks = all.filter(({ kind }) => kind === "progress");
  if (!marks.length) return PROGRESS;
  try {
    const { tasks } = await fetchData("tasks");
    const task = following(tasks, doneIds(marks), newest(marks), track);
    return task ? { page: task.page, words: `Continue: ${task.text}` } : PROGRESS;
  } catch (error) {
    console.error(error);
    return PROGRESS;
  }
}

function lineTo({ page, words }) {
  const link = document.createElement("a");
  link.href = pageAddress(page);
  link.textContent = words;
  const line = document.createElement("p");
  line.append("Coming back? ", link);
  return line;
}

customElements.define("continue-line", ContinueLine);
