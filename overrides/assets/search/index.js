// The inverted index. Its files are written, and explained, by hooks/guide/publish/search/inverted_index.py.

import SearchableMap from "./searchable-map.js";
import { WEIGHTS } from "./weights.js";
import { setSpelling, stem } from "./words.js";

const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((c) => c !== "\\");
const VALUE = new Map(DIGITS.map((digit, value) => [digit, value]));
const FINAL = 60,
  MORE = 31;

const values = (digits) => Array.from(digits, (digit) => VALUE.get(digit));

// Ascending numbers, such as the postings of a word: twice the number of the document, plus one for its title.
function decode(digits) {
  const numbers = [];
  let before = -1,
    value = 0,
    factor = 1;
  for (const digit of digits) {
    const part = VALUE.get(digit);
    if (part >= FINAL) {
      value += factor * part;
      factor *= MORE;
      continue;
    }
    // A number of several digits reads: FINAL + rest + MORE * (what follows).
    before += value + factor * part + 1;
    numbers.push(before);
    value = 0;
    factor = 1;
  }
  return numbers;
}

export class InvertedIndex {
  constructor(core, load) {
    this.core = core;
    this.load = load;
    this.stops = new Set(core.stops);
    this.light = new Set(core.light);
    this.postings = new Map(); // by stem
    setSpelling(core.spelling);
    this.readWords();
    this.readPages();
    this.readSynonyms();
  }

  // Stems by the words that pages write. Each shard has a range of the sorted stems.
  readWords() {
    this.words = new SearchableMap();
    for (const word of this.core.vocabulary.split(" ")) this.words.set(word, stem(word));
    this.numbers = new Map([...new Set(this.words.values())].sort().map((term, number) => [term, number]));
  }

  readPages() {
    this.firsts = [];
    this.pageOf = [];
    this.core.pages.forEach(([, size], page) => {
      this.firsts.push(this.pageOf.length);
      for (let n = 0; n < size; n++) this.pageOf.push(page);
    });
    this.size = this.pageOf.length;
    // How often a page must mention a word for half of the highest score; a long page more often.
    const mean = this.size / this.firsts.length;
    this.half = this.core.pages.map(([, size]) => WEIGHTS.pageHalf * (0.5 + size / mean / 2));
    this.kind = values(this.core.kind).map((value) => this.core.kinds[value]);
    this.track = values(this.core.track).map((value) => ["", "pm", "pmm", "both"][value]);
    this.titleWeight = values(this.core.titleWeight).map((value) => Math.max(0.5, Math.expm1(value / 10)));
    this.textLength = values(this.core.textLength);
    this.queryTitleOf = decode(this.core.queryTitles).map((number, before) => number - before);
  }

  // Phrases of readers by their first word, with the phrases that may replace them.
  readSynonyms() {
    this.synonyms = new Map();
    this.synonymWords = new SearchableMap();
    for (const [same, near] of this.core.synonyms) {
      for (const word of same.split(/[ |]/)) this.synonymWords.set(word, stem(word));
      const read = (phrases) => (phrases ? phrases.split("|").map((phrase) => phrase.split(" ").map(stem)) : []);
      const [all, others] = [read(same), read(near)];
      for (const phrase of all) {
        const known = this.synonyms.get(phrase[0]) ?? [];
        this.synonyms.set(phrase[0], [
          ...known,
          { phrase, same: all.filter((other) => other !== phrase), near: others },
        ]);
      }
    }
  }

  isKnown(term) {
    return this.numbers.has(term);
  }

  /** Loads the postings of these stems. */
  async fetchPostings(stems) {
    await Promise.all(
      [...new Set(stems)]
        .filter((term) => !this.postings.has(term))
        .map(async (term) => {
          const number = this.numbers.get(term);
          const shard = this.core.shards.findLastIndex((first) => first <= number);
          const lines = await this.load(`words/${shard}.json`);
          this.postings.set(term, this.postingsOf(decode(lines[number - this.core.shards[shard]])));
        }),
    );
  }

  // Of a stem: its documents and whether the title of each has it, its frequency in each page, and how rare it is.
  postingsOf(numbers) {
    const documents = new Map(),
      pages = new Map();
    for (const posting of numbers) {
      const number = posting >> 1,
        isTitle = posting & 1,
        page = this.pageOf[number];
      documents.set(number, isTitle);
      if (number >= this.size) continue; // a reader's question: see `queryTitleOf`
      const isPageTitle = isTitle && number === this.firsts[page];
      pages.set(page, (pages.get(page) ?? 0) + (isPageTitle ? 6 : isTitle ? 2 : 1));
    }
    // The inverse document frequency.
    return { documents, pages, idf: Math.log(1 + this.size / (numbers.length + 1)) };
  }
}
