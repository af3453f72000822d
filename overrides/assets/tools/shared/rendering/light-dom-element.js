// An element that lit renders without a shadow root, where other scripts may change it too.

import { LitElement } from "../../vendor/lit.js";

// Reactive properties are declared at run time, so the type check takes any name for one.
/** @type {any} */
const lit = LitElement;
/** @type {new () => { querySelector(selectors: string): any } & HTMLElement & Record<string, any>} */
const Lit = lit;

// Finds the element that gets the focus next, if one does.
let next;

/**
 * Moves the focus after the browser's next frame. Orca is silent about a focus that comes together with the news that
 * the pressed button is gone, so that news goes first. The last call before the frame wins, unless a reader was faster and
 * is in another field by then.
 */
function focusNext(find) {
  next = find;
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(focusNow()))));
}

function focusNow() {
  if (isLost()) next?.()?.focus();
  next = undefined;
}

const isLost = () => document.activeElement === document.body;

// The element that rendered a node. A timer or a card inside a tool renders its own.
const rendererOf = (node) => (node && !node.localName?.includes("-") ? rendererOf(node.parentNode) : node);
const isHighlight = ({ addedNodes }) => Array.from(addedNodes).some(({ nodeName }) => nodeName === "MARK");

/**
 * Lit updates the text nodes that it created, but a browser that translates the page, the theme's highlighter or an
 * extension may have replaced them: a total would then stay as it was, or appear twice. So such changes are undone
 * before each render; a translator then translates the new text.
 */
export class LightDomElement extends Lit {
  #log = [];
  #watcher = new MutationObserver((records) => {
    this.#log.push(...records);
    if (records.some(isHighlight)) this.#undoForeignChanges(); // search highlights belong in the page's text, not in a tool
  });

  // No shadow root, so that the theme's styles and labels on the page reach the tool.
  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watcher.disconnect();
  }

  update(changed) {
    const hadFocus = this.contains(document.activeElement);
    this.#undoForeignChanges();
    super.update(changed);
    if (hadFocus) setTimeout(() => this.#keepFocus()); // after the tool has moved the focus itself
    this.#watcher.takeRecords();
    this.#watcher.observe(this, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
  }

  // If a render removed the focused button, keyboard users would start at the top of the page: the focus moves to the
  // first heading instead.
  #keepFocus() {
    if (!isLost() || next || !this.isConnected) return;
    const head = this.querySelector("[tabindex='-1'], h2, h3, h4") ?? this;
    head.tabIndex = -1;
    focusNext(() => head);
  }

  // Renders with the changed properties, and moves the focus, since the focused element may be gone. Done once the focus
  // is there, so that a message can follow it.
  async moveTo(place, changes = {}) {
    Object.assign(this, changes);
    await this.updateComplete;
    const find = () => this.querySelector(place);
    if (isLost()) await focusNext(find);
    else find()?.focus();
  }

  #undoForeignChanges() {
    const records = [...this.#log, ...this.#watcher.takeRecords()];
    this.#log = [];
    for (const record of records.reverse()) if (rendererOf(record.target) === this) undo(record);
    this.#watcher.takeRecords();
  }
}

// Later changes are undone first, so the next sibling is in its place again.
function undo({ type, target, oldValue, addedNodes, removedNodes, nextSibling }) {
  if (type === "characterData") target.data = oldValue;
  for (const node of addedNodes) if (node.parentNode === target) node.remove();
  const next = nextSibling?.parentNode === target ? nextSibling : null;
  for (const node of removedNodes) target.insertBefore(node, next);
}
