// The decoded post. Loaded with the decoder once there is a post.

import { copyButton } from "../shared/copying/copy-button.js";
import { pageAddress } from "../shared/data.js";
import { html, live, nothing } from "../vendor/lit.js";
import {
  codesOf,
  ends,
  foundAsMarkdown,
  inSentence,
  othersOf,
  payOf,
  REQUIREMENTS,
  roundName,
  shareOf,
  storiesLacking,
  TRACKS,
  titleOf,
  yearsLine,
} from "./text.js";

export { decode } from "./decode.js";

const lackingOf = ({ found, lists, stories }) => storiesLacking(found, stories).map((id) => lists.competencies[id]);

export const markdownOf = (tool) => foundAsMarkdown(tool.found, { lacking: lackingOf(tool), loop: tool.loop });

export function foundView(tool) {
  const { found } = tool;
  const { caution, code, track } = found;
  return html`
    <section class="post-found" aria-labelledby="post-found">
      <h2 id="post-found" tabindex="-1">${titleOf(found)}</h2>
      <p><strong>${codesOf(found)}.</strong> Code: ${code.how}.</p>
      ${caution ? html`<p>${caution}</p>` : nothing}
      ${payPart(found)} ${yearsPart(found.years)} ${themesPart(tool, found)} ${storiesPart(tool, found)} ${roundsPart(tool, found)} ${planPart(tool, track)} ${takePart(tool)}
    </section>`;
}

function payPart({ range, history }) {
  if (!range)
    return html`<h3>Pay</h3><p>No range is printed, and none is known for it here. US posts have to show one: ask the recruiter for it.</p>`;
  const { rows, says } = history;
  return html`
    <h3>Pay</h3>
    <p>Base <strong>${payOf(range)}</strong>: ${range.how}.${othersOf(range)} ${says}</p>
    ${
      rows.length > 1
        ? html`<ul>${rows.map((row) => html`<li>${row.code}, ${row.seen}: ${ends(row.low, row.high)}${row.isThis ? html` <strong>(this post)</strong>` : nothing}</li>`)}</ul>`
        : nothing
    }
    <p class="muted">US ranges only. <a href=${pageAddress("pay/posted-ranges/")}>Posted ranges</a> has their sources.</p>`;
}

function yearsPart(years) {
  const line = yearsLine(years);
  return line ? html`<h3>Years</h3><p>${line}</p>` : nothing;
}

function takePart(tool) {
  return html`
    <h3>Keep a copy</h3>
    <p class="tool-actions"><button type="button" class="md-button" @click=${tool.save}>Save as Markdown</button>
      <button type="button" class="md-button" @click=${tool.print}>Print</button></p>
    ${copyButton(markdownOf(tool))}`;
}

function themesPart(tool, { themes, absent, track }) {
  const { n } = tool.lists.tracks[track];
  return html`
    <h3>What it emphasizes</h3>
    <p>What is required comes first, and of that what the fewest posts ask for. The share is of ${n} ${TRACKS[track]} posts of fall 2025.</p>
    ${
      themes.length
        ? html`<ul>${themes.map(({ name, requirement, percent, page }) => html`<li><strong>${name}</strong>: ${REQUIREMENTS[requirement].toLowerCase()}, ${shareOf(percent)}. <a href=${pageAddress(page)} aria-label="Practice: ${name}">Practice</a></li>`)}</ul>`
        : html`<p>No theme was found. Paste the qualifications too.</p>`
    }
    ${absent.length ? html`<p>Most posts name these and yours does not: ${absent.map(({ name }) => inSentence(name)).join(", ")}. Prepare them all the same.</p>` : nothing}`;
}

function storiesPart(tool, found) {
  if (!found.themes.length) return nothing;
  const lacking = lackingOf(tool);
  const link = html`<a href=${pageAddress("prepare/stories/")}>your story bank</a>`;
  return html`
    <h3>Stories you still need</h3>
    <p>${lacking.length ? html`No ${TRACKS[found.track]} story in ${link} shows: <strong>${lacking.join(", ")}</strong>.` : html`Every theme has a story in ${link}.`}</p>`;
}

function roundsPart(tool, { rounds, cases, track }) {
  return html`
    <h3>Likely rounds and cases</h3>
    <ol>${rounds.map((round) => html`<li>${roundName(round)}</li>`)}</ol>
    <p><a href=${pageAddress(tool.lists.tracks[track].rounds_page)}>What each round wants to see</a>. Work these cases first: ${cases.map(({ title, page }, index) => html`${index ? "; " : nothing}<a href=${pageAddress(page)}>${title}</a>`)}.</p>`;
}

function planPart(tool, track) {
  const address = `${pageAddress("prepare/dated-plan/")}?track=${track}${tool.loop ? `&loop=${tool.loop}` : ""}`;
  return html`
    <h3>Your plan</h3>
    <div class="tool-field">
      <label for="post-loop">Date of your loop, if you have one</label>
      <input id="post-loop" type="date" .value=${live(tool.loop)} @input=${({ target }) => tool.saveInput({ loop: target.value })}>
    </div>
    <p class="tool-actions"><a class="md-button" href=${address}>Make the plan</a></p>`;
}
