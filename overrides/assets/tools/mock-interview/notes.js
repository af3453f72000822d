// The notes of the current round: saved with each keystroke, and never overwritten by another tab.

import { Autosave } from "../shared/autosave.js";
import { draftId, draftOf, KIND, sorted, withNotes } from "./drafts.js";

export class MockNotes {
  #tool;
  #earlier = {}; // by draft: the day of notes that were saved before this interview
  #typed = new Autosave((id, decide) => this.#save(id, decide));

  // `tool`: the element, with its `store`, its `drafts` and the rounds that it holds.
  constructor(tool) {
    this.#tool = tool;
  }

  get #id() {
    return draftId(this.#tool.held[this.#tool.at]);
  }

  // The notes as shown here: { text, theirs: another tab's, if they conflict, from: the earlier day they are of }.
  get current() {
    const id = this.#id;
    const { text = this.#saved(id), theirs } = this.#typed.of(id, "notes") ?? {};
    return { text, theirs, from: text && this.#earlier[id] };
  }

  // Called as an interview begins.
  begin() {
    const withText = this.#tool.drafts.filter(({ notes }) => notes);
    this.#earlier = Object.fromEntries(withText.map(({ id, day }) => [id, day]));
  }

  async type(text) {
    const id = this.#id;
    await this.#typed.type(id, "notes", this.#saved(id), text);
    this.#tool.requestUpdate();
  }

  async settle(text) {
    await this.#typed.settle(this.#id, "notes", text);
    this.#tool.requestUpdate();
  }

  // Erases notes of an earlier day.
  erase() {
    delete this.#earlier[this.#id];
    return this.type("");
  }

  forget(id) {
    this.#typed.forget(id);
  }

  #saved(id) {
    return this.#tool.drafts.find((draft) => draft.id === id)?.notes ?? "";
  }

  #save(id, decide) {
    const tool = this.#tool;
    const setting = draftOf(
      tool.held.find((round) => draftId(round) === id),
      tool,
    );
    return tool.write(async () => {
      await tool.store.change(KIND, id, (old) => withNotes({ ...old, ...setting }, decide(old ?? {}).notes));
      Object.assign(tool, sorted(await tool.store.list(KIND)));
    });
  }
}
