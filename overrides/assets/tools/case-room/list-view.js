// The cases to choose from, with how often each was tried.

import { byTrack } from "../shared/track/lists.js";
import { html } from "../vendor/lit.js";

const TRACKS = { pm: "For PM", pmm: "For PMM" };

/** `runsOf(id)`: the saved runs of a case; `choose(id)` opens it. */
export function listView({ cases, track, runsOf, choose }) {
  const list = (some) => html`
    <ul class="tool-list">${some.map(
      ({ id, title, product, minutes }) => html`
      <li><button type="button" class="tool-choice" data-case=${id} @click=${() => choose(id)}><b>${title}</b><br><span class="muted">${product}. ${minutes}\u00A0minutes. ${timesTried(runsOf(id))}</span></button></li>`,
    )}</ul>`;
  return byTrack(track, TRACKS, cases, "cases", list);
}

function timesTried(runs) {
  const over = runs.filter(({ value }) => value.over).length;
  if (runs.length > over) return "Started.";
  return over ? `Tried ${over === 1 ? "once" : `${over} times`}.` : "Not tried yet.";
}
