// For a returning reader: a link to the next task of the checklist. A first visit shows nothing. Not a ToolElement, so
// that the start page does not load the code of the tools for one line.

import { fetchData, pageAddress } from "../shared/data.js";
import { doneIds, newest } from "../shared/marks.js";
import { openStore } from "../shared/store.js";
import { recallTrack } from "../shared/track/track.js";
import { following } from "./counts.js";

const KINDS = ["progress", "settings"];

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
    const marks = all.filter(({ kind }) => kind === "progress");
    this.replaceChildren(...(all.length ? [lineTo(await nextTask(marks, track))] : []));
  }
}

// The tasks are fetched only for a reader who has marked one. If that fails, the line leads to the progress page.
async function nextTask(marks, track) {
  if (!marks.length) return undefined;
  try {
    const { tasks } = await fetchData("tasks");
    return following(tasks, doneIds(marks), newest(marks), track);
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

function lineTo(task) {
  const link = document.createElement("a");
  link.href = pageAddress(task?.page ?? "prepare/progress/");
  link.textContent = task ? `Continue: ${task.text}` : "Continue";
  const line = document.createElement("p");
  line.append("Coming back? ", link);
  return line;
}

customElements.define("continue-line", ContinueLine);
