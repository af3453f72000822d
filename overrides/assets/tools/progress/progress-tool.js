// The reader's progress by part and track, the next task, and the whole list as a file.

import { fetchData, pageAddress } from "../shared/data.js";
import { longDay, spokenMinutes } from "../shared/dates.js";
import { ToolElement } from "../shared/element.js";
import { doneIds, newest } from "../shared/marks.js";
import { offerDownload } from "../shared/output/output.js";
import { questionTexts } from "../shared/question-texts.js";
import { recallTrack, saveTrack, TRACK_NAMES } from "../shared/track/track.js";
import { html, live, nothing } from "../vendor/lit.js";
import { counted, following, totaled } from "./counts.js";

// The choice of a track that all tools share, as radio buttons.
const trackChoice = (chosen, choose) => html`
  <fieldset class="tool-field tool-choices">
    <legend>Your track</legend>
    ${Object.entries(TRACK_NAMES).map(
      ([track, name]) => html`
      <label><input type="radio" name="track" value=${track} .checked=${live(track === chosen)} @change=${() => choose(track)}> ${name}</label>`,
    )}
  </fieldset>`;

class ProgressTool extends ToolElement {
  static kinds = ["progress", "settings"];
  static properties = { records: { state: true }, track: { state: true } };

  async prepare() {
    const [{ phases, tasks }, questions, competencies] = await Promise.all(
      ["tasks", "questions", "competencies"].map(fetchData),
    );
    const named = (list) => new Map(list.map(({ id, name }) => [id, name]));
    const [phase, competency] = [named(phases), named(competencies)];
    this.questions = questions;
    this.tasks = tasks.map((task) => ({ ...task, part: phase.get(task.phase) }));
    this.sections = [
      { name: "Checklist", items: this.tasks },
      {
        name: "Questions",
        items: questions.map((question) => ({ ...question, part: competency.get(question.competency) })),
      },
      { name: "Reading", items: pagesOfThisPage() },
    ];
  }

  async recall() {
    // Read together, and dropped after a press in the meantime: it would replace the track just chosen by an older one.
    Object.assign(
      this,
      await this.readNewest(async () => {
        const [records, track] = await Promise.all([this.store.list("progress"), recallTrack(this.store)]);
        // The words of a question are fetched only if it is shown.
        this.texts = await questionTexts(this.questions.filter(({ id }) => id === newest(records)?.id));
        return { records, track };
      }),
    );
  }

  get done() {
    return doneIds(this.records);
  }

  save() {
    return this.attempt(async () => {
      const [{ progressAsMarkdown }, texts] = await Promise.all([
        import("./markdown.js"),
        questionTexts(this.questions),
      ]);
      const named = this.sections.map(({ name, items }) => ({
        name,
        items: items.map((item) => ({ ...item, text: item.text ?? texts[item.id].text })),
      }));
      offerDownload("my-preparation.md", "text/markdown", progressAsMarkdown(named, this.done, this.track));
      this.say("Your download has started.");
    });
  }

  render() {
    return html`
      ${trackChoice(this.track, (track) => this.write(() => saveTrack(this.store, track)))}
      ${this.#next()}
      ${this.#table()}
      <p class="tool-actions">
        <button type="button" class="md-button" @click=${this.save}>Save as Markdown</button>
        <button type="button" class="md-button" @click=${() => print()}>Print this page</button>
      </p>
      ${this.notes()}`;
  }

  #next() {
    const last = newest(this.records);
    const all = this.sections.flatMap(({ items }) => items);
    const lastItem = all.find(({ id }) => id === last?.id);
    const next = following(this.tasks, this.done, last, this.track);
    return html`
      <div class="progress-next">
        <h2>Continue where you left off</h2>
        ${lastItem ? html`<p class="muted">Last done, on ${longDay(last.value.done)}: ${lastItem.text ?? this.texts[last.id].text}</p>` : nothing}
        ${
          next
            ? html`<p>${lastItem ? "Next" : "Start with"}: <strong>${next.text}</strong>${` ${spokenMinutes(next.minutes)}`}. <a href=${pageAddress(next.page)}>Open the page for this task</a></p>`
            : html`<p>Every task of your checklist is done.</p>`
        }
      </div>`;
  }

  #table() {
    const tracks = this.track === "both" ? ["pm", "pmm"] : [this.track];
    const done = this.done;
    return html`
      <table class="progress-table">
        <caption>What is done</caption>
        <thead><tr><th scope="col">Part</th>${tracks.map((track) => html`<th scope="col">${TRACK_NAMES[track]}</th>`)}</tr></thead>
        ${counted(this.sections, done).map(
          ({ name, parts }, at) => html`
          <tbody>
            ${row(name, name, totaled(this.sections[at], done), tracks, "progress-table__whole")}
            ${parts.map((part) => row(part.name, name, part.counts, tracks))}
          </tbody>`,
        )}
      </table>`;
  }
}

// Pages are the same for both tracks, so they are counted once.
function row(name, section, counts, tracks, style = "") {
  const shown = section === "Reading" ? ["pm"] : tracks;
  const whole = style ? "" : `${section}, `;
  return html`
    <tr class=${style}><th scope="row">${name}</th>
    ${shown.map((track) => html`<td colspan=${shown.length < tracks.length ? 2 : 1}>${cell(`${whole}${name}${shown.length > 1 ? `, ${TRACK_NAMES[track]}` : ""}`, counts[track])}</td>`)}</tr>`;
}

// To half an hour: more would be too wide for a phone, and the minutes are estimates.
const roughly = (minutes) => (minutes < 60 ? spokenMinutes(minutes) : `${Math.round(minutes / 30) / 2}\u00A0h`);

const cell = (called, { done, total, left }) =>
  total
    ? html`<progress aria-label=${called} max=${total} .value=${done}></progress>
      <span class="progress-table__count">${`${done}\u00A0of\u00A0${total}`}${left ? html` <span class="muted">${roughly(left)} left</span>` : nothing}</span>`
    : html`<span class="muted">none</span>`;

// The list of pages is in the page itself, for readers without scripts.
const pagesOfThisPage = () =>
  Array.from(document.querySelectorAll("[data-part]"), (/** @type {HTMLElement} */ place) => {
    const link = /** @type {HTMLAnchorElement} */ (place.querySelector("[data-what]"));
    const { mark: id, part, track, minutes } = place.dataset;
    return { id, part, track, minutes: Number(minutes), text: link.textContent.trim(), page: link.href };
  });

customElements.define("progress-tool", ProgressTool);
