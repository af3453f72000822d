// The form of one offer: the main fields, and folds that say what they assume.

import { html, nothing } from "../../vendor/lit.js";
import { spoken, vestingSum } from "../checks.js";
import { isMicrosoft } from "../sums/years.js";
import { choiceField, numberField, textField, vestingFields } from "./fields.js";
import { offerFolds } from "./folds.js";
import { ruleNote } from "./rule.js";

const TRACKS = [
  ["pm", "Product Manager (PM)"],
  ["pmm", "Product Marketing Manager (PMM)"],
];

const PLACES = [
  ["", "Not said yet"],
  ["us", "US, most places"],
  ["us-sf-nyc", "US: San Francisco Bay or New York City"],
  ["elsewhere", "Outside the US"],
];
// All levels below the lowest one with a published figure.
const BELOW = [56, "Below 57: no figures seen"];

function levelName(level, track) {
  const title = level[track];
  return `${level.level}: ${title || `${level.band}, no ${track.toUpperCase()} title seen`}`;
}

function placeFields(form) {
  const levels = form.lists.evidence.levels.map((level) => [level.level, levelName(level, form.offer.track)]);
  return html`
    <div class="offer-pair">
      ${choiceField(form, "track", "Track", TRACKS)}
      ${choiceField(form, "level", "Level", [["", "I do not know"], BELOW, ...levels], { read: (text) => (text ? Number(text) : null) })}
    </div>`;
}

function mainFields(form) {
  const { offer, lists } = form;
  const isSplit = (offer.sign_on_1 ?? 0) > lists.terms.split_above && !offer.sign_on_2;
  return html`
    ${form.tool.entries.length > 1 || !isMicrosoft(offer) ? textField(form, "name", "Name of this offer") : nothing}
    ${isMicrosoft(offer) ? placeFields(form) : nothing}
    <div class="offer-pair">
      ${numberField(form, "base", "Base a year, in dollars")}
      ${numberField(form, "on_hire", "On-hire stock, the whole grant", isMicrosoft(offer) ? "The one sum in your offer, for all years." : "The one sum for all years.")}
    </div>
    <div class="offer-pair">
      ${numberField(form, "sign_on_1", "Sign-on in year 1")}
      ${numberField(form, "sign_on_2", "Sign-on in year 2", isSplit ? `Above ${spoken(lists.terms.split_above)} it tends to be split. Ask when each part is paid.` : "")}
    </div>
    ${isMicrosoft(offer) ? html`${ruleNote(lists, "sign-on")}<div class="offer-pair">${choiceField(form, "place", "Where you will work", PLACES)}</div>` : vestingPart(form)}
    ${offer.place === "elsewhere" ? html`<p>Outside the US nothing is compared: every range and report here is from the US. Enter US dollars.</p>` : nothing}`;
}

function vestingPart(form) {
  const whole = vestingSum(form.offer.vesting ?? []);
  return html`${vestingFields(form)}
    ${whole < 100 ? html`<p class="muted">So far ${whole} of 100 percent. What is missing is not counted in these five years.</p>` : nothing}`;
}

/**
 * form = { tool, offer, lists, problems, first: dollars of year 1 or null }. The tool has, by field, the `texts` of
 * those being edited and `turns`, how often each was replaced; it takes what is entered: enter(field, value, typing),
 * leave(), hold(key, text), settle(key, field), unfold(title).
 */
export const offerForm = (form) => html`
  <div class="offer-form">
    ${mainFields(form)}
    ${form.first ? html`<p class="offer-first">Year 1 pays <strong>${spoken(form.first)}</strong>. <a href="#offer-results">See all the years</a></p>` : nothing}
    <p class="offer-form__more"><strong>What else is assumed.</strong> Open a line to change it.</p>
    ${offerFolds(form)}
  </div>`;
