// A role-play before it begins: the candidate's card, the ways to rehearse it, and the rehearsals so far.

import { html, nothing } from "../vendor/lit.js";
import { candidateCard } from "./conversation.js";
import { historyView } from "./debrief.js";

/**
 * `path`: the replies of a conversation that was left, or []; `records`: the rehearsals so far; `alone(path)`,
 * `together()` and `openDebrief(id, record)` go on; `erasing`: the button that erases them, or nothing.
 */
export const settingView = ({ play, path, records, alone, together, openDebrief, erasing }) => html`
  ${candidateCard(play)}
  <p class="muted">${play.basis} <a href="#${play.id}">Its card below</a> shows how it is known.</p>
  <p class="tool-actions">
    ${path.length ? html`<button type="button" class="md-button md-button--primary" @click=${() => alone(path)}>Continue the conversation you left, after ${path.length === 1 ? "one reply" : `${path.length} replies`}</button>` : nothing}
    <button type="button" class="md-button md-button--primary" @click=${() => alone([])}>Rehearse alone</button>
    <button type="button" class="md-button md-button--primary" @click=${together}>With a partner</button>
  </p>
  ${records.length ? historyView(play, records, ({ id, value }) => openDebrief(id, value)) : nothing}
  ${erasing ? html`<div class="tool-actions">${erasing}</div>` : nothing}`;
