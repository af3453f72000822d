// The views from the first question of a set to "Done for today". Loaded with that question.

import { RATING_WORDS, whenWords } from "../shared/review/review.js";
import { today } from "../shared/today.js";
import { html, nothing, repeat } from "../vendor/lit.js";

export { withAnswer, withoutNewest } from "./question.js";

export function question(tool) {
  const { answerNotes: notes, bank, choices, now } = tool;
  return repeat(
    [tool.current],
    (id) => id,
    (id) => html`
    <practice-question .question=${bank.whole(id, choices)} .saved=${tool.saved[id]} .draft=${notes.of(id)} .today=${today()} .timer=${choices} .forLevel=${choices.level}
      .place=${`Question ${now.ids.indexOf(id) + 1} of ${now.ids.length}`} .isRatedAnew=${id === tool.anew}
      @note=${(event) => notes.type(id, event.detail)} @settle=${(event) => notes.settle(id, event.detail)} @rate=${(event) => tool.once(() => tool.rate(id, event.detail))}
      @skip=${() => tool.once(tool.skip)} @timer-set=${(event) => tool.choose(event.detail)}></practice-question>
    <p class="tool-actions">${takeBack(tool)}<button type="button" class="md-button" @click=${tool.leave}>Stop for now</button></p>`,
  );
}

export function done(tool) {
  const { bank, now, saved } = tool;
  const answers = now.done.map((id) => ({
    text: bank.textOf(id) || bank.kindOf(id),
    rating: saved[id].answers.at(-1).rating,
    due: saved[id].due,
  }));
  const { due, fresh } = tool.tally;
  return html`${doneToday({ answers, day: now.day, hasMore: due + fresh > 0, more: () => tool.once(tool.more), leave: tool.leave })}${takeBack(tool)}`;
}

function takeBack(tool) {
  return tool.newest
    ? html`<button type="button" class="md-button" @click=${() => tool.once(tool.rateAnew)}>Undo the last rating</button>`
    : nothing;
}

// `answers`: [{ text, rating, due }] of today.
const doneToday = ({ answers, day, hasMore, more, leave }) => html`
  <h2 tabindex="-1">Done for today</h2>
  <ul class="practice__done">${answers.map(
    ({ text, rating, due }) => html`
    <li>${text} <span class="muted">${RATING_WORDS[rating]}, comes back ${whenWords(due, day)}</span></li>`,
  )}</ul>
  <p>Stop here if you can. Practice spread over days is the point of this page.</p>
  <p class="tool-actions">
    <button type="button" class="md-button md-button--primary" @click=${leave}>Back to the overview</button>
    ${hasMore ? html`<button type="button" class="md-button" @click=${more}>Practice more today</button>` : nothing}
  </p>`;
