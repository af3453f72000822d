// What a chosen file would change, and what to do about conflicts.

import { html, nothing } from "../vendor/lit.js";

const CHOICES = { mine: "Keep mine", file: "Use the file’s", newer: "Use the newer" };
const MOST_SHOWN = 20;

export const faultsView = (problems, close) => html`
  <div class="tool-ask"><h2 tabindex="-1">This file cannot be read, and nothing was changed</h2>
    <p>If you edited the file, fix what is listed here. If not, save it again in the browser it came from. Then choose it again.</p>
    <ul>${problems.slice(0, MOST_SHOWN).map((problem) => html`<li>${problem}</li>`)}</ul>
    ${problems.length > MOST_SHOWN ? html`<p>And ${problems.length - MOST_SHOWN} more.</p>` : nothing}
    <p class="tool-actions"><button type="button" class="md-button" @click=${close}>Close</button></p>
  </div>`;

const nothingView = (close) => html`
  <div class="tool-ask"><h2 tabindex="-1">The file has no entries, so there is nothing to import</h2>
    <p class="tool-actions"><button type="button" class="md-button" @click=${close}>Close</button></p>
  </div>`;

/** counts: { kind: { added, same, conflicts } }; choices: { kind: "mine" }. */
export function mergeView({ counts, choices, name, choose, chooseAll, merge, close }) {
  const kinds = Object.entries(counts);
  if (!kinds.length) return nothingView(close);
  const inConflict = kinds.filter(([, { conflicts }]) => conflicts).map(([kind]) => kind);
  return html`
    <div class="tool-ask"><h2 tabindex="-1">What the file would change</h2>
      <table class="data-table"><caption>Entries of the file</caption>
        <thead><tr><th scope="col">Tool</th><th scope="col">New</th><th scope="col">Same</th><th scope="col">In conflict</th></tr></thead>
        <tbody>${kinds.map(
          ([kind, { added, same, conflicts }]) => html`
          <tr><th scope="row">${name(kind)}</th><td>${added}</td><td>${same}</td><td>${conflicts}</td></tr>`,
        )}</tbody>
      </table>
      ${inConflict.length ? html`<p>An entry is in conflict if this browser and the file hold different contents for it. Nothing of yours is replaced unless you say so.</p>` : nothing}
      ${inConflict.map((kind) => choice(kind, `For ${counts[kind].conflicts} in conflict, ${name(kind, true)}`, choices[kind], (to) => choose(kind, to)))}
      ${inConflict.length > 1 ? html`<p class="tool-actions">For all in conflict: ${Object.entries(CHOICES).map(([to, text]) => html`<button type="button" class="md-button" @click=${() => chooseAll(inConflict, to)}>${text}</button>`)}</p>` : nothing}
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${merge}>Import it</button>
      <button type="button" class="md-button" @click=${close}>Cancel</button></p>
    </div>`;
}

const choice = (kind, label, now, choose) => html`
  <div class="tool-field"><label for=${`choice-${kind}`}>${label}</label>
    <select id=${`choice-${kind}`} @change=${({ target }) => choose(target.value)}>
      ${Object.entries(CHOICES).map(([to, text]) => html`<option value=${to} .selected=${to === now}>${text}</option>`)}
    </select></div>`;
