// The base of all study tools: an element that reads the reader's records, renders them, and saves changes.

import { html } from "../vendor/lit.js";
import { isUnfetched, notFetched } from "./data.js";
import { LightDomElement } from "./rendering/light-dom-element.js";
import { problemLine } from "./rendering/problem-line.js";
import { keepScrollPosition } from "./rendering/scroll-position.js";
import { openStore } from "./store.js";
import { onNewDay } from "./today.js";

const FULL = "this browser has no room left for this site. Free some space, then try again";
const REFUSED = "this browser’s storage failed. Try again, or reload the page";

// An action that writes may need a part of the tool that was never fetched. A browser's own message about its storage
// means nothing to readers; the console has it.
function notDone(error, store) {
  if (isUnfetched(error)) return notFetched("this part", error);
  if (store.problem) return `That wasn’t saved. ${store.problem}`;
  return `That wasn’t saved: ${error.name === "QuotaExceededError" ? FULL : REFUSED}.`;
}

/** A message to show after `old`. Screen readers announce changes, so a repeated message gets a space at its end. */
export const spokenAfter = (old, text) => (text && text === old ? `${text}\u00a0` : text);

// The theme has single keys for search and next page. In a tool they are for typing or rating.
function keepLetters(event) {
  if (event.key.length === 1 && !event.altKey && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}

export class ToolElement extends LightDomElement {
  // Kinds of records that the tool reads again after a change, here or in another tab.
  /** @type {string[]} */
  static kinds = [];
  /** @type {Record<string, object>} */
  static properties = { problem: { state: true }, status: { state: true }, isReady: { state: true } };

  #unwatch = [];
  #isBusy = false;
  #writes = 0; // begun by this element

  constructor() {
    super();
    [this.problem, this.status, this.isReady] = ["", "", false];
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("keydown", keepLetters);
    if (this.closest(".study-tool")) document.documentElement.classList.add("has-tool");
    this.#unwatch.push(onNewDay(() => this.requestUpdate()));
    this.#start().catch((error) => this.#reportFailedStart(error));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const end of this.#unwatch.splice(0)) end();
  }

  // The text for readers without scripts stays until the tool can render.
  shouldUpdate() {
    return this.isReady;
  }

  // Subclasses: fetch lists, once.
  async prepare() {}

  // Subclasses: read the reader's records. Called again after each change of `kinds`.
  async recall() {}

  async #start() {
    this.store = await openStore();
    await this.prepare();
    const again = () => this.isErasing || this.attempt(() => this.recall()); // dialogs.js reads what it has erased
    const { kinds } = /** @type {typeof ToolElement} */ (this.constructor);
    this.#unwatch.push(...kinds.map((kind) => this.store.watch(kind, again)));
    await this.recall();
    const box = /** @type {HTMLElement} */ (this.closest(".study-tool") ?? this);
    const height = box.offsetHeight;
    if (!this.isReady) this.replaceChildren();
    this.isReady = true;
    await this.updateComplete;
    keepScrollPosition(box, height);
  }

  #reportFailedStart(error) {
    console.error(error);
    const note = document.createElement("p");
    note.className = "tool-problem";
    note.setAttribute("role", "alert");
    note.textContent = `This tool could not start. ${notFetched("a part of it", error)}`;
    this.append(note);
  }

  // Runs an action that may fail, such as writing to a full disk, and reports an error to the reader. Returns whether
  // it succeeded.
  async attempt(action, words = (error) => notDone(error, this.store)) {
    const before = this.store?.problem;
    try {
      await action();
      this.problem = "";
      if (this.store?.problem !== before) this.requestUpdate();
      return true;
    } catch (error) {
      console.error(error);
      this.problem = spokenAfter(this.problem, words(error));
      return false;
    }
  }

  // Attempts a write to the store. On success the tools that watch it read it again.
  write(action) {
    this.#writes += 1;
    return this.attempt(action);
  }

  // The result of `read()`, or undefined if a write began meanwhile: showing the result would undo what was just typed.
  async readNewest(read) {
    const writes = this.#writes;
    const found = await read();
    return writes === this.#writes ? found : undefined;
  }

  // Runs the action of a button, and ignores a second press while the first is still writing or fetching.
  async once(action) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await action.call(this);
    } finally {
      this.#isBusy = false;
    }
  }

  // Fetches something on demand, and reports a failure to the reader. `what` is such as "the cards".
  load(action, what = "this part") {
    return this.attempt(action, (error) => notFetched(what, error));
  }

  // Announces a message to screen readers, and shows it.
  say(text) {
    this.status = spokenAfter(this.status, text);
  }

  // Status and problem. Subclasses render them where a reader looks after a press.
  notes() {
    return html`
      <p class="tool-status" role="status">${this.status}</p>
      ${problemLine(this.problem || this.store.problem)}`;
  }
}
