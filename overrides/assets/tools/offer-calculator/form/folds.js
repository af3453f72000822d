// The assumptions behind an offer's years, each folded: the summary says what is assumed, and the fields change it.

import { today } from "../../shared/today.js";
import { html, nothing } from "../../vendor/lit.js";
import { spoken } from "../checks.js";
import { monthName, repayment, startMonths } from "../sums/dates.js";
import { isMicrosoft, vestedOnLeaving } from "../sums/years.js";
import {
  annualWords,
  bonusWords,
  CADENCES,
  matchWords,
  otherWords,
  priceWords,
  purchaseWords,
  raiseWords,
  vestingWords,
} from "../words.js";
import { choiceField, numberField } from "./fields.js";
import { ruleNote } from "./rule.js";

// Drawn once it is opened: nine folds of fields take longer than the rest of the form.
function fold({ tool }, title, words, content) {
  const opened = ({ target }) => target.open && tool.unfold(title);
  return html`
    <details class="offer-fold" @toggle=${opened}><summary>${title}: <span class="offer-fold__words">${words}</span></summary>
      ${tool.unfolded.has(title) ? content() : nothing}</details>`;
}

const headlineFold = (form) =>
  fold(
    form,
    "A total you were told",
    form.offer.headline ? spoken(form.offer.headline) : "none entered",
    () => html`
  ${numberField(form, "headline", "The total, in dollars", "By a recruiter, a friend, a page. The tool looks for what it is made of.")}
  ${ruleNote(form.lists, "total-comp-formula")}`,
  );

function bonusFold(form) {
  const { offer, lists } = form;
  const steps = lists.terms.bonus_steps.map((step) => [step, `${step} percent of target`]);
  return fold(
    form,
    "Bonus",
    bonusWords(offer, lists),
    () => html`
    ${numberField(
      form,
      "bonus",
      "Bonus at target, percent of base",
      isMicrosoft(offer)
        ? "Leave it empty for half of the highest listed for the level. Ask whether your offer names the target or the highest."
        : "",
    )}
    ${
      isMicrosoft(offer)
        ? html`
      ${choiceField({ ...form, offer: { ...offer, step: offer.step ?? 100 } }, "step", "Step you plan with", steps, { read: Number })}
      ${ruleNote(lists, "bonus-range-by-level", "bonus-target", "bonus-steps")}`
        : nothing
    }`,
  );
}

function leavingTable(offer, terms) {
  return html`
    <table class="data-table">
      <caption>Vested if you leave after so many months</caption>
      <thead><tr><th scope="col">Month</th>${CADENCES.map(([, words]) => html`<th scope="col">Then ${words}</th>`)}</tr></thead>
      <tbody>${vestedOnLeaving(offer, terms).map(
        (row) => html`
        <tr><th scope="row">${row.month}</th>${CADENCES.map(([cadence]) => html`<td>${spoken(row[cadence])}</td>`)}</tr>`,
      )}
      </tbody>
    </table>`;
}

function vestingFold(form) {
  const { offer, lists } = form;
  return fold(
    form,
    "On-hire stock",
    html`${vestingWords(offer)}. <span class="disputed">Sources conflict</span>`,
    () => html`
    <fieldset class="tool-field">
      <legend>After the first quarter of the grant, the rest vests</legend>
      ${CADENCES.map(
        ([cadence, words]) => html`
        <label class="offer-radio"><input type="radio" name="offer-cadence" .checked=${(offer.cadence ?? "quarterly") === cadence}
          @change=${() => form.tool.enter("cadence", cadence)}> ${words}</label>`,
      )}
      <p class="muted">With an unchanged share price both give the same years. It matters if you leave within one.</p>
    </fieldset>
    ${offer.on_hire ? leavingTable(offer, lists.terms) : nothing}
    ${ruleNote(lists, "on-hire-vesting-cadence", "on-hire-vesting", "stock-vesting-period")}
    ${ruleNote(lists, "on-hire-share-count")}
    ${ruleNote(lists, "leave-rule")}`,
  );
}

function startFold(form) {
  const { offer, lists } = form;
  const months = startMonths(today(), offer.start).map((month) => [month, monthName(month, 0)]);
  return fold(
    form,
    "Start month",
    offer.start ? monthName(offer.start, 0) : "not entered, so whole years are counted",
    () => html`
    ${choiceField(form, "start", "First month of work", [["", "I do not know"], ...months], { read: (text) => text || null, hint: "It sets the first bonus, the first award and the dates on which stock vests." })}
    ${ruleNote(lists, "bonus-month", "annual-award-share-count")}`,
  );
}

function otherFold(form) {
  const { offer } = form;
  const due = repayment(offer);
  return fold(
    form,
    "Relocation and other sums",
    otherWords(offer),
    () => html`
    <div class="offer-pair">
      ${numberField(form, "relocation", "Relocation, in dollars", "What is paid to you. Services have no dollars.")}
      ${numberField(form, "other_once", "Other sums paid once")}
    </div>
    <div class="offer-pair">
      ${numberField(form, "other_yearly", "Other sums each year")}
      ${numberField(form, "repay_months", "Repay if you leave within, in months", "It is in the clause of your offer. Ask for it.")}
    </div>
    ${due ? html`<p>Leave before <strong>${due.until}</strong>, and up to <strong>${spoken(due.amount)}</strong> may have to be repaid: sign-on and relocation. Ask whether it shrinks month by month, and whether a second part runs from its own payment.</p>` : nothing}`,
  );
}

const raiseFold = (form) =>
  fold(
    form,
    "Raise of base",
    raiseWords(form.offer),
    () => html`
  ${numberField(form, "merit", "Raise each year, percent", "No raise is promised. The bonus follows the base.")}`,
  );

const annualFold = (form) =>
  fold(
    form,
    "Annual awards",
    annualWords(form.offer, form.lists),
    () => html`
  ${numberField(form, "annual", "One award a year, the whole grant", "No award is promised. Without a start month the first comes at the end of year 1.")}
  ${
    isMicrosoft(form.offer)
      ? ruleNote(form.lists, "annual-award-vesting", "annual-award-share-count")
      : numberField(form, "annual_years", "Years in which an award vests, in equal parts")
  }`,
  );

const priceFold = (form) =>
  fold(
    form,
    "Share price",
    priceWords(form.offer),
    () => html`
  ${numberField(form, "change", "Change every year, percent", "Minus for a fall. No one knows it: try one of each.")}`,
  );

function extraFolds(form) {
  const { offer } = form;
  if (!isMicrosoft(offer)) {
    return [
      fold(form, "401(k) match", matchWords(offer), () => numberField(form, "match", "Match a year, in dollars")),
      fold(form, "Purchase plan", purchaseWords(offer), () => numberField(form, "discount", "Gain a year, in dollars")),
    ];
  }
  return offer.place === "elsewhere" ? [] : [matchFold(form), purchaseFold(form)]; // both are US plans
}

function matchFold(form) {
  const { offer, lists } = form;
  const { match_limit: limit, match_limit_name: limitName } = lists.terms;
  const hint =
    (offer.contribution ?? 0) > limit
      ? `That is more than the newest limit we know (${limitName}: ${spoken(limit)}). Above the limit there is no match. Check this year’s limit with the IRS.`
      : `The newest limit we know: ${spoken(limit)} (${limitName}). Check this year’s with the IRS.`;
  return fold(
    form,
    "401(k) match",
    matchWords(offer),
    () => html`
      ${numberField(form, "contribution", "What you put in each year, in dollars", hint)}
      ${ruleNote(lists, "401k-match")}`,
  );
}

const purchaseFold = (form) =>
  fold(
    form,
    "Purchase plan",
    purchaseWords(form.offer),
    () => html`
      ${numberField(form, "purchase", "What you put in, percent of base", "No source says whether the cap counts what you pay or what the shares are worth, or whether pay is more than base. We take the lower gain.")}
      ${ruleNote(form.lists, "espp")}`,
  );

/** In the order in which the form shows them. */
export const offerFolds = (form) => [
  isMicrosoft(form.offer) ? startFold(form) : nothing,
  headlineFold(form),
  bonusFold(form),
  isMicrosoft(form.offer) ? vestingFold(form) : nothing,
  annualFold(form),
  otherFold(form),
  raiseFold(form),
  priceFold(form),
  extraFolds(form),
];
