// The reader's history: a small chart and a table for each competency.

import { shortDay } from "../shared/dates.js";
import { RATING_WORDS, RATINGS } from "../shared/review/review.js";
import { clock } from "../shared/timer/timer.js";
import { html, svg } from "../vendor/lit.js";
import { dots, historyByCompetency } from "./history.js";

const BOX = { width: 120, height: 36, edge: 5 };
const MOST_DOTS = 12; // more would touch

/**
 * `saved`: { PM001: value }; `names`: of the competencies, by id; `textOf(id)`: the text of a question, "" until
 * fetched; `open(ids)` fetches these texts.
 */
export const practiceHistory = ({ saved, questions, names, textOf, open }) => {
  const history = historyByCompetency(saved, questions, Object.keys(names));
  const tried = history.map(({ competency }) => competency);
  const untried = Object.keys(names).filter((competency) => !tried.includes(competency));
  return history.length
    ? html`
    <p class="muted">Each dot is an answer, and further right is later. The lines, from below: weak, mixed, strong, strong and easy.</p>
    ${history.map(({ competency, answers }) => entry(names[competency], answers, textOf, open))}
    ${untried.length ? html`<p>Not tried yet: ${untried.map((competency) => names[competency]).join(", ")}.</p>` : ""}`
    : html`<p>Nothing yet. Your first rating starts it.</p>`;
};

function entry(name, answers, textOf, open) {
  const ids = [...new Set(answers.map(({ id }) => id))];
  const latest = answers.slice(-MOST_DOTS).map(({ rating }) => rating);
  return html`
    <details class="practice__history" @toggle=${(event) => event.target.open && open(ids)}><summary>
      <span class="practice__competency">${name}</span> ${picture(name, latest)}
      <span class="muted">${answers.length === 1 ? "1 answer" : `${answers.length} answers`}, last ${RATING_WORDS[latest.at(-1)]}</span></summary>
      <table class="data-table"><caption class="visually-hidden">${name}: your answers, the newest first</caption>
        <thead><tr><th scope="col">Day</th><th scope="col">Question</th><th scope="col">Rating, time</th></tr></thead>
        <tbody>${[...answers].reverse().map(
          ({ id, day, rating, seconds }) => html`
          <tr><td>${shortDay(day)}</td><th scope="row">${textOf(id)}</th><td>${RATING_WORDS[rating]}${seconds ? `, ${clock(seconds)}` : ""}</td></tr>`,
        )}</tbody></table>
    </details>`;
}

const level = (row) => BOX.edge + row * ((BOX.height - 2 * BOX.edge) / (RATINGS.length - 1));

function picture(name, ratings) {
  const places = dots(ratings, BOX);
  const line = places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return html`<svg class="practice__picture" role="img" width=${BOX.width} height=${BOX.height} viewBox="0 0 ${BOX.width} ${BOX.height}"
    aria-label="${name}: ${ratings.map((rating) => RATING_WORDS[rating]).join(", ")}">
    ${RATINGS.map((_, row) => svg`<line x1="0" x2=${BOX.width} y1=${level(row)} y2=${level(row)}/>`)}<polyline points=${line}/>${places.map(({ x, y }) => svg`<circle cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="4"/>`)}</svg>`;
}
