// Shows what the tools have saved in this browser, and exports, imports or erases it.

import { fetchData, pageAddress } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { ToolElement } from "../shared/element.js";
import { offerDownload } from "../shared/output/output.js";
import { today } from "../shared/today.js";
import { html, nothing } from "../vendor/lit.js";
import { exported } from "./export.js";
import { KEEPS_NOTHING } from "./keeps-nothing.js";

const SHARED = ["settings", "Settings of all tools"]; // a kind that belongs to no tool
const ERASING = {
  button: "Erase",
  question: "This erases everything the tools have saved in this browser.",
  yes: "Erase everything",
  no: "Keep it",
  done: "Everything is erased.",
};

class YourDataTool extends ToolElement {
  static kinds = ["*"];
  static properties = {
    records: { state: true },
    asking: { state: true },
    faults: { state: true },
    incoming: { state: true },
    choices: { state: true },
  };

  async prepare() {
    const tools = await fetchData("tools");
    this.tools = new Map(tools.map((tool) => [tool.id, tool]));
    this.names = new Map([...tools.map(({ id, name }) => [id, name]), SHARED]);
  }

  async recall() {
    this.records = await this.store.list();
  }

  save() {
    offerDownload(`pm-pmm-guide-${today()}.json`, "application/json", exported(this.records));
    this.say("Your download has started.");
  }

  // The check and its views are loaded once there is a file to check.
  open(input) {
    const [file] = input.files;
    if (!file) return undefined;
    return this.load(async () => {
      [this.files, this.views] = await Promise.all([import("./data-file.js"), import("./import-view.js")]);
      const { records, problems } = this.files.readFile(await file.text(), Object.fromEntries(this.names));
      input.value = ""; // so that the same file can be chosen again
      [this.incoming, this.faults] = [records, problems];
      this.choices = Object.fromEntries((records ?? []).map(({ kind }) => [kind, "mine"]));
      this.say("");
      await this.moveTo("h2");
    });
  }

  async close() {
    await this.moveTo("input[type=file]", { incoming: undefined, faults: undefined });
  }

  async merge() {
    const { incoming, choices } = this;
    const count = { added: 0, replaced: 0 };
    const decide = (mine, theirs) => {
      const chosen = this.files.chosen(mine, theirs, choices[theirs.kind]);
      if (chosen === theirs) count[mine ? "replaced" : "added"] += 1;
      return chosen;
    };
    if (!(await this.attempt(() => this.store.merge(incoming, decide)))) return;
    await this.close();
    this.say(`The file is imported. New: ${count.added}. Replaced: ${count.replaced}.`);
  }

  render() {
    return html`${this.#table()}
      ${this.records.length ? this.#actions() : html`<p>The tools have saved nothing for you yet.</p>`}
      <div class="tool-field"><label for="your-data-file">Import a file saved here or in another browser</label>
        <input id="your-data-file" type="file" accept=".json,application/json" @change=${({ target }) => this.open(target)}></div>
      ${this.faults ? this.views.faultsView(this.faults, () => this.close()) : nothing}
      ${this.incoming ? this.#mergeQuestion() : nothing}
      ${this.notes()}`;
  }

  #mergeQuestion() {
    return this.views.mergeView({
      counts: this.files.compared(this.records, this.incoming),
      choices: this.choices,
      name: (kind, isPlain) => (isPlain ? this.#plainName(kind) : this.#name(kind)),
      choose: (kind, to) => {
        this.choices = { ...this.choices, [kind]: to };
      },
      chooseAll: (kinds, to) => {
        this.choices = { ...this.choices, ...Object.fromEntries(kinds.map((kind) => [kind, to])) };
      },
      merge: () => this.merge(),
      close: () => this.close(),
    });
  }

  // Each tool has its row, used or not: what follows does not move when a reader comes back with records.
  #table() {
    return html`
      <table class="data-table">
        <caption>Saved in this browser</caption>
        <thead><tr><th scope="col">Tool</th><th scope="col">Entries</th></tr></thead>
        <tbody>${[...this.#counts()].map(([kind, count]) => html`<tr><th scope="row">${this.#name(kind)}</th><td>${count}</td></tr>`)}</tbody>
      </table>`;
  }

  #actions() {
    return html`
      <div class="tool-actions">
        <button type="button" class="md-button md-button--primary" @click=${this.save}>Save to a file</button>
        ${askFirst(this, ERASING, { erase: () => this.store.erase(), place: "input[type=file]" })}
      </div>`;
  }

  // In the order of the tools, so that a row stays where it is when its tool saves something or is erased.
  #counts() {
    const keeping = [...this.tools.keys()].filter((id) => !KEEPS_NOTHING.includes(id));
    const counts = new Map(keeping.map((id) => [id, 0]));
    for (const { kind } of this.records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
  }

  #name(kind) {
    const tool = this.tools.get(kind);
    return tool ? html`<a href=${pageAddress(tool.page)}>${tool.name}</a>` : this.#plainName(kind);
  }

  #plainName(kind) {
    return this.names.get(kind) ?? kind;
  }
}

customElements.define("your-data-tool", YourDataTool);
