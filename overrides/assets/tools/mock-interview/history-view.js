// The reader's scorecards: how each kind of round went over time, and the newest words.
import { shortDay } from "../shared/dates.js";
import { html, nothing } from "../vendor/lit.js";
import { overTime, trend } from "./scorecards.js";

export const scorecardsView = ({ cards, rounds, save, print }) => html`
  <h3>Your scorecards</h3>
  <table class="data-table"><caption>Scores by kind of round, the oldest first</caption>
    <thead><tr><th scope="col">Round</th><th scope="col">Scores</th><th scope="col">Last time</th></tr></thead>
    <tbody>${overTime(cards, rounds).map(({ type, cards: its }) => {
      const last = its.at(-1);
      return html`<tr><th scope="row">${type}</th><td>${trend(its)}</td>
        <td>${shortDay(last.day)}, for ${last.level}${last.change ? html`. Change: ${last.change}` : nothing}</td></tr>`;
    })}</tbody></table>
  <p class="tool-actions"><button type="button" class="md-button" @click=${save}>Save as Markdown</button>
    <button type="button" class="md-button" @click=${print}>Print</button></p>`;
