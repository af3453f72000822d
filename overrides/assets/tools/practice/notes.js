// The notes of answers that are not rated yet: kept with each key, and not lost to another tab.
import { Autosave } from "../shared/autosave.js";
import { KIND, QUESTION, withDraft } from "./saved.js";

export class PracticeNotes {
  #tool;
  #drafts = new Autosave((id, decide) => this.#keep(id, decide));

  // `tool`: the element, with its `store` and `kept`.
  constructor(tool) {
    this.#tool = tool;
  }

  // The notes of a question, as they look here: { text, theirs: those of another tab, if they clash }.
  of(id) {
    const { text = this.#kept(id), theirs } = this.#drafts.of(id, "draft") ?? {};
    return { text, theirs };
  }

  async type(id, text) {
    await this.#drafts.type(id, "draft", this.#kept(id), text);
    this.#tool.requestUpdate();
  }

  async settle(id, text) {
    await this.#drafts.settle(id, "draft", text);
    this.#tool.requestUpdate();
  }

  forget(id) {
    this.#drafts.forget(id);
  }

  #kept(id) {
    return this.#tool.kept[id]?.draft ?? "";
  }

  #keep(id, decide) {
    const tool = this.#tool;
    return tool.write(async () => {
      let next;
      await tool.store.change(KIND, QUESTION + id, (old = {}) => (next = withDraft(old, decide(old).draft)));
      tool.kept = { ...tool.kept, [id]: next ?? {} };
    });
  }
}
