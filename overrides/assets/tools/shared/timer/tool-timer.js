// A timer for tools: <tool-timer></tool-timer>. It is silent and does not flash; the end of the time is announced once,
// in words. `mode` and `minutes` are set by the tool, the event "timer-set" carries the reader's choice, `isClosed`
// shows only the time, and with `startsItself` it runs as soon as it is in the page.

import { html, nothing } from "../../vendor/lit.js";
import { notFetched } from "../data.js";
import { LightDomElement } from "../rendering/light-dom-element.js";
import { clock, elapsed, isOver, newTimer, paused, reading, started } from "./timer.js";

const TIME_IS_UP = "Time is up. Finish your sentence.";

class ToolTimer extends LightDomElement {
  static properties = {
    mode: {},
    isClosed: { type: Boolean },
    startsItself: { type: Boolean },
    minutes: { type: Number },
    timer: { state: true },
    now: { state: true },
    status: { state: true },
    said: { state: true },
  };

  #ticking;
  #wake = () => this.#tick();

  constructor() {
    super();
    [this.mode, this.minutes, this.status, this.said, this.now] = ["up", 3, "", "", Date.now()];
  }

  connectedCallback() {
    super.connectedCallback();
    const isNew = !this.timer;
    this.timer ??= newTimer(this.mode, this.minutes);
    if (isNew && this.startsItself) this.#run();
    document.addEventListener("visibilitychange", this.#wake); // a sleeping tab has missed its ticks
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    document.removeEventListener("visibilitychange", this.#wake);
  }

  // Whole seconds elapsed.
  get seconds() {
    return Math.floor(elapsed(this.timer, Date.now()) / 1000);
  }

  // Stops it, as when an answer is over.
  pause() {
    this.now = Date.now();
    this.timer = paused(this.timer, this.now);
    clearInterval(this.#ticking);
  }

  #run() {
    this.now = Date.now();
    this.timer = started(this.timer, this.now);
    clearInterval(this.#ticking);
    this.#ticking = setInterval(this.#wake, 250); // finer than a second, so that no second is skipped
  }

  // A press that changes only the name of its button is silent in most screen readers.
  #press(isRunning) {
    if (isRunning) this.pause();
    else this.#run();
    this.said = isRunning ? "The timer is paused." : "The timer runs.";
  }

  #tick() {
    this.now = Date.now();
    if (isOver(this.timer, this.now) && !this.status) this.status = TIME_IS_UP;
  }

  #reset() {
    clearInterval(this.#ticking);
    this.timer = newTimer(this.mode, this.minutes);
    this.status = this.said = "";
  }

  #set(mode, minutes) {
    [this.mode, this.minutes] = [mode, minutes];
    this.#reset();
    this.dispatchEvent(new CustomEvent("timer-set", { detail: { mode: this.mode, minutes: this.minutes } }));
  }

  // The field for the minutes is fetched when the settings are opened, which most readers never do.
  async #opened({ target }) {
    if (!target.open || this.countField) return;
    try {
      this.countField = (await import("../fields/count-field.js")).countField;
      this.requestUpdate();
    } catch (error) {
      console.error(error);
      this.status = notFetched("the field for the minutes", error);
    }
  }

  render() {
    const { time, words } = reading(this.timer, this.now);
    const isRunning = this.timer.since !== null;
    return html`
      <div class="timer" role="group" aria-label="Timer">
        <p class="timer__time"><span role="timer" aria-label="Time ${words}">${time}</span> <span class="muted">${words}</span></p>
        ${this.isClosed ? nothing : this.#controls(isRunning)}
        <p class="tool-status" role="status">${this.status}</p>
        <p class="visually-hidden" role="status">${this.said}</p>
      </div>`;
  }

  #controls(isRunning) {
    return html`
        <p class="tool-actions">
          <button type="button" class="md-button" @click=${() => this.#press(isRunning)}>${isRunning ? "Pause" : this.seconds ? "Resume" : "Start the timer"}</button>
          ${this.seconds || isRunning ? html`<button type="button" class="md-button" @click=${() => this.#reset()}>Reset</button>` : nothing}
        </p>
        ${isRunning ? nothing : this.#settings()}`;
  }

  #settings() {
    return html`
      <details class="timer__settings" @toggle=${this.#opened}>
        <summary>${this.mode === "up" ? "Counts up" : `Counts down from ${clock(this.minutes * 60)}`}</summary>
        <div class="tool-field"><label for="timer-mode">Direction</label>
          <select id="timer-mode" .value=${this.mode} @change=${(event) => this.#set(event.target.value, this.minutes)}>
            <option value="up" ?selected=${this.mode === "up"}>Count up</option>
            <option value="down" ?selected=${this.mode === "down"}>Count down</option>
          </select></div>
        ${
          this.mode === "down"
            ? this.countField?.({
                id: "timer-minutes",
                label: "Minutes",
                value: this.minutes,
                low: 1,
                high: 60,
                take: (minutes) => this.#set("down", minutes),
              })
            : nothing
        }
        <p class="muted">The timer never makes a sound.</p>
      </details>`;
  }
}

customElements.define("tool-timer", ToolTimer);
