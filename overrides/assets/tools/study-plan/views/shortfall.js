// Below the plan: what is left out, which weak competency no question practices, and what comes after the loop. `tool`
// is the element that shows the plan, `never` the items that `missing` in text.js finds.

import { pageAddress } from "../../shared/data.js";
import { spokenMinutes } from "../../shared/dates.js";
import { isMine } from "../../shared/track/track.js";
import { html, nothing } from "../../vendor/lit.js";
import { namesOf, priceOf, unpracticed } from "../text.js";

const FEW = 5; // more are folded: a list of all that a plan leaves out is longer than the plan

export function shortfall(tool, never) {
  const { plan, done } = tool;
  const hasMore = plan.left.some((id) => !done.includes(id) && !never.some((item) => item.id === id));
  return html`
    ${never.length ? leftOut(plan, never) : html`<p>${hasMore ? "Every task fits, and every kind of round." : "Nothing is left out."}</p>`}
    ${practice(tool)}
    ${hasMore ? further(tool) : nothing}
    ${afterwards(tool)}`;
}

function leftOut(plan, never) {
  return html`
    <h3>Left out</h3>
    <p>Your hours do not hold everything. What matters most came first, and <a href="#what-comes-first">below you see why</a>.
    ${priceOf(never, plan)}</p>
    ${never.length > FEW ? html`<details><summary>All ${never.length} that are left out</summary>${inWords(never)}</details>` : inWords(never)}`;
}

function practice({ plan, done, questions, competencies }) {
  const weak = unpracticed(plan, done, questions);
  if (!weak.length) return nothing;
  return html`
    <p>Your hours hold no question on <strong>${namesOf(weak, competencies)}</strong>, where you feel weak.
    When you find time, <a href=${pageAddress("prepare/practice/")}>answer one aloud</a>.</p>`;
}

// Counted once a reader opens it.
const further = ({ more, openMore }) => html`
  <details @toggle=${openMore}><summary>More rounds and questions, if you find time</summary>
  ${more ? inWords([...more.again, ...more.questions]) : nothing}</details>`;

function afterwards({ plan, done, tasks }) {
  const later = tasks.filter((task) => task.phase === "after" && isMine(plan.track, task) && !done.includes(task.id));
  return later.length ? html`<h3>After the loop</h3>${inWords(later)}` : nothing;
}

const inWords = (items) =>
  html`<ul>${items.map(({ text, minutes }) => html`<li>${text} <span class="muted">${spokenMinutes(minutes)}</span></li>`)}</ul>`;
