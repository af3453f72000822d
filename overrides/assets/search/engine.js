// The search: ranks documents by what answers for the words of a query.
import { makeAnswers } from "./answers.js";
import { VALUE } from "./places.js";
import { Query } from "./query.js";
import { stem } from "./words.js";
import { KIND, QUESTION, WORTH } from "./worth.js";

const TRACKS = ["", "pm", "pmm", "both"];
const KEPT_PAGES_AT_MOST = 80; // pages up to which all texts are fetched once the first answer is out

// Words of every question, told by their weight and not by their rarity.
const LIGHT = new Set(("need use still become people make tell say think know want like way thing much many really actually inside during while"
  + " work give take find happen mean look good best better put try keep ask answer someone anyone everyone new").split(" ").map(stem));

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

class Engine extends Query {
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
        const total = totals.get(number) ?? { score: 0, scores: new Map(), stems: new Set(), exact: new Set(), units: new Map() };
        total.score += score * this.weight(unit);
        total.scores.set(unit, score * this.weight(unit));
        for (const each of units.slice(at, at + (alternative.covers ?? 1))) {
          total.units.set(each, Math.max(alternative.worth, total.units.get(each) ?? 0));
        }
        for (const one of alternative.stems) total.stems.add(one);
        if (alternative.worth >= WORTH.joined) for (const one of alternative.stems) total.exact.add(one);
        totals.set(number, total);
      }
    }
    this.lendToPages(totals, units);
    return { units, found: this.sorted(totals, units, parsed) };
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
    if (unit.isStop && !unit.isPhrase) return WORTH.stop;
    return LIGHT.has(unit.stem) && !unit.isAlone ? WORTH.light : 1;
  }

  // Whether title and query are one: no word of either is missing in the other.
  hasWholeTitle(number, stems, asked) {
    const length = VALUE.get(this.core.titleLength[number]);
    if (stems.size < length || length < asked) return false;
    return [...stems].filter((one) => this.places.get(one)?.titles.has(number)).length >= length;
  }

  // A page holds what its places hold, and says it less loudly.
  lendToPages(totals, units) {
    const best = new Map();
    for (const [number, total] of totals) {
      const page = this.firsts[this.pageOf[number]];
      if (!best.has(page)) best.set(page, new Map());
      const lent = best.get(page);
      for (const [unit, worth] of total.units) {
        const one = { worth: worth * WORTH.lent, score: (total.scores.get(unit) ?? 0) * WORTH.aside };
        if (one.score > (lent.get(unit)?.score ?? -1)) lent.set(unit, one);
      }
    }
    for (const [page, lent] of best) this.lend(totals, page, lent);
  }

  lend(totals, page, lent) {
    const total = totals.get(page);
    if (!total) return;
    for (const [unit, { worth, score }] of lent) {
      if (total.units.has(unit)) continue;
      total.score += score;
      total.units.set(unit, worth);
    }
  }

  sorted(totals, units, { track, isQuestion }) {
    const told = (some) => some.filter((unit) => this.weight(unit) > WORTH.stop && unit.alternatives.length);
    const rarity = (some, worth) => told(some).reduce((sum, unit) => sum + unit.rarity * this.weight(unit) * worth(unit), 0);
    const [most, whole] = [told(units).length, rarity(units, () => 1)];
    const found = [];
    for (const [number, total] of totals) {
      const own = TRACKS[VALUE.get(this.core.track[number])];
      if (!told([...total.units.keys()]).length || (track && own && own !== track && own !== "both")) continue;
      const kind = this.core.kinds[VALUE.get(this.core.kind[number])];
      const coverage = (rarity([...total.units.keys()], (unit) => Math.sqrt(total.units.get(unit))) / whole) ** (isQuestion ? WORTH.questionCoverage : WORTH.coverage);
      const bonus = coverage > 0.999 && total.exact.size >= most && this.hasWholeTitle(number, total.exact, most) ? WORTH.whole : 1;
      found.push({ number, kind, ...total, score: total.score * coverage * bonus * (KIND[kind] ?? 1) * (isQuestion ? QUESTION[kind] ?? 1 : 1) });
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
