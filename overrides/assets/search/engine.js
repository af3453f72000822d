// The search: readers' words to documents. Files and their meaning: hooks/guide/search/packing.py.
import SearchableMap from "./searchable-map.js";
import { makeAnswers } from "./answers.js";
import { stem, words } from "./words.js";

const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((c) => c !== "\\");
const VALUE = new Map(DIGITS.map((digit, value) => [digit, value]));
const FINAL = 60, MORE = 31;
const CANDIDATES = 24; // words that may answer for one that is typed
const TRACKS = ["", "pm", "pmm", "both"];
// What a match is worth. Tuned on the tune half of tests/search/queries.yml.
const WORTH = {
  title: 3.5, text: 1, page: 0.9,
  synonym: 0.75, near: 0.4, prefix: 0.8, fuzzy: [0, 0.6, 0.4], swapped: 0.7, joined: 0.9,
  stop: 0.15, coverage: 1.3, whole: 1.6,
};
const KIND = {
  page: 1.1, section: 1, term: 1.05, faq: 1.05, question: 0.9, claim: 0.85, row: 0.8, source: 0.5, task: 0.8,
  "worked answer": 0.8, path: 0.6,
};
const KEPT_PAGES_AT_MOST = 80; // pages up to which all texts are fetched once the first answer is out

async function fetchJson(root, name) {
  const response = await fetch(new URL(name, root));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

// Each file once; a failed one is tried again when it is next wanted.
function makeFiles(root) {
  const files = new Map();
  return (name) => {
    if (!files.has(name)) {
      files.set(name, fetchJson(root, name).catch((error) => {
        files.delete(name);
        throw error;
      }));
    }
    return files.get(name);
  };
}

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

class Engine {
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

  // "pm: loop" and "pmm: loop" keep to one track.
  parse(query) {
    const wish = /^\s*(pmm?)\s*:/i.exec(query);
    const rest = wish ? query.slice(wish[0].length) : query;
    const typed = words(rest);
    const isOpen = /[\p{L}\p{N}]$/u.test(rest); // the last word may still grow
    return { track: wish?.[1].toLowerCase() ?? "", typed, isOpen };
  }

  // A unit is a word or phrase of the query, with all that may answer for it.
  units({ typed, isOpen }) {
    const units = [];
    for (let at = 0; at < typed.length; at++) {
      const one = stem(typed[at]);
      const isStop = this.stops.has(one);
      const candidates = isStop ? [{ stems: [one], worth: 1 }] : this.candidates(typed[at], isOpen && at === typed.length - 1);
      // A word with errors stands in the phrases of readers as it was probably meant.
      const meant = candidates[0]?.stems.length === 1 ? candidates[0].stems[0] : one;
      const isKnown = this.numbers.has(one) || this.readers.has(typed[at]);
      const isRepeat = units.some((unit) => unit.stem === one);
      units.push({ typed: typed[at], stem: isKnown ? one : meant, isStop, isKnown, isRepeat, candidates });
    }
    for (const unit of units) unit.alternatives = unit.candidates.filter(({ stems }) => stems.every((one) => this.numbers.has(one)));
    this.addPhrases(units);
    this.addJoined(units, typed);
    const told = units.filter((unit) => !unit.isStop || unit.isPhrase);
    return told.length ? units : units.map((unit) => ({ ...unit, isStop: false }));
  }

  candidates(typed, mayGrow) {
    const found = new Map();
    const offer = (stems, worth) => {
      const known = found.get(stems.join(" "));
      if (!known || known.worth < worth) found.set(stems.join(" "), { stems, worth });
    };
    const wanted = stem(typed);
    if (this.numbers.has(wanted) || this.readers.has(typed)) offer([wanted], 1);
    if (mayGrow && typed.length > 1) {
      for (const [word, one] of this.words.atPrefix(typed)) offer([one], WORTH.prefix * (0.6 + 0.4 * typed.length / word.length));
    }
    if (!found.size) this.offerSplit(typed, offer);
    if (!found.size) this.offerFuzzy(typed, offer);
    return [...found.values()].sort((a, b) => b.worth - a.worth).slice(0, CANDIDATES);
  }

  // "roleplay" is "role play".
  offerSplit(typed, offer) {
    for (let at = 3; at <= typed.length - 3; at++) {
      const parts = [stem(typed.slice(0, at)), stem(typed.slice(at))];
      if (parts.every((part) => this.numbers.has(part))) offer(parts, WORTH.joined);
    }
  }

  offerFuzzy(typed, offer) {
    if (typed.length < 4 || /^\d+$/.test(typed)) return;
    const errors = typed.length > 7 ? 2 : 1;
    for (const known of [this.words, this.readers]) {
      for (let at = 0; at < typed.length - 1; at++) {
        const swapped = typed.slice(0, at) + typed[at + 1] + typed[at] + typed.slice(at + 2);
        if (known.has(swapped)) offer([known.get(swapped)], WORTH.swapped);
      }
      for (const [word, [one, distance]] of known.fuzzyGet(typed, errors)) {
        if (word.length > 2 && !this.stops.has(one)) offer([one], WORTH.fuzzy[distance] * (word[0] === typed[0] ? 1 : 0.8));
      }
    }
  }

  addPhrases(units) {
    units.forEach((unit, at) => {
      for (const { phrase, answers } of this.phrases.get(unit.stem) ?? []) {
        if (!phrase.every((one, n) => units[at + n]?.stem === one)) continue;
        const usable = answers.filter((answer) => answer.stems.some((word) => !this.stops.has(word)));
        const known = usable.filter((answer) => answer.stems.every((one) => this.numbers.has(one)))
          .map((answer) => (unit.isKnown ? answer : { ...answer, worth: answer.worth * WORTH.fuzzy[1] }));
        if (known.length) unit.isPhrase = true;
        unit.alternatives = [...unit.alternatives, ...known.map((answer) => ({ ...answer, covers: phrase.length }))];
      }
    });
  }

  // "role play" and "role-play" are also "roleplay".
  addJoined(units, typed) {
    for (let at = 0; at < typed.length - 1; at++) {
      const joined = stem(typed[at] + typed[at + 1]);
      if (!this.numbers.has(joined) || typed[at].length + typed[at + 1].length < 3) continue;
      const one = { stems: [joined], worth: WORTH.joined };
      units[at].alternatives = [...units[at].alternatives, one];
      units[at + 1].alternatives = [...units[at + 1].alternatives, one];
    }
  }

  // Scores of documents for one alternative: only documents that hold all of its words count.
  scoreAlternative({ stems, worth, covers = 1 }) {
    const told = this.told(stems);
    const maps = told.map((one) => this.places.get(one).scores);
    const scores = new Map();
    for (const number of maps[0].keys()) {
      let sum = 0, least = Infinity;
      for (const map of maps) {
        const score = map.get(number) ?? NaN;
        sum += score;
        least = Math.min(least, score);
      }
      if (sum > 0) scores.set(number, covers * worth * (sum / told.length + least) / 2);
    }
    return scores;
  }

  told(stems) {
    const wanted = stems.filter((one) => !this.stops.has(one));
    return wanted.length ? wanted : stems;
  }

  // A rare word tells more. All that answers for a word is as rare as the least rare of it.
  rarity(alternatives) {
    const most = Math.max(...alternatives.map(({ worth }) => worth));
    const counts = alternatives.filter(({ worth }) => worth >= most * 0.7)
      .map(({ stems }) => Math.min(...this.told(stems).map((one) => this.places.get(one).count)));
    return Math.log(1 + this.size / (Math.max(...counts) + 1));
  }

  async rank(parsed) {
    const units = this.units(parsed);
    await this.fetchPlaces(units.flatMap((unit) => unit.alternatives.flatMap(({ stems }) => this.told(stems))));
    for (const unit of units) unit.rarity = unit.alternatives.length ? this.rarity(unit.alternatives) : 0;
    const totals = new Map();
    for (const [at, unit] of units.entries()) {
      for (const [number, { score, alternative }] of this.best(unit)) {
        const total = totals.get(number) ?? { score: 0, stems: new Set(), exact: new Set(), units: new Map() };
        total.score += score * this.weight(unit);
        for (const each of units.slice(at, at + (alternative.covers ?? 1))) {
          total.units.set(each, Math.max(alternative.worth, total.units.get(each) ?? 0));
        }
        for (const one of alternative.stems) total.stems.add(one);
        if (alternative.worth >= WORTH.joined) for (const one of alternative.stems) total.exact.add(one);
        totals.set(number, total);
      }
    }
    return { units, found: this.sorted(totals, units, parsed.track) };
  }

  // The best alternative of a unit, by document.
  best(unit) {
    const best = new Map();
    if (!unit.alternatives.length) return best;
    const { rarity } = unit;
    for (const alternative of unit.alternatives) {
      for (const [number, plain] of this.scoreAlternative(alternative)) {
        const score = plain * rarity;
        if (score > (best.get(number)?.score ?? 0)) best.set(number, { score, alternative });
      }
    }
    return best;
  }

  weight(unit) {
    if (unit.isRepeat) return 0;
    return unit.isStop && !unit.isPhrase ? WORTH.stop : 1;
  }

  // Whether title and query are one: no word of either is missing in the other.
  hasWholeTitle(number, stems, asked) {
    const length = VALUE.get(this.core.titleLength[number]);
    if (stems.size < length || length < asked) return false;
    return [...stems].filter((one) => this.places.get(one)?.titles.has(number)).length >= length;
  }

  sorted(totals, units, track) {
    const told = (some) => some.filter((unit) => this.weight(unit) === 1 && unit.alternatives.length);
    const rarity = (some, worth) => told(some).reduce((sum, unit) => sum + unit.rarity * worth(unit), 0);
    const [most, whole] = [told(units).length, rarity(units, () => 1)];
    const found = [];
    for (const [number, total] of totals) {
      const own = TRACKS[VALUE.get(this.core.track[number])];
      if (!told([...total.units.keys()]).length || (track && own && own !== track && own !== "both")) continue;
      const kind = this.core.kinds[VALUE.get(this.core.kind[number])];
      const coverage = (rarity([...total.units.keys()], (unit) => Math.sqrt(total.units.get(unit))) / whole) ** WORTH.coverage;
      const bonus = coverage > 0.999 && total.exact.size >= most && this.hasWholeTitle(number, total.exact, most) ? WORTH.whole : 1;
      found.push({ number, kind, ...total, score: total.score * coverage * bonus * (KIND[kind] ?? 1) });
    }
    return found.sort((a, b) => b.score - a.score || a.number - b.number);
  }
}

export async function makeEngine(root) {
  const load = makeFiles(root);
  const engine = new Engine(await load("core.json"), load);
  // Small guides fetch all shards of words at once, so that each further letter is answered from memory.
  if (engine.core.shards.length <= 6) await Promise.all(engine.core.shards.map((_, n) => load(`words/${n}.json`)));
  return makeAnswers(engine, KEPT_PAGES_AT_MOST);
}
