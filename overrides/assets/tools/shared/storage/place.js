// Where records are: the database, and what it refuses to take. A full disk must not end a practice session, so a
// change that is refused stays in this page, counts as the newest, and is saved with the next change that the database
// takes. A single press, an import and an erasure are refused as a whole: they would look saved.
import { openDisk, STEPS } from "./disk.js";

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

class Place {
  #disk;
  #kept = new Map(); // what the database refused: key -> { place, record }
  #known = new Map(); // what was read last
  #refusal = "";

  constructor(disk) {
    this.#disk = disk;
  }

  get problem() {
    return this.#disk.problem || this.#refusal;
  }

  async all() {
    const records = await this.#disk.all();
    this.#known = new Map(records.map((record) => [keyOf(placeOf(record)), record]));
    if (!this.#kept.size) return records;
    const merged = new Map(this.#known);
    for (const [key, { record }] of this.#kept) merged.set(key, record);
    return [...merged.values()].filter(Boolean).sort(inOrder);
  }

  #newest(place, record) {
    return this.#kept.has(keyOf(place)) ? this.#kept.get(keyOf(place)).record : record;
  }

  async change(place, decide) {
    let old = this.#known.get(keyOf(place));
    const decided = (found) => {
      old = this.#newest(place, found);
      return decide(old);
    };
    try {
      await this.#disk.change(place, decided);
    } catch (error) {
      if (this.#disk.problem) throw error; // the page is older than its database, and must not go on
      console.error(error);
      this.#kept.set(keyOf(place), { place, record: decided(old) });
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
    this.#kept.clear();
    this.#refusal = "";
  }

  // The database takes records again, so it gets what it refused before.
  async #saved(places) {
    for (const place of places) this.#kept.delete(keyOf(place));
    const waiting = [...this.#kept.values()];
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
    this.#kept.clear();
    this.#refusal = "";
  }
}

// `steps`: migrations as in disk.js; a test gives others.
export const openPlace = async (name, steps = STEPS) => new Place(await openDisk(name, steps));
