// The reader's next steps: what to ask for, the message to send, and what is paid when.

import { copyButton } from "../shared/copying/copy-button.js";
import { pageAddress } from "../shared/data.js";
import { collapsible } from "../shared/parts.js";
import { html, nothing } from "../vendor/lit.js";
import { spoken } from "./checks.js";
import { judge } from "./judgment.js";
import { calendarOf } from "./sums/years.js";

export function judgedPart(offer, lists) {
  const { levers, words } = judge(offer, lists);
  return html`
    <p class="offer-subject">What to ask for, in this order</p>
    <ol class="offer-levers">${levers.map(({ part, room, why }) => html`<li><strong>${part}: ${room}. </strong>${why}</li>`)}</ol>
    <p>Say or send this. Fill in what is in brackets:</p>
    <blockquote class="offer-words"><p>${words}</p></blockquote>
    ${copyButton(words)}
    <p class="muted">The accounts are of engineers and a few PMs, most in India. <a href=${pageAddress("pay/negotiate/")}>Negotiate</a> has them all, and what to say after a no.</p>`;
}

export function calendarPart(offer, lists) {
  const sums = calendarOf(offer, lists);
  if (!sums.length) return nothing;
  return collapsible(
    "What comes when, in the first two years",
    html`<ul class="offer-calendar">${sums.map(({ month, what, amount }) => html`<li>${month}: ${what}, <strong>${spoken(amount)}</strong></li>`)}</ul>
    <p class="muted">Base comes all along. A vest at month 12 falls in the month of your anniversary. The second part of a sign-on is taken to come in month 13, the first bonus and award to count months worked of July to June. Ask for each date.</p>`,
  );
}
