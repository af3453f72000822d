// How well each document answers a query.
//
// A document is scored on every unit of the query: its best alternative counts, in the title more than in the text, and
// a rare word more than a common one. The sum is weighted by the share of the query that is matched, by how closely
// title and query agree, and by the kind of document. The score of the whole page is added, because a row inherits its
// page's subject. A question that readers ask about a place (`queryTitleOf`) is one more title of it; these titles are
// numbered after the documents.

import { KIND, QUESTION, WEIGHTS } from "./weights.js";
import { stem } from "./words.js";

const MOST_RESULTS = 60;

export class Ranking {
  /**
   * @param {any} index an InvertedIndex
   * @param {any} reader the QueryReader of the same index
   */
  constructor(index, reader) {
    this.index = index;
    this.reader = reader;
  }

  async rank(parsed) {
    const units = this.reader.units(parsed);
    const typed = this.typedStems(parsed);
    await this.index.fetchPostings([
      ...typed,
      ...units.flatMap((unit) => unit.alternatives.flatMap(({ stems }) => this.reader.contentStems(stems))),
    ]);
    for (const unit of units) this.weigh(unit);
    const matches = units.map((unit) => this.match(unit));
    return { units, found: this.scored(units, matches, this.literal(typed), parsed) };
  }

  typedStems({ typed }) {
    return this.reader.contentStems([...new Set(typed.map(stem))].filter((term) => this.index.isKnown(term)));
  }

  // By title: how closely it agrees with the query, word for word. Units may have replaced words by synonyms.
  literal(typed) {
    const named = new Float32Array(this.index.titleWeight.length);
    let total = 0;
    for (const { idf, documents } of typed.map((term) => this.index.postings.get(term))) {
      total += idf;
      for (const [number, isTitle] of documents) named[number] += isTitle * idf;
    }
    return named.map((weight, title) => agreement(weight / this.index.titleWeight[title], weight / total));
  }

  // A rare word says more about what is wanted. All alternatives of a word count as rare as the most common of them.
  weigh(unit) {
    const most = Math.max(...unit.alternatives.map(({ score }) => score));
    const idfs = unit.alternatives
      .filter(({ score }) => score >= most * WEIGHTS.pooled)
      .map(({ stems }) =>
        Math.max(...this.reader.contentStems(stems).map((term) => this.index.postings.get(term).idf)),
      );
    const idf = idfs.length ? Math.min(...idfs) : 0;
    const share = unit.isStop ? WEIGHTS.stop : unit.isLight ? WEIGHTS.light : unit.isPhrase ? WEIGHTS.phrase : 1;
    unit.weight = idf * share;
    unit.isContent = !unit.isStop && idf > 0;
  }

  // By number of a document or further title: the score of the best alternative in it, its score in the title alone,
  // and which alternative it is, counted from 1. By page: the unit's score on the whole page.
  match({ alternatives }) {
    const size = this.index.titleWeight.length;
    const match = {
      all: new Float32Array(size),
      titles: new Float32Array(size),
      by: new Uint16Array(size),
      pages: new Float32Array(this.index.firsts.length),
    };
    alternatives.forEach(({ stems, score }, n) => {
      const [first, ...others] = this.reader.contentStems(stems).map((term) => this.index.postings.get(term));
      for (const [number, isTitle] of first.documents) {
        let inTitle = isTitle;
        for (const { documents } of others) inTitle += documents.get(number) ?? NaN;
        if (Number.isNaN(inTitle)) continue;
        match.titles[number] = Math.max(match.titles[number], (score * inTitle) / (others.length + 1));
        if (score <= match.all[number]) continue;
        match.all[number] = score;
        match.by[number] = n + 1;
      }
      for (const [page, times] of first.pages) {
        const least = Math.min(times, ...others.map(({ pages }) => pages.get(page) ?? 0));
        match.pages[page] = Math.max(match.pages[page], (score * least) / (least + this.index.half[page]));
      }
    });
    return match;
  }

  scored(units, matches, literal, { track, isQuestion, mine }) {
    const total = units.reduce((sum, unit) => sum + (unit.isContent ? unit.weight : 0), 0);
    const query = { units, matches, literal, total, isQuestion };
    const named = tracksNamedBy(units);
    // The one track that the query names, or else the reader's; naming both is asking for both.
    const wanted = named.length ? named[0] : mine;
    const share = { 0: WEIGHTS.notMine, 1: WEIGHTS.otherTrack, 2: 1 }[named.length];
    const isOther = (own) => own && own !== "both" && wanted && wanted !== "both" && own !== wanted;
    const found = new Map();
    for (const title of matchedTitles(units, matches)) {
      const number = title < this.index.size ? title : this.index.queryTitleOf[title - this.index.size];
      const own = this.index.track[number];
      if (track && own && own !== track && own !== "both") continue;
      const scored = this.score(number, title, query);
      if (isOther(own)) scored.score *= share;
      if (scored.score > (found.get(number)?.score ?? 0)) found.set(number, { number, title, ...scored });
    }
    const best = [...found.values()].sort((a, b) => b.score - a.score || a.number - b.number).slice(0, MOST_RESULTS);
    return best.map((result) => ({
      ...result,
      kind: this.index.kind[result.number],
      ...this.matched(result, units, matches),
    }));
  }

  score(number, title, { units, matches, literal, total, isQuestion }) {
    const page = this.index.pageOf[number],
      kind = this.index.kind[number],
      isPage = number === this.index.firsts[page];
    const trust = title === number ? 1 : WEIGHTS.queryTitle;
    const ofTitle = (trust * WEIGHTS.title) / (WEIGHTS.titleBase + WEIGHTS.titleSlope * this.index.titleWeight[title]);
    const ofText = WEIGHTS.text / (1 + WEIGHTS.textSlope * this.index.textLength[number]);
    const ofPage = isPage ? WEIGHTS.ofPage : WEIGHTS.ofRow,
      inherited = isPage ? WEIGHTS.inheritedByPage : WEIGHTS.inheritedByRow;
    let [sum, answered, named, titleCoverage] = [0, 0, 0, 0];
    for (let n = 0; n < units.length; n++) {
      const { weight, isContent } = units[n],
        { all, titles, pages } = matches[n];
      // Every place on a page is also about the page's title.
      const inTitle = Math.max(titles[title], WEIGHTS.inheritedTitle * titles[this.index.firsts[page]]),
        score = Math.max(all[number], inTitle);
      named += weight * inTitle;
      sum += weight * (ofTitle * inTitle + ofText * Math.max(0, score - inTitle));
      if (!isContent) continue;
      sum += weight * ofPage * pages[page];
      titleCoverage += weight * inTitle;
      answered += weight * Math.sqrt(Math.max(score, pages[page] * inherited));
    }
    const share = (answered / total) ** (isQuestion ? WEIGHTS.questionCoverage : WEIGHTS.coverage);
    const same = Math.max(literal[title], agreement(named / this.index.titleWeight[title], titleCoverage / total));
    const ofKind = (KIND[kind] ?? 1) * (isQuestion ? (QUESTION[kind] ?? 1) : 1);
    return { score: sum * share * (1 + trust * WEIGHTS.whole * same) * ofKind, same };
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
        for (const term of unit.alternatives[by - 1].stems) stems.add(term);
      }
    });
    return { stems, matched };
  }
}

// In ascending order, so that equal scores keep the order of the documents.
function matchedTitles(units, matches) {
  const found = new Set();
  matches.forEach(({ all }, n) => {
    if (units[n].isContent)
      all.forEach((score, title) => {
        if (score) found.add(title);
      });
  });
  return [...found].sort((a, b) => a - b);
}

// The tracks that a query mentions without restricting itself to them.
const tracksNamedBy = (units) => ["pm", "pmm"].filter((track) => units.some((unit) => unit.stem === track));

// The agreement of title and query, from the share of each that the other covers: their F1 score, squared. 1 if they
// are the same.
function agreement(ofTitle, ofQuery) {
  const [precision, recall] = [Math.min(1, ofTitle), ofQuery];
  return precision + recall ? ((2 * precision * recall) / (precision + recall)) ** 2 : 0;
}
