// Changes that the database refused. A full disk must not end a practice session, so a refused change stays in this
// page, counts as the newest, and is saved with the next change that the database accepts. While a message says so, a
// single press stays too. Before that, and always for an import and an erasure, the whole is refused: it would look
// saved.
const STAYS = "Go on: what you enter stays until you leave this page, and is saved with your next entry";
const FULL = `This browser has no room left for this site. ${STAYS} once you have freed some space.`;
const REFUSED = `This browser’s storage failed. ${STAYS} if the storage works again.`;

const asText = (key) => JSON.stringify(key);
const keyOf = ({ kind, id }) => [kind, id];
// The order of the database.
const byKey = (a, b) => {
  const [first, second] = a.kind === b.kind ? [a.id, b.id] : [a.kind, b.kind];
  return first < second ? -1 : 1;
};

export class PendingWrites {
  #disk;
  #pending = new Map(); // key as text -> { key, record }
  #refusal = "";

  constructor(disk) {
    this.#disk = disk;
  }

  get problem() {
    return this.#disk.problem || this.#refusal;
  }

  async all() {
    const records = await this.#disk.all();
    if (!this.#pending.size) return records;
    const merged = new Map(records.map((record) => [asText(keyOf(record)), record]));
    for (const [text, { record }] of this.#pending) merged.set(text, record);
    return [...merged.values()].filter(Boolean).sort(byKey);
  }

  #newest(key, record) {
    const pending = this.#pending.get(asText(key));
    return pending ? pending.record : record;
  }

  async change(key, decide) {
    // As it was last read, in case it can't be read now.
    let old = this.#disk.lastRead.find((record) => asText(keyOf(record)) === asText(key));
    const decided = (found) => {
      old = this.#newest(key, found);
      return decide(old);
    };
    try {
      await this.#disk.change(key, decided);
    } catch (error) {
      this.#hold(key, decided(old), error);
      return;
    }
    await this.#flush([key]);
  }

  #hold(key, record, error) {
    if (this.#disk.problem) throw error; // the page is older than its database, and must not go on
    console.error(error);
    this.#pending.set(asText(key), { key, record });
    this.#refusal = error.name === "QuotaExceededError" ? FULL : REFUSED;
  }

  async merge(keys, decide) {
    await this.#disk.merge(keys, (found, at) => decide(this.#newest(keys[at], found), at));
    await this.#flush(keys);
  }

  async put(key, record) {
    try {
      await this.#disk.put(key, record);
    } catch (error) {
      if (!this.#refusal) throw error;
      this.#hold(key, record, error);
      return;
    }
    await this.#flush([key]);
  }

  async erase() {
    await this.#disk.erase();
    this.#pending.clear();
    this.#refusal = "";
  }

  // The database accepts records again, so it gets the pending ones too; those just written are not among them. What is
  // refused meanwhile stays pending.
  async #flush(written) {
    for (const key of written) this.#pending.delete(asText(key));
    const pending = [...this.#pending.values()];
    const keys = pending.map(({ key }) => key);
    try {
      if (pending.length) await this.#disk.merge(keys, (_, at) => pending[at].record);
    } catch (error) {
      console.error(error); // they stay pending, and the reader's message stays
      return;
    }
    for (const [text, entry] of this.#pending) if (pending.includes(entry)) this.#pending.delete(text);
    if (!this.#pending.size) this.#refusal = "";
  }
}
