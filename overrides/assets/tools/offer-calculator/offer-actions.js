// What a reader does with offers as a whole: switch between them, add, copy, print, save and remove.

import { askFirst } from "../shared/dialogs.js";
import { printOnly } from "../shared/output/output.js";
import { html, nothing } from "../vendor/lit.js";
import { AS_SAVED, freshOffer, PLACES } from "./offers.js";
import { nameOf } from "./words.js";

export function switcher(tool) {
  if (tool.entries.length < 2) return nothing;
  return html`<div class="tool-actions offer-switch" role="group" aria-label="Offers">
    ${tool.entries.map((entry) => {
      const isChosen = entry.id === tool.chosen;
      return html`<button type="button" class="md-button ${isChosen ? "md-button--primary" : ""}" aria-current=${isChosen}
        @click=${() => tool.choose(entry.id, `[aria-current="true"]`)}>${nameOf(entry)}</button>`;
    })}
  </div>`;
}

const button = (label, act) => html`<button type="button" class="md-button" @click=${act}>${label}</button>`;

/** `whole`: the entries whose offers are complete. */
export function offerActions(tool, whole) {
  const { current, entries } = tool;
  return html`
    <h3 class="offer-actions__title">Compare and save</h3>
    ${
      entries.length === PLACES.length
        ? html`<p class="muted">Three is the most. Remove one to add another.</p>`
        : html`
      <p class="tool-actions">
        ${button("Copy this offer", () => tool.add({ ...tool.current.offer, name: "" }, "A copy is added. Change what differs."))}
        ${button("Add a Microsoft offer", () => tool.add(freshOffer("microsoft", tool.track), "An offer is added."))}
        ${button("Add another employer’s offer", () => tool.add(freshOffer("other"), "An offer is added. Enter how its grant vests."))}
      </p>`
    }
    <div class="tool-actions">
      ${
        whole.length
          ? [
              button("Print", () => printOnly(tool)),
              button("Save as Markdown", () => tool.save("Markdown", whole)),
              button("Save as CSV", () => tool.save("CSV", whole)),
            ]
          : nothing
      }
      ${askFirst(
        tool,
        {
          button: "Remove this offer",
          question: `This removes all that you entered for ${nameOf(current)}.`,
          yes: "Remove it",
          no: "Keep it",
          done: "The offer is removed.",
        },
        {
          erase: () => tool.change(current.id, () => undefined),
          place: `[aria-current="true"], #offer-track, #offer-name`,
          changes: AS_SAVED,
        },
      )}
    </div>`;
}
