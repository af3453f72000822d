// How well each document answers a query.
//
// A document is asked for every unit of the query: the best alternative counts, in the title more than in the text, and a
// rare word more than a common one. The sum is weighed by how much of the query is answered, by how far title and query are
// one, and by the kind of document. What the whole page says is added, because a row means what its page is about.
// What readers ask of a place (`askedOf`) is one more title of it: such titles are numbered after the documents.
import { Query } from "./query.js";
import { KIND, QUESTION, WORTH } from "./weights.js";
import { stem } from "./words.js";

const LOOKED_AT = 60; // the best documents

export class Ranking extends Query {
  async rank(parsed) {
    const units = this.units(parsed);
    const typed = this.typedStems(parsed);
    await this.fetchPlaces([
      ...typed,
      ...units.flatMap((unit) => unit.alternatives.flatMap(({ stems }) => this.telling(stems))),
    ]);
    for (const unit of units) this.weigh(unit);
    const matches = units.map((unit) => this.match(unit));
    return { units, found: this.scored(units, matches, this.literal(typed), parsed) };
  }

  typedStems({ typed }) {
    return this.telling([...new Set(typed.map(stem))].filter((one) => this.isKnown(one)));
  }

  // By title: how far it and the query are one, word for word. Units may read a word as part of a readers' phrase.
  literal(typed) {
    const named = new Float32Array(this.titleWeight.length);
    let whole = 0;
    for (const { rarity, documents } of typed.map((one) => this.places.get(one))) {
      whole += rarity;
      for (const [number, isTitle] of documents) named[number] += isTitle * rarity;
    }
    return named.map((weight, title) => sameness(weight / this.titleWeight[title], weight / whole));
  }

  // A rare word tells more. All that stands for a word is as rare as the commonest of it.
  weigh(unit) {
    const most = Math.max(...unit.alternatives.map(({ worth }) => worth));
    const rarities = unit.alternatives
      .filter(({ worth }) => worth >= most * WORTH.pooled)
      .map(({ stems }) => Math.max(...this.telling(stems).map((one) => this.places.get(one).rarity)));
    const rarity = rarities.length ? Math.min(...rarities) : 0;
    const share = unit.isStop ? WORTH.stop : unit.isLight ? WORTH.light : unit.isPhrase ? WORTH.phrase : 1;
    unit.weight = rarity * share;
    unit.tells = !unit.isStop && rarity > 0;
  }

  // By number of a document or further title: what the best alternative is worth in it, what in its title alone, and
  // which alternative it is, counted from 1. By page: what the unit is worth on the whole of it.
  match({ alternatives }) {
    const size = this.titleWeight.length;
    const match = {
      all: new Float32Array(size),
      titles: new Float32Array(size),
      by: new Uint16Array(size),
      pages: new Float32Array(this.firsts.length),
    };
    alternatives.forEach(({ stems, worth }, n) => {
      const [first, ...others] = this.telling(stems).map((one) => this.places.get(one));
      for (const [number, isTitle] of first.documents) {
        let inTitle = isTitle;
        for (const { documents } of others) inTitle += documents.get(number) ?? NaN;
        if (Number.isNaN(inTitle)) continue;
        match.titles[number] = Math.max(match.titles[number], (worth * inTitle) / (others.length + 1));
        if (worth <= match.all[number]) continue;
        match.all[number] = worth;
        match.by[number] = n + 1;
      }
      for (const [page, times] of first.pages) {
        const least = Math.min(times, ...others.map(({ pages }) => pages.get(page) ?? 0));
        match.pages[page] = Math.max(match.pages[page], (worth * least) / (least + this.half[page]));
      }
    });
    return match;
  }

  scored(units, matches, literal, { track, isQuestion }) {
    const whole = units.reduce((sum, unit) => sum + (unit.tells ? unit.weight : 0), 0);
    const asked = { units, matches, literal, whole, isQuestion };
    const named = trackNamedBy(units);
    const isTold = new Uint8Array(this.titleWeight.length);
    matches.forEach(({ all }, n) => {
      if (units[n].tells)
        all.forEach((worth, title) => {
          if (worth) isTold[title] = 1;
        });
    });
    const found = new Map();
    for (let title = 0; title < this.titleWeight.length; title++) {
      if (!isTold[title]) continue;
      const number = title < this.size ? title : this.askedOf[title - this.size];
      const own = this.track[number];
      if (track && own && own !== track && own !== "both") continue;
      const scored = this.score(number, title, asked);
      if (named && own && own !== named && own !== "both") scored.score *= WORTH.otherTrack;
      if (scored.score > (found.get(number)?.score ?? 0)) found.set(number, { number, title, ...scored });
    }
    const best = [...found.values()].sort((a, b) => b.score - a.score || a.number - b.number).slice(0, LOOKED_AT);
    return best.map((one) => ({ ...one, kind: this.kind[one.number], ...this.matched(one, units, matches) }));
  }

  score(number, title, { units, matches, literal, whole, isQuestion }) {
    const page = this.pageOf[number],
      kind = this.kind[number],
      isPage = number === this.firsts[page];
    const trust = title === number ? 1 : WORTH.asked;
    const ofTitle = (trust * WORTH.title) / (WORTH.titleBase + WORTH.titleSlope * this.titleWeight[title]);
    const ofText = WORTH.text / (1 + WORTH.textSlope * this.textLength[number]);
    const ofPage = isPage ? WORTH.ofPage : WORTH.ofRow,
      lends = isPage ? WORTH.lentToPage : WORTH.lentToRow;
    let sum = 0,
      answered = 0,
      named = 0,
      toldByTitle = 0;
    for (let n = 0; n < units.length; n++) {
      const { weight, tells } = units[n],
        { all, titles, pages } = matches[n];
      const inTitle = titles[title],
        worth = Math.max(all[number], inTitle);
      named += weight * inTitle;
      sum += weight * (ofTitle * inTitle + ofText * Math.max(0, worth - inTitle));
      if (!tells) continue;
      sum += weight * ofPage * pages[page];
      toldByTitle += weight * inTitle;
      answered += weight * Math.sqrt(Math.max(worth, pages[page] * lends));
    }
    const share = (answered / whole) ** (isQuestion ? WORTH.questionCoverage : WORTH.coverage);
    const same = Math.max(literal[title], sameness(named / this.titleWeight[title], toldByTitle / whole));
    const ofKind = (KIND[kind] ?? 1) * (isQuestion ? (QUESTION[kind] ?? 1) : 1);
    return { score: sum * share * (1 + trust * WORTH.whole * same) * ofKind, same };
  }

  // Which units a document answers, and by which words.
  matched({ number, title }, units, matches) {
    const stems = new Set(),
      matched = new Set();
    units.forEach((unit, n) => {
      for (const at of new Set([number, title])) {
        const by = matches[n].by[at];
        if (!by) continue;
        matched.add(unit);
        for (const one of unit.alternatives[by - 1].stems) stems.add(one);
      }
    });
    return { stems, matched };
  }
}

// The one track that a query names without keeping to it; undefined if it names none, or both.
function trackNamedBy(units) {
  const named = ["pm", "pmm"].filter((track) => units.some((unit) => unit.stem === track));
  return named.length === 1 ? named[0] : undefined;
}

// Of the share of a title that was asked for, and the share of the query that the title tells: 1 if the two are one.
function sameness(ofTitle, ofQuery) {
  const [one, other] = [Math.min(1, ofTitle), ofQuery];
  return one + other ? ((2 * one * other) / (one + other)) ** 2 : 0;
}
