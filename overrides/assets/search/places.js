// What the files of the search hold. They are written, and explained, by hooks/guide/search/packing.py.
import SearchableMap from "./searchable-map.js";
import { stem } from "./words.js";
import { WORTH } from "./worth.js";

const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((c) => c !== "\\");
export const VALUE = new Map(DIGITS.map((digit, value) => [digit, value]));
const FINAL = 60, MORE = 31;

// Places of a word: numbers of documents, twice, plus one for a title.
function decode(digits) {
  const places = [];
  let before = -1, value = 0, factor = 1;
  for (const digit of digits) {
    const one = VALUE.get(digit);
    if (one >= FINAL) {
      value += factor * one;
      factor *= MORE;
      continue;
    }
    // A number of several digits reads: FINAL + rest + MORE * (what follows).
    before += value + factor * one + 1;
    places.push(before);
    value = 0;
    factor = 1;
  }
  return places;
}

export class Places {
  constructor(core, load) {
    this.core = core;
    this.load = load;
    this.stops = new Set(core.stops);
    this.places = new Map();
    this.readWords();
    this.readPages();
    this.readSynonyms();
  }

  // Words as pages write them lead to stems; shards hold the sorted stems in turn.
  readWords() {
    this.words = new SearchableMap();
    for (const word of this.core.vocabulary.split(" ")) this.words.set(word, stem(word));
    this.numbers = new Map([...new Set(this.words.values())].sort().map((one, number) => [one, number]));
  }

  readPages() {
    this.firsts = [];
    this.pageOf = [];
    this.core.pages.forEach(([, size], page) => {
      this.firsts.push(this.pageOf.length);
      for (let n = 0; n < size; n++) this.pageOf.push(page);
    });
    this.size = this.pageOf.length;
  }

  // By first word: phrases of readers with the phrases that answer for them.
  readSynonyms() {
    this.phrases = new Map();
    this.readers = new SearchableMap();
    for (const [same, near] of this.core.synonyms) {
      for (const word of same.split(/[ |]/)) this.readers.set(word, stem(word));
      const read = (phrases) => phrases.split("|").map((phrase) => phrase.split(" ").map(stem));
      const all = read(same);
      const others = near ? read(near) : [];
      for (const phrase of all) {
        const answers = [
          ...all.filter((other) => other !== phrase).map((stems) => ({ stems, worth: WORTH.synonym })),
          ...others.map((stems) => ({ stems, worth: WORTH.near })),
        ];
        const known = this.phrases.get(phrase[0]) ?? [];
        this.phrases.set(phrase[0], [...known, { phrase, answers }]);
      }
    }
  }

  // Brings the places of these stems into memory.
  async fetchPlaces(stems) {
    await Promise.all([...new Set(stems)].filter((one) => !this.places.has(one)).map(async (one) => {
      const number = this.numbers.get(one);
      const shard = this.core.shards.findLastIndex((first) => first <= number);
      const lines = await this.load(`words/${shard}.json`);
      this.places.set(one, this.worths(decode(lines[number - this.core.shards[shard]])));
    }));
  }

  // What the places of a stem are worth: documents and scores, side by side.
  worths(places) {
    const scores = new Map();
    const offer = (number, score) => scores.set(number, (scores.get(number) ?? 0) + score);
    for (const place of places) {
      const number = place >> 1;
      if (place & 1) {
        offer(number, WORTH.title / (0.7 + 0.1 * VALUE.get(this.core.titleLength[number])));
        if (number === this.firsts[this.pageOf[number]]) this.offerPage(number, offer);
      } else {
        offer(number, WORTH.text / (0.8 + 0.04 * VALUE.get(this.core.textLength[number])));
      }
    }
    const titles = new Set(places.filter((place) => place & 1).map((place) => place >> 1));
    return { scores, titles, count: places.length };
  }

  // What the page is called counts for all that stands on it.
  offerPage(first, offer) {
    const end = first + this.core.pages[this.pageOf[first]][1];
    for (let number = first + 1; number < end; number++) offer(number, WORTH.page);
  }
}
