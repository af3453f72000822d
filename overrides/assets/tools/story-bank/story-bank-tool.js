// The story bank: stories in five parts, saved as they are typed, and the competencies that no story shows yet.

import { Autosave } from "../shared/autosave.js";
import { fetchData } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { ToolElement } from "../shared/element.js";
import { offerDownload, printOnly } from "../shared/output/output.js";
import { newId } from "../shared/store.js";
import { today } from "../shared/today.js";
import { html, nothing, repeat } from "../vendor/lit.js";
import { coverageOf } from "./coverage.js";
import { storyForm } from "./form.js";
import { PARTS, wordCount } from "./hints.js";
import { bankAsMarkdown, FIELDS, NAMES, titleOf } from "./markdown.js";

const KIND = "story-bank";
const ERASED_ELSEWHERE =
  "The open story was erased in another tab. You can still see it until you close this page, and writing in it saves it again.";
const ERASING = {
  button: "Erase this story",
  question: "This erases the story.",
  yes: "Erase it",
  no: "Keep it",
  done: "The story is erased.",
};
const TRACKS = { pm: "PM", pmm: "PMM" };

class StoryBankTool extends ToolElement {
  static kinds = [KIND];
  static properties = {
    saved: { state: true },
    prompts: { state: true },
    open: { state: true },
    asking: { state: true },
  };

  #drafts = new Autosave((id, decide) => this.#save(id, decide));
  #unsaved = new Set(); // ids of stories that were just added

  async prepare() {
    this.competencies = await fetchData("competencies");
    this.names = Object.fromEntries(this.competencies.map(({ id, name }) => [id, name]));
    this.saved = new Map();
  }

  async recall() {
    const unsaved = [...this.#unsaved]; // before the store is read: one that is saved meanwhile is not in what was read
    const records = await this.readNewest(() => this.store.list(KIND));
    if (!records) return;
    const staying = [...this.saved].filter(([id]) => id === this.open || this.#drafts.has(id)); // even if another tab erased it
    const isErased = ([id]) => !unsaved.includes(id) && !records.some((record) => record.id === id);
    if (staying.some(isErased)) this.say(ERASED_ELSEWHERE);
    this.saved = new Map(
      [...staying, ...records.map(({ id, value }) => [id, value])].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  // The saved stories, with unsaved text on top.
  get stories() {
    return [...this.saved].map(([id, value]) => ({ ...value, ...this.#typed(id), id }));
  }

  #typed(id) {
    const drafts = ["title", ...FIELDS].map((field) => [field, this.#drafts.of(id, field)?.text]);
    return Object.fromEntries(drafts.filter(([, text]) => text !== undefined));
  }

  async #save(id, decide) {
    const isSaved = await this.write(async () => {
      let next;
      await this.store.change(KIND, id, (value) => (next = decide(value ?? this.saved.get(id) ?? {})));
      this.saved.set(id, next);
      this.#unsaved.delete(id);
    });
    if (!isSaved) await this.recall();
    this.requestUpdate();
    return isSaved;
  }

  // Shown before it is saved: the reader can name it at once.
  async #add() {
    const id = newId();
    this.saved.set(id, {});
    this.#unsaved.add(id);
    this.#save(id, (value) => value);
    await this.moveTo(`[id="${id}-title"]`, { open: id });
  }

  async #erase(id) {
    await this.store.change(KIND, id, () => undefined);
    this.#drafts.forget(id);
    this.#unsaved.delete(id);
    this.saved.delete(id);
  }

  #mark(id, list, mark, isOn) {
    const marked = (value) => {
      const others = (value[list] ?? []).filter((saved) => saved !== mark);
      return { ...value, [list]: isOn ? [...others, mark] : others };
    };
    this.saved.set(id, marked(this.saved.get(id))); // shown before it is saved
    return this.#save(id, marked);
  }

  #toggle(id, isOpen) {
    if (isOpen) this.open = id;
    else if (this.open === id) this.open = "";
  }

  #download() {
    offerDownload(`my-stories-${today()}.md`, "text/markdown", bankAsMarkdown(this.stories, this.names, today()));
    this.say("Your download has started.");
  }

  render() {
    const { stories } = this;
    return html`
      ${stories.length ? nothing : html`<p>You have no story here yet. Begin with one event, such as a launch, a cut or a mistake, and give it a name.</p>`}
      ${repeat(
        stories,
        ({ id }) => id,
        (story) => this.#story(story),
      )}
      <p class="tool-actions"><button type="button" class="md-button md-button--primary story-add" @click=${this.#add}>Add a story</button></p>
      ${stories.length ? [this.#coverage(stories), this.#takeAway()] : nothing}
      ${this.notes()}
      <div class="story-paper">${stories.map((story) => this.#onPaper(story))}</div>`;
  }

  #story(story) {
    const filled = PARTS.filter((part) => wordCount(story[part] ?? "")).length;
    return html`
      <details class="story" .open=${this.open === story.id} @toggle=${(event) => this.#toggle(story.id, event.target.open)}>
        <summary><span dir="auto">${titleOf(story)}</span> <span class="muted">${filled} of ${PARTS.length} parts${this.#drafts.has(story.id) ? ", not saved yet" : ""}</span></summary>
        ${this.open === story.id ? [storyForm(this.#form(story)), this.#erasing(story)] : nothing}
      </details>`;
  }

  #form(story) {
    return {
      story,
      drafts: this.#drafts,
      competencies: this.competencies,
      prompts: this.prompts,
      ask: () =>
        this.load(async () => {
          this.prompts = await fetchData("story-prompts");
        }),
      type: (field, text) => {
        this.#drafts.type(story.id, field, this.saved.get(story.id)[field] ?? "", text);
        this.requestUpdate();
      },
      settle: async (field, text) => {
        await this.#drafts.settle(story.id, field, text);
        await this.moveTo(`[id="${story.id}-${field}"]`);
      },
      mark: (list, mark, isOn) => this.#mark(story.id, list, mark, isOn),
    };
  }

  #erasing({ id }) {
    const erase = () => this.#erase(id);
    const changes = { open: "" };
    return html`<div class="tool-actions">${askFirst(this, ERASING, { about: id, erase, place: ".story-add", changes })}</div>`;
  }

  #coverage(stories) {
    const { rows, missing, overused } = coverageOf(
      stories,
      this.competencies.map(({ id }) => id),
    );
    const titles = Object.fromEntries(stories.map((story) => [story.id, titleOf(story)]));
    return html`
      ${Object.keys(TRACKS).map((track) => this.#gaps(track, missing[track], rows.length))}
      ${overused.length ? html`<p>Marked for five competencies or more, so used for nearly everything: <b dir="auto">${overused.map((id) => titles[id]).join(", ")}</b>. Let another story take some of them.</p>` : nothing}
      <table class="data-table story-coverage">
        <caption>Which story shows what</caption>
        <thead><tr><th scope="col">Competency</th>${Object.values(TRACKS).map((name) => html`<th scope="col">For ${name}</th>`)}</tr></thead>
        <tbody>${rows.map(
          (row) => html`
          <tr><th scope="row">${this.names[row.id]}</th>${Object.keys(TRACKS).map((track) => html`<td dir="auto">${row[track].map((id) => titles[id]).join(", ") || "None"}</td>`)}</tr>`,
        )}
        </tbody>
      </table>`;
  }

  #gaps(track, missing, all) {
    if (missing.length === all) return html`<p>No story is marked for ${TRACKS[track]} yet.</p>`;
    if (!missing.length) return html`<p>For ${TRACKS[track]}, each competency has a story.</p>`;
    return html`<p>For ${TRACKS[track]}, your next hour of work: <b>${missing.map((id) => this.names[id]).join(", ")}</b>.</p>`;
  }

  #takeAway() {
    return html`
      <p class="tool-actions">
        <button type="button" class="md-button" @click=${this.#download}>Save as Markdown</button>
        <button type="button" class="md-button" @click=${() => printOnly(this)}>Print</button>
      </p>`;
  }

  // On paper a text field cuts off what does not fit, so its text is printed as paragraphs.
  #onPaper(story) {
    const parts = FIELDS.filter((field) => story[field]?.trim());
    return html`<section><h3 dir="auto">${titleOf(story)}</h3>${parts.map((field) => html`<h4>${NAMES[field]}</h4><p dir="auto">${story[field]}</p>`)}</section>`;
  }
}

customElements.define("story-bank-tool", StoryBankTool);
