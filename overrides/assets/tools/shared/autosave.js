// What is typed and not yet kept. A text goes to the store with each key: a page that is closed leaves no time for more.
// Where another tab changed the same text, nothing is overwritten: the reader decides.

export class Autosave {
  #typed = new Map(); // "id field" -> { id, field, base, text, theirs: text of another tab, once they clash }
  #keep;
  #writing = Promise.resolve(); // one write after the other: a text must not clash with itself

  // `keep(id, decide)` changes one record in one transaction and returns whether that went well: decide(value) returns
  // the new value.
  constructor(keep) {
    this.#keep = keep;
  }

  has(id) {
    return [...this.#typed.values()].some((draft) => draft.id === id);
  }

  of(id, field) {
    return this.#typed.get(`${id} ${field}`);
  }

  // `base` is the text that stood there before the first key.
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

  #flush() {
    this.#writing = this.#writing.then(async () => {
      for (const [key, draft] of this.#typed) if (draft.theirs === undefined) await this.#write(key, draft);
    });
    return this.#writing;
  }

  async #write(key, draft) {
    const { id, field, base, text } = draft;
    let result;
    const isKept = await this.#keep(id, (kept) => {
      result = merge3(base, text, kept[field] ?? "");
      return result.theirs === undefined ? { ...kept, [field]: result.text } : kept;
    });
    if (!isKept) return; // it stays a draft, and the next key tries again
    if (result.theirs !== undefined) draft.theirs = result.theirs;
    else if (draft.text === text) this.#typed.delete(key);
    else draft.base = result.text; // keys were pressed meanwhile
  }
}

// One text, changed in two places. `base` is what both started from, `theirs` what is kept now, `mine` what is to be kept.
// { text } if one of them left it alone or both say the same; { theirs } if a reader has to decide.
export function merge3(base, mine, theirs) {
  if (theirs === base || theirs === mine) return { text: mine };
  return mine === base ? { text: theirs } : { theirs };
}
