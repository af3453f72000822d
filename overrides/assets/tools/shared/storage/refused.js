// A database that refused a change. A full disk must not end a practice session, so a change that is refused stays in
// this page, counts as the newest, and is saved with the next change that the database takes. A single press, an import
// and an erasure are refused as a whole: they would look saved.
const STAYS = "Go on: what you enter stays until you leave this page, and is saved with your next entry";
const FULL = `This browser has no room left for this site. ${STAYS} once you have freed some space.`;
const REFUSED = `This browser’s storage failed. ${STAYS} if the storage works again.`;

const keyOf = (place) => JSON.stringify(place);
const placeOf = ({ kind, id }) => [kind, id];
// The order of the database.
const inOrder = (one, other) => {
  const [first, second] = one.kind === other.kind ? [one.id, other.id] : [one.kind, other.kind];
  return first < second ? -1 : 1;
};

export class Refused {
  #disk;
  #waiting = new Map(); // what the database refused: key -> { place, record }
  #refusal = "";

  constructor(disk) {
    this.#disk = disk;
  }

  get problem() {
    return this.#disk.problem || this.#refusal;
  }

  async all() {
    const records = await this.#disk.all();
    if (!this.#waiting.size) return records;
    const merged = new Map(records.map((record) => [keyOf(placeOf(record)), record]));
    for (const [key, { record }] of this.#waiting) merged.set(key, record);
    return [...merged.values()].filter(Boolean).sort(inOrder);
  }

  #newest(place, record) {
    return this.#waiting.has(keyOf(place)) ? this.#waiting.get(keyOf(place)).record : record;
  }

  async change(place, decide) {
    // As it was read last, in case it can't be read now.
    let old = this.#disk.known.find((record) => keyOf(placeOf(record)) === keyOf(place));
    const decided = (found) => {
      old = this.#newest(place, found);
      return decide(old);
    };
    try {
      await this.#disk.change(place, decided);
    } catch (error) {
      if (this.#disk.problem) throw error; // the page is older than its database, and must not go on
      console.error(error);
      this.#waiting.set(keyOf(place), { place, record: decided(old) });
      this.#refusal = error.name === "QuotaExceededError" ? FULL : REFUSED;
      return;
    }
    await this.#saved([place]);
  }

  async merge(places, decide) {
    await this.#disk.merge(places, (found, at) => decide(this.#newest(places[at], found), at));
    await this.#saved(places);
  }

  async put(place, record) {
    await this.#disk.put(place, record);
    await this.#saved([place]);
  }

  async erase() {
    await this.#disk.erase();
    this.#waiting.clear();
    this.#refusal = "";
  }

  // The database takes records again, so it gets what it refused before.
  async #saved(places) {
    for (const place of places) this.#waiting.delete(keyOf(place));
    const waiting = [...this.#waiting.values()];
    try {
      if (waiting.length)
        await this.#disk.merge(
          waiting.map(({ place }) => place),
          (_, at) => waiting[at].record,
        );
    } catch (error) {
      console.error(error); // they stay, and so does the sentence about them
      return;
    }
    this.#waiting.clear();
    this.#refusal = "";
  }
}
