// Notes of answers that are not rated yet: saved with each keystroke, and never overwritten by another tab.

import { Autosave } from "../shared/autosave.js";
import { KIND, QUESTION, withDraft } from "./saved.js";

export class PracticeNotes {
  #tool;
  #drafts = new Autosave((id, decide) => this.#save(id, decide));

  // `tool`: the element, with its `store` and `saved`.
  constructor(tool) {
    this.#tool = tool;
  }

  // The notes of a question as shown here: { text, theirs: another tab's, if they conflict }.
  of(id) {
    const { text = this.#savedDraft(id), theirs } = this.#drafts.of(id, "draft") ?? {};
    return { text, theirs };
  }

  async type(id, text) {
    await this.#drafts.type(id, "draft", this.#savedDraft(id), text);
    this.#tool.requestUpdate();
  }

  async settle(id, text) {
    await this.#drafts.settle(id, "draft", text);
    this.#tool.requestUpdate();
  }

  forget(id) {
    this.#drafts.forget(id);
  }

  #savedDraft(id) {
    return this.#tool.saved[id]?.draft ?? "";
  }

  #save(id, decide) {
    const tool = this.#tool;
    return tool.write(async () => {
      let next;
      await tool.store.change(KIND, QUESTION + id, (old = {}) => (next = withDraft(old, decide(old).draft)));
      tool.saved = { ...tool.saved, [id]: next ?? {} };
    });
  }
}
