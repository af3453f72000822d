// An element that draws itself with lit in the page's own text, where others may write too.

import { LitElement } from "../../vendor/lit.js";

// Reactive properties are declared at run time, so the type check takes any name for one.
/** @type {any} */
const lit = LitElement;
/** @type {new () => { querySelector(selectors: string): any } & HTMLElement & Record<string, any>} */
const Lit = lit;

// The element that drew a node. A timer or a card within it draws its own.
const drawerOf = (node) => (node && !node.localName?.includes("-") ? drawerOf(node.parentNode) : node);
const isHighlight = ({ addedNodes }) => Array.from(addedNodes).some(({ nodeName }) => nodeName === "MARK");

// What lit draws in the page's own styles. Lit writes into the text nodes that it made, but a browser that translates
// the page, the theme's highlighter or an extension puts others in their place: a sum would then stay as it was, or
// show twice. So their changes are undone before each render; a translator then translates the new text.
export class LightDomElement extends Lit {
  #log = [];
  #watcher = new MutationObserver((records) => {
    this.#log.push(...records);
    if (records.some(isHighlight)) this.#takeBack(); // search highlights belong in the page's text, not in a tool
  });

  // No shadow root: the theme's styles and a page's own labels reach the tool.
  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watcher.disconnect();
  }

  update(changed) {
    const hadFocus = this.contains(document.activeElement);
    this.#takeBack();
    super.update(changed);
    if (hadFocus) setTimeout(() => this.#keepFocus()); // once the tool has sent the focus where it wants it
    this.#watcher.takeRecords();
    this.#watcher.observe(this, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
  }

  // The focused button may be gone after a render, which would send keyboard users to the top of the page. The focus
  // moves to the heading of what is drawn now.
  #keepFocus() {
    if (document.activeElement !== document.body || !this.isConnected) return;
    const head = this.querySelector("[tabindex='-1'], h2, h3, h4") ?? this;
    head.tabIndex = -1;
    head.focus();
  }

  // Renders with the changed properties, and moves the focus to what is new: the focused element may be gone.
  async moveTo(place, changes = {}) {
    Object.assign(this, changes);
    await this.updateComplete;
    this.querySelector(place)?.focus();
  }

  #takeBack() {
    const records = [...this.#log, ...this.#watcher.takeRecords()];
    this.#log = [];
    for (const record of records.reverse()) if (drawerOf(record.target) === this) undo(record);
    this.#watcher.takeRecords();
  }
}

// The next sibling is in its place again, since later changes are taken back first.
function undo({ type, target, oldValue, addedNodes, removedNodes, nextSibling }) {
  if (type === "characterData") target.data = oldValue;
  for (const node of addedNodes) if (node.parentNode === target) node.remove();
  const next = nextSibling?.parentNode === target ? nextSibling : null;
  for (const node of removedNodes) target.insertBefore(node, next);
}
