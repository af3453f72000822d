// The last-day pack: a few pages to print, from what the reader saved in this browser.

import { fetchData, pageAddress } from "../shared/data.js";
import { longDay } from "../shared/dates.js";
import { ToolElement } from "../shared/element.js";
import { printOnly } from "../shared/output/output.js";
import { chosenTrack } from "../shared/track/track.js";
import { html, nothing } from "../vendor/lit.js";
import { cardsOf, changesOf, questionsOf, roundsOf, scoresOf, storiesOf, weakOf } from "./pack.js";

const TRACKS = { pm: "PM", pmm: "PMM" };
// The only name with a hyphen in its spelling.
const HYPHENED = { "cross-functional-partner": "Cross-functional partner" };
const spoken = (id) => HYPHENED[id] ?? id[0].toUpperCase() + id.slice(1).replaceAll("-", " ");
const link = (page, words) => html`<a href=${pageAddress(page)}>${words}</a>`;

class LastDayTool extends ToolElement {
  static kinds = ["story-bank", "role-plays", "mock-interview", "practice", "study-plan", "settings"];
  static properties = { mine: { state: true }, track: { state: true }, topic: { state: true } };

  constructor() {
    super();
    this.topic = "";
  }

  async prepare() {
    this.lists = await fetchData("last-day");
    this.topics = [...new Set(this.lists.changes.map(({ topic }) => topic))];
  }

  async recall() {
    const [stories, plays, mocks, practice, [plan]] = await Promise.all(
      ["story-bank", "role-plays", "mock-interview", "practice", "study-plan"].map((kind) => this.store.list(kind)),
    );
    const chosen = (await chosenTrack(this.store)) ?? plan?.value.track;
    if (!this.track || chosen !== this.followed) this.track = chosen === "pmm" ? "pmm" : "pm";
    this.followed = chosen;
    this.mine = { stories: stories.map(({ value }) => value), plays, mocks, practice, loop: plan?.value.loop };
  }

  render() {
    const choice = (id, label, value, options, choose) => html`
      <div class="tool-field"><label for=${id}>${label}</label>
        <select id=${id} @change=${({ target }) => choose(target.value)}>${options.map(([key, name]) => html`<option value=${key} .selected=${key === value}>${name}</option>`)}</select></div>`;
    return html`
      <div class="pack-choices">
        ${choice("pack-track", "Track", this.track, Object.entries(TRACKS), (track) => (this.track = track))}
        ${choice("pack-topic", "What changed, about", this.topic, [["", "Everything"], ...this.topics.map((id) => [id, spoken(id)])], (topic) => (this.topic = topic))}
        <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => printOnly(this)}>Print the pack</button></p>
      </div>
      ${this.notes()}
      <section class="pack" aria-label="Your last-day pack">
        <p class="pack-title"><strong>${TRACKS[this.track]} loop${this.mine.loop ? html`, ${longDay(this.mine.loop)}` : nothing}</strong></p>
        ${this.#stories()} ${this.#scores()} ${this.#lists()}
      </section>`;
  }

  #stories() {
    const stories = storiesOf(this.mine.stories, this.track, this.lists.competencies);
    return html`<h3>Your stories</h3>${
      stories.length
        ? html`<ol>${stories.map(
            (story) => html`
          <li><strong>${story.title}</strong>${story.shows.length ? html` (${story.shows.join(", ")})` : nothing}${story.result ? html`. Result: ${story.result}` : nothing}${story.worst ? html` <br>Worst question: ${story.worst}` : nothing}</li>`,
          )}</ol>`
        : html`<p>No ${TRACKS[this.track]} story is saved in this browser. Write two in your ${link("prepare/stories/", "story bank")} tonight: a name, the result, the worst question.</p>`
    }`;
  }

  #scores() {
    const scores = scoresOf(this.mine.plays, this.lists.role_plays);
    const cards = cardsOf(this.mine.mocks, this.track, this.lists.mock_rounds);
    const weak = weakOf(this.mine.practice).length;
    if (!scores.length && !cards.length && !weak)
      return html`<h3>How you scored</h3><p>Nothing is scored yet. Do one round of a ${link("prepare/mock-interview/", "mock interview")} aloud, and score it.</p>`;
    return html`<h3>How you scored</h3>
      ${cards.length ? html`<ul>${cards.map(({ name, day, level, score, change }) => html`<li>${name}, level ${level}, ${longDay(day)}: <strong>${score} of 5</strong>${change ? html`. To change: ${change}` : nothing}</li>`)}</ul>` : nothing}
      ${scores.length ? html`<ul>${scores.map(({ name, day, self, partner }) => html`<li>${name}, ${longDay(day)}: ${self ? `you say ${self}` : ""}${self && partner ? ", " : ""}${partner ? `your partner says ${partner}` : ""}</li>`)}</ul>` : nothing}
      ${weak ? html`<p>${weak === 1 ? "One question was" : `${weak} questions were`} hard last time. ${link("prepare/practice/", "Ask them once more")}, then stop.</p>` : nothing}`;
  }

  #lists() {
    return html`
      <h3>The rounds</h3>
      <ul>${roundsOf(this.lists, this.track).map(({ name, want }) => html`<li><strong>${name}</strong>: ${want}</li>`)}</ul>
      <h3>Ask them</h3>
      <ul>${questionsOf(this.lists, this.track).map(({ whom, questions }) => html`<li><strong>${spoken(whom)}</strong>: ${questions.join(" ")}</li>`)}</ul>
      <h3>What changed lately</h3>
      <ul>${changesOf(this.lists, this.topic).map(({ when, headline, means }) => html`<li><strong>${headline}</strong> (${when}). ${means}</li>`)}</ul>
      <p class="muted">${link("reference/microsoft-changes/", "Changes at Microsoft")} has the sources.</p>`;
  }
}

customElements.define("last-day-tool", LastDayTool);
