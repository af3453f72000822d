// Shows what the tools keep in this browser; saves it to a file; erases it.
import { offerDownload } from "./download.js";
import { today } from "./dates.js";
import { ToolElement, fetchData, html, nothing, pageAddress } from "./tool-element.js";

export const FORMAT = "pm-pmm-guide-data-1";

// The text of the file a reader takes along. Read again by the import, whatever guide is then published.
export const exported = (records) => JSON.stringify({ format: FORMAT, records }, null, 1);

class YourDataTool extends ToolElement {
  static kinds = ["*"];
  static properties = { records: { state: true }, isErasing: { state: true } };

  async prepare() {
    const tools = await fetchData("tools");
    this.tools = new Map(tools.map((tool) => [tool.id, tool]));
  }

  async recall() {
    this.records = await this.store.list();
  }

  save() {
    offerDownload(`pm-pmm-guide-${today()}.json`, "application/json", exported(this.records));
    this.say("The file is on its way to your downloads.");
  }

  async erase() {
    if (await this.attempt(() => this.store.erase())) this.say("Everything is erased.");
    this.isErasing = false;
  }

  render() {
    return html`${this.records.length ? this.#kept() : html`<p>The tools keep nothing for you yet.</p>`} ${this.notes()}`;
  }

  #kept() {
    return html`
      <table>
        <caption>Kept in this browser</caption>
        <thead><tr><th scope="col">Tool</th><th scope="col">Entries</th></tr></thead>
        <tbody>${[...this.#counts()].map(([kind, count]) => html`<tr><th scope="row">${this.#name(kind)}</th><td>${count}</td></tr>`)}</tbody>
      </table>
      <p class="tool-actions">
        <button type="button" class="md-button md-button--primary" @click=${this.save}>Save to a file</button>
        <button type="button" class="md-button" aria-expanded=${Boolean(this.isErasing)} @click=${() => { this.isErasing = !this.isErasing; }}>Erase …</button>
      </p>
      ${this.isErasing ? html`
        <div class="tool-ask" role="group" aria-label="Erase everything?">
          <p>This erases all that the tools keep in this browser. It cannot be undone.</p>
          <p class="tool-actions"><button type="button" class="md-button" @click=${this.erase}>Erase everything</button>
          <button type="button" class="md-button" @click=${() => { this.isErasing = false; }}>Keep it</button></p>
        </div>` : nothing}`;
  }

  #counts() {
    const counts = new Map();
    for (const { kind } of this.records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
  }

  #name(kind) {
    const tool = this.tools.get(kind);
    return tool ? html`<a href=${pageAddress(tool.page)}>${tool.name}</a>` : kind;
  }
}

customElements.define("your-data-tool", YourDataTool);
