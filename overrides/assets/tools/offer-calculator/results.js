// The results of one offer: a summary, a warning, the years as a chart and a table, and the evidence.

import { collapsible } from "../shared/parts.js";
import { html, nothing } from "../vendor/lit.js";
import { yearsChart } from "./chart.js";
import { spoken } from "./checks.js";
import { isAbroad, placeOffer } from "./evidence.js";
import { dateWords, ruleNote, sourceLinks } from "./form/rule.js";
import { calendarPart, judgedPart } from "./next-steps.js";
import {
  bonusAt,
  bonusTarget,
  carelessTotal,
  firstCash,
  isMicrosoft,
  offerYears,
  PARTS,
  sumOfYears,
} from "./sums/years.js";
import { assumptions, nameOf } from "./words.js";

/** Like the guide's other tables, whose rows become cards on a phone; so each year is a row. */
export function guideTable(kind, caption, columns, rows) {
  const label = (index) => html`<span class="guide-table__label" aria-hidden="true">${columns[index]}</span>`;
  return html`
    <div class="guide-table guide-table--${kind}">
      <table role="table" class="guide-table__table">
        <caption>${caption}</caption>
        <thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}</tr></thead>
        <tbody role="rowgroup">${rows.map(
          (row) => html`
          <tr role="row">${row.map((cell, index) =>
            index
              ? html`<td role="cell">${label(index)}<div class="guide-table__value">${cell}</div></td>`
              : html`<th role="rowheader" scope="row">${cell}</th>`,
          )}</tr>`,
        )}
        </tbody>
      </table>
    </div>`;
}

function yearsTable(name, years) {
  const shown = [...PARTS.filter(({ id }) => years.some((year) => year[id])), { id: "total", name: "Together" }];
  return guideTable(
    "years",
    `${name}: dollars by year, before tax`,
    ["Year", ...shown.map((part) => part.name)],
    years.map((year) => [`Year ${year.year}`, ...shown.map(({ id }) => spoken(year[id]))]),
  );
}

function inShort(years) {
  const [first, , third, fourth, fifth] = years;
  const onceOnly = first.sign_on + first.once;
  const once = onceOnly ? `, including ${spoken(onceOnly)} paid once` : "";
  const later =
    fifth.total < fourth.total
      ? `Year 5 pays ${spoken(fifth.total)}: the on-hire stock is used up by then.`
      : `Year 5 pays ${spoken(fifth.total)}.`;
  return `Year 1 pays ${spoken(first.total)}${once}. Year 3 pays ${spoken(third.total)}. ${later} The first four years together: ${spoken(sumOfYears(years.slice(0, 4)))}.`;
}

function headlineNote(offer, lists, years) {
  const found = lists.reader?.explainHeadline(offer, lists);
  if (!found) return nothing;
  const parts = found.parts.map(([name, amount]) => `${name} ${spoken(amount)}`).join(" + ");
  const about = found.exact ? "is" : "is close to";
  if (found.kind === "mixed") {
    return html`<div class="offer-flag" role="note"><p><strong>This adds a grant of several years to one year of pay.</strong>
      ${spoken(offer.headline)} ${about} ${parts}. No year pays that: year 1 pays ${spoken(years[0].total)}.</p></div>`;
  }
  if (found.kind === "sound")
    return html`<p class="offer-note">The total you were told, ${spoken(offer.headline)}, ${about} ${parts}.</p>`;
  return html`<p class="offer-note">The total you were told, ${spoken(offer.headline)}, does not match any sum of these parts. Ask what it includes, and for how many years.</p>`;
}

function bonusSpread(offer, lists) {
  const target = bonusTarget(offer, lists.evidence);
  if (!isMicrosoft(offer) || !target) return nothing;
  const steps = lists.terms.bonus_steps;
  const at = (step) =>
    html`${spoken(bonusAt(offer, lists.evidence, step))} (year 1: ${spoken(offerYears(offer, lists, step)[0].total)})`;
  return html`<p>The bonus is the part that moves most: ${at(steps[0])} at its lowest, ${at(100)} at target, ${at(steps.at(-1))} at its highest.</p>`;
}

const careless = (offer) =>
  offer.on_hire
    ? html`
  <p class="muted">One year of base plus the whole on-hire grant would be ${spoken(carelessTotal(offer))}. No year pays that. If a total near it is named, ask how many years are in it.</p>`
    : nothing;

function evidenceItem(entry, { sources }) {
  const reports =
    entry.n === null ? (entry.kind === "newest" ? " Number of reports not published." : "") : ` ${entry.n} reports.`;
  return html`
    <li>${entry.title}: ${entry.says}. <strong>${entry.what} is ${entry.place}.</strong>
      <span class="muted">${dateWords(entry)}.${reports}${entry.confidence ? ` Confidence ${entry.confidence}.` : nothing} ${sourceLinks([entry.source], sources)}.</span>
      ${entry.small ? html`<span class="small-sample">Small sample: a hint, not a finding</span>` : nothing}</li>`;
}

// The best evidence comes first, and is never folded: the ranges that Microsoft itself posts for the code.
function postedPart(posted, offer, { sources }) {
  if (!posted.length || !offer.base) return nothing;
  const [own, nearest] = [posted.filter((entry) => !entry.nearest), posted.filter((entry) => entry.nearest)];
  return html`${own.length ? postedList("Your base in the range that Microsoft posts", own, offer, sources) : nothing}
    ${nearest.length ? postedList(`We saw no ${offer.track.toUpperCase()} post with ${offer.level ? "this" : "a higher"} code. The nearest kind of job, “${nearest[0].nearest}”`, nearest, offer, sources) : nothing}`;
}

function postedList(title, posted, offer, sources) {
  return html`
    <p class="offer-subject">${title}</p>
    ${offer.level ? nothing : html`<p>Your post prints a code, such as IC4. Read the line of your code and place.</p>`}
    <ul class="offer-evidence">${posted.map(
      (entry) => html`
      <li>${entry.title.replace("Posted range, ", "")}: <strong>${entry.place}</strong>, ${entry.says}.
        <span class="muted">${dateWords(entry)}. ${sourceLinks([entry.source], sources)}.</span></li>`,
    )}</ul>`;
}

const cashNote = (years) =>
  html`<p>Cash before any stock vests, in month 12: <strong>${spoken(firstCash(years))}</strong> over the first twelve months.</p>`;

function evidencePart(offer, lists) {
  if (!isMicrosoft(offer))
    return html`<p>This guide has evidence on Microsoft alone, so it compares no other employer’s offer.</p>`;
  const { entries: all, missing } = placeOffer(offer, lists);
  const [posted, entries] = [true, false].map((is) => all.filter(({ kind }) => (kind === "posted") === is));
  const subjects = [...new Set(entries.map(({ what }) => what))];
  return html`
    ${postedPart(posted, offer, lists)}
    ${judgedPart(offer, lists)}
    ${offer.level || isAbroad(offer) ? nothing : html`<p>Choose the level above to see more. If the offer names none, ask for it: every range depends on it.</p>`}
    ${subjects.map((what) => {
      const about = entries.filter((entry) => entry.what === what);
      return collapsible(
        html`${what}: ${spoken(about[0].value)} <span class="offer-fold__words">beside ${about.length} ${about.length === 1 ? "figure" : "figures"}</span>`,
        html`<ul class="offer-evidence">${about.map((entry) => evidenceItem(entry, lists))}</ul>`,
      );
    })}
    ${missing.length ? html`<p class="offer-subject">Not known</p><ul>${missing.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
    ${ruleNote(lists, "location-zones")}`;
}

export function offerResults(entry, lists, top) {
  const { id, offer } = entry;
  const [name, years] = [nameOf(entry), offerYears(offer, lists)];
  return html`
    <section class="offer-results" id="offer-results" aria-label="Years of ${name}">
      <h3>What ${name} pays</h3>
      <p>${inShort(years)}</p>
      ${headlineNote(offer, lists, years)}
      ${yearsChart(`chart-${id}`, name, years, top)}
      ${collapsible("Each part, year by year", yearsTable(name, years))}
      ${isMicrosoft(offer) ? cashNote(years) : nothing} ${calendarPart(offer, lists)}
      ${bonusSpread(offer, lists)} ${careless(offer)}
      <p class="muted">Before tax, in the dollars of your offer. Not advice: your offer letter and its agreements decide.</p>
      <h3>Against the evidence</h3>
      ${evidencePart(offer, lists)}
      <details class="offer-fold offer-basis"><summary>All that these sums assume</summary>
        <dl>${assumptions(offer, lists).map(([what, how]) => html`<div><dt>${what}</dt><dd>${how}</dd></div>`)}</dl>
      </details>
    </section>`;
}

export const topOf = (entries, lists) =>
  Math.max(1, ...entries.flatMap(({ offer }) => offerYears(offer, lists).map((year) => year.total)));
