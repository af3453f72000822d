// The days of a plan, each item with its check box, and what was planned before today. `tool` shows the plan.

import { pageAddress } from "../shared/data.js";
import { monthAndDay, shortDay, spokenMinutes } from "../shared/dates.js";
import { today } from "../shared/today.js";
import { html, live, nothing } from "../vendor/lit.js";
import { itemName, minutesOf, missed } from "./text.js";
import { isTicked } from "./ticks.js";

/** What was planned before today and is not done, or that the loop is over. */
export function missedNote(tool) {
  const { days, loop, track, hours, off, weak } = tool.plan;
  if (loop <= today())
    return html`<p class="plan-note">The loop is ${loop === today() ? "today. Good luck." : "over."} For another one, change the answers.</p>`;
  const open = missed(days, tool.done, today());
  if (!open.length) return nothing;
  const again = () => tool.make({ track, loop, hours, off, weak });
  return html`
    <div class="plan-note"><p><strong>${open.length === 1 ? "One thing" : `${open.length} things`} planned before today ${open.length === 1 ? "is" : "are"} not marked as done.</strong>
      If you did ${open.length === 1 ? "it" : "some of them"}, check the box below. The rest can be planned again over the days that are left.</p>
    <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${again}>Plan again from today</button></p></div>`;
}

/** A week, as `byWeek` in text.js makes it. */
export const weekView = (tool, { start, minutes, days }) => html`
  <h3>Week of ${monthAndDay(start)} <span class="muted">· ${spokenMinutes(minutes)}</span></h3>
  <ul class="plan-days">${days.map(
    ({ day, items }) => html`
    <li class=${day === today() ? "plan-days__today" : ""}><h4 class="plan-days__day">${day === today() ? "Today, " : ""}${shortDay(day)} <span class="muted">· ${spokenMinutes(minutesOf(items))}</span></h4>
    <ul>${items.map((item) => itemView(tool, item))}</ul></li>`,
  )}</ul>`;

function itemView(tool, item) {
  const name = itemName(item, tool.words);
  const isOn = isTicked(item, tool.done);
  const page = tool.words[item.id]?.page;
  return html`
    <li class=${isOn ? "plan-days__done" : ""}><label><input type="checkbox" .checked=${live(isOn)} @change=${({ target }) => tool.attempt(() => tool.tick(item, target.checked))}> <span>${name} <span class="muted">${spokenMinutes(item.minutes)}</span></span></label>
    ${page ? html`<a href=${pageAddress(page)} aria-label=${`Open: ${name}`}>Open</a>` : nothing}</li>`;
}
