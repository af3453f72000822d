// The days of a plan, each item with its check box, and what was planned before today. `tool` shows the plan.

import { pageAddress } from "../../shared/data.js";
import { monthAndDay, shortDay, spokenMinutes } from "../../shared/dates.js";
import { today } from "../../shared/today.js";
import { html, live, nothing } from "../../vendor/lit.js";
import { itemName, minutesOf, missed } from "../text.js";
import { isTicked } from "../ticks.js";

/** What was planned before today and is not done, or that the loop is over. */
export function missedNote(tool) {
  const { days, loop, track, hours, off, weak } = tool.plan;
  if (loop <= today())
    return html`<p class="plan-note">The loop is ${loop === today() ? "today. Good luck." : "over."} For another one, change the answers.</p>`;
  const open = missed(days, tool.done, today());
  if (!open.length) return nothing;
  const again = () => tool.make({ track, loop, hours, off, weak });
  const [things, them] = open.length === 1 ? ["One thing", "it"] : [`${open.length} things`, "any of them"];
  return html`
    <div class="plan-note"><p><strong>${things} planned before today ${open.length === 1 ? "is" : "are"} not marked as done.</strong>
      If you did ${them}, check ${open.length === 1 ? "its box" : "the boxes"} below. What is not done can be planned again over the days that are left.</p>
    <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${again}>Plan again from today</button></p></div>`;
}

const nextDay = (days) => days.find(({ day }) => day >= today());

/** To the day that is next, past those before it. */
export function nextDayLink(days) {
  const next = nextDay(days);
  if (!next || next === days[0]) return nothing;
  return html`<p class="plan-next"><a href="#plan-next">Go to ${next.day === today() ? "today" : shortDay(next.day)}</a></p>`;
}

/** A week, as `byWeek` in text.js makes it. */
export function weekView(tool, { start, minutes, days }) {
  const next = nextDay(tool.plan.days);
  return html`
  <h3>Week of ${monthAndDay(start)} <span class="muted">· ${spokenMinutes(minutes)}</span></h3>
  <ul class="plan-days">${days.map((one) => dayView(tool, one, one.day === next?.day))}</ul>`;
}

// Today needs no weekday: with one, the line was two on a phone.
function dayView(tool, { day, items }, isNext) {
  const isToday = day === today();
  return html`
    <li id=${isNext ? "plan-next" : nothing} class=${isToday ? "plan-days__today" : ""}><h4 class="plan-days__day">${isToday ? `Today, ${monthAndDay(day)}` : shortDay(day)} <span class="muted">· ${spokenMinutes(minutesOf(items))}</span></h4>
    <ul>${items.map((item) => itemView(tool, item))}</ul></li>`;
}

function itemView(tool, item) {
  const name = itemName(item, tool.words);
  const isOn = isTicked(item, tool.done);
  const page = tool.words[item.id]?.page;
  return html`
    <li class=${isOn ? "plan-days__done" : ""}><label><input type="checkbox" .checked=${live(isOn)} @change=${({ target }) => tool.attempt(() => tool.tick(item, target.checked))}> <span>${name} <span class="muted">${spokenMinutes(item.minutes)}</span></span></label>
    ${page ? html`<a href=${pageAddress(page)} aria-label=${`Open: ${name}`}>Open</a>` : nothing}</li>`;
}
