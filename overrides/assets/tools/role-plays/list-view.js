// The role-plays to choose from, with how often each was rehearsed.

import { byTrack } from "../shared/track/lists.js";
import { html } from "../vendor/lit.js";

const TRACKS = { pm: "For PM", pmm: "For PMM", both: "For both tracks" };

/** `rehearsalsOf(id)`: the saved rehearsals of a role-play; `choose(id)` opens it. */
export function listView({ plays, track, rehearsalsOf, choose }) {
  const list = (some) => html`
    <ul class="tool-list">${some.map(
      ({ id, title, minutes }) => html`
      <li><button type="button" class="tool-choice" data-play=${id} @click=${() => choose(id)}><b>${title}</b><br><span class="muted">${minutes}\u00A0minutes. ${timesRehearsed(rehearsalsOf(id).length)}</span></button></li>`,
    )}</ul>`;
  return byTrack(track, TRACKS, plays, "role-plays", list);
}

const timesRehearsed = (count) =>
  count ? `Rehearsed ${count === 1 ? "once" : `${count} times`}.` : "Not rehearsed yet.";
