// Saves texts with each keystroke, since a closing page leaves no time for it. If another tab changed the same text,
// nothing is overwritten: the reader decides.

export class Autosave {
  #typed = new Map(); // "id field" -> { id, field, base, text, theirs: another tab's text, once they conflict }
  #save;
  #writing; // one write at a time, so that a text cannot conflict with itself
  #isDue = false;

  // `save(id, decide)` changes one record in one transaction and returns whether that went well: decide(value) returns
  // the new value.
  constructor(save) {
    this.#save = save;
  }

  has(id) {
    return [...this.#typed.values()].some((draft) => draft.id === id);
  }

  of(id, field) {
    return this.#typed.get(`${id} ${field}`);
  }

  // `base` is the text before the first keystroke.
  type(id, field, base, text) {
    const draft = this.of(id, field) ?? { id, field, base };
    this.#typed.set(`${id} ${field}`, Object.assign(draft, { text }));
    return this.#flush();
  }

  // The reader has seen both texts and wants this one.
  settle(id, field, text) {
    const draft = this.of(id, field);
    Object.assign(draft, { base: draft.theirs, text, theirs: undefined });
    return this.#flush();
  }

  forget(id) {
    for (const [key, draft] of this.#typed) if (draft.id === id) this.#typed.delete(key);
  }

  // Text typed during a write is saved by the next one: with a write for each key, a slow device would fall behind.
  #flush() {
    this.#isDue = true;
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  async #writeAll() {
    try {
      while (this.#isDue) {
        this.#isDue = false;
        for (const [key, draft] of this.#typed) if (draft.theirs === undefined) await this.#write(key, draft);
      }
    } finally {
      this.#writing = undefined;
    }
  }

  async #write(key, draft) {
    const { id, field, base, text } = draft;
    let result;
    const isSaved = await this.#save(id, (stored) => {
      result = merge3(base, text, stored[field] ?? "");
      return result.theirs === undefined ? { ...stored, [field]: result.text } : stored;
    });
    if (!isSaved) return; // it stays a draft, and the next keystroke tries again
    if (result.theirs !== undefined) draft.theirs = result.theirs;
    else if (draft.text === text) this.#typed.delete(key);
    else draft.base = result.text; // more was typed meanwhile
  }
}

/**
 * Merges one text changed in two places. `base` is what both started from, `theirs` is stored now, `mine` is to be
 * stored. { text } if only one changed it or both agree; { theirs } if the reader has to decide.
 */
export function merge3(base, mine, theirs) {
  if (theirs === base || theirs === mine) return { text: mine };
  return mine === base ? { text: theirs } : { theirs };
}
