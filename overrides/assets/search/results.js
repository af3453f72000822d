// Results in the form that the theme's search box takes: a list of pages, each a list of places on it.

import { noResults } from "./no-results.js";
import { escapeHtml, mark, snippet, stemOf } from "./snippets.js";

const MOST_PAGES = 5;
const TYPING_MS = 80; // to wait for the next letter before texts are fetched
const IDLE_MS = 2000; // without a query before all other texts are fetched
const PARALLEL_FETCHES = 8; // while a reader reads
const MOST_PLACES = 3; // of a page
const FULL_PAGES = 2; // pages further down show their best place alone
const LEAST_SHARE = 0.65; // of the score of the page's best place; weaker ones would push the next page down
const LEAST_SHARE_BELOW_PAGE = 0.2; // where the page itself is the best result: then one place on it is shown as well
const FIRST_SHARE = 0.4; // of the score of its page: a place this good comes first, unless the query is the page's title
const SAME_TITLE = 0.8; // agreement of query and title
const SCORE_STEP = 0.01; // the theme compares two decimals
const LEAST_DOCUMENTS = 3; // that contain a word before it is suggested
const LABELS = { page: "", section: "", path: "", faq: "FAQ", level: "", row: "Table row" };
const TRACKS = { pm: "PM", pmm: "PMM" };

export class Answers {
  constructor({ index, reader, ranking, cachedFilesLimit }) {
    this.index = index;
    this.reader = reader;
    this.ranking = ranking;
    this.cachedFilesLimit = cachedFilesLimit;
    this.texts = new Map(); // by file
  }

  /** Undefined if another query has come meanwhile. `mine` is the reader's track. */
  async answer(query, isStale = () => false, mine = "both") {
    const parsed = { ...this.reader.parse(query), mine };
    const { units, found } = await this.ranking.rank(parsed);
    const groups = this.groups(found).slice(0, MOST_PAGES);
    const shown = groups.flatMap(({ page, places }) => [
      this.index.firsts[page],
      ...places.map(({ number }) => number),
    ]);
    const missing = [...new Set(shown.map((number) => this.fileOf(number)))].filter((file) => !this.texts.has(file));
    if (missing.length) await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
    if (isStale()) return undefined;
    await Promise.all(missing.map((file) => this.fetchTexts(file)));
    this.fetchRest();
    if (!groups.length) return { items: noResults(query, parsed, this.index) };
    return { items: groups.map((group) => this.items(group, units)), suggest: this.suggest(parsed) };
  }

  groups(found) {
    const pages = new Map();
    for (const result of found) {
      const page = this.index.pageOf[result.number];
      if (!pages.has(page)) pages.set(page, { page, places: [], rank: pages.size });
      const { places, rank } = pages.get(page);
      const isFirstOnPage = places.length === 1 && places[0].number === this.index.firsts[page];
      const least = (places[0]?.score ?? 0) * (isFirstOnPage ? LEAST_SHARE_BELOW_PAGE : LEAST_SHARE);
      const most = rank < FULL_PAGES ? MOST_PLACES : isFirstOnPage ? 2 : 1;
      if (places.length < most && result.score >= least) places.push(result);
    }
    return [...pages.values()];
  }

  fileOf(number) {
    return this.index.core.texts.findLastIndex((first) => first <= number);
  }

  // A result without its text still links to its place, as when offline.
  async fetchTexts(file) {
    try {
      this.texts.set(file, await this.index.load(`texts/${file}.json`));
    } catch (error) {
      console.warn("search:", error);
    }
  }

  // Once a reader pauses: prefetches postings, then texts, so that later answers come from the cache and work offline.
  fetchRest() {
    clearTimeout(this.rest);
    const { shards, texts } = this.index.core;
    if (texts.length > this.cachedFilesLimit) return;
    this.rest = setTimeout(async () => {
      await Promise.all(shards.map((_, n) => this.fetchShard(n)));
      const missing = [...texts.keys()].filter((file) => !this.texts.has(file));
      while (missing.length)
        await Promise.all(missing.splice(0, PARALLEL_FETCHES).map((file) => this.fetchTexts(file)));
    }, IDLE_MS);
  }

  // Only a prefetch: a query that needs the file fetches it again, and reports a failure.
  async fetchShard(file) {
    try {
      await this.index.load(`words/${file}.json`);
    } catch (error) {
      console.warn("search:", error);
    }
  }

  // The page comes first. The theme folds places that score lower than the first item, and Enter opens the highest.
  items({ page, places }, units) {
    const first = this.index.firsts[page];
    const own = places.find(({ number }) => number === first);
    const others = places.filter((place) => place !== own);
    const stems = new Set(places.flatMap((place) => [...place.stems]));
    const head = this.item({ number: first, kind: "page", stems, matched: new Set(units), ...own }, units);
    const items = others.map((place) => this.item(place, units));
    const isBest = own && own === places[0] && !(own.same < SAME_TITLE && others[0]?.score >= own.score * FIRST_SHARE);
    head.score = isBest ? own.score : Math.min(...items.map(({ score }) => score)) - SCORE_STEP;
    if (isBest) for (const item of items) item.score = own.score;
    return [head, ...items];
  }

  item({ number, kind, stems, matched, score = 0 }, units) {
    const [url, , pageTitle] = this.index.core.pages[this.index.pageOf[number]];
    const file = this.fileOf(number);
    const [anchor, title, text] = this.texts.get(file)?.[number - this.index.core.texts[file]] ?? ["", pageTitle, ""];
    const label = this.label(kind, this.index.track[number]);
    return {
      location: url + (anchor ? `#${anchor}` : ""),
      title: (label ? `${label}: ` : "") + mark(title, stems),
      text: mark(snippet(text, stems), stems),
      score,
      terms: this.terms(`${title} ${text}`, stems, matched, units),
    };
  }

  // "Mistake", "Question (PMM)"
  label(kind, track) {
    const name = LABELS[kind] ?? kind[0].toUpperCase() + kind.slice(1);
    return name && TRACKS[track] ? `${name} (${TRACKS[track]})` : name;
  }

  // The theme highlights the matched words, spelled as the place spells them, and lists the missing words of the query.
  terms(text, stems, matched, units) {
    const terms = {};
    for (const word of new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu))) {
      if (stems.has(stemOf(word)) && !this.index.stops.has(stemOf(word))) terms[word] = true;
    }
    for (const unit of units)
      if (!matched.has(unit) && !unit.isStop && !(unit.typed in terms)) terms[escapeHtml(unit.typed)] = false;
    return terms;
  }

  // The theme completes the last word in the box with the last of these.
  suggest({ typed, isIncomplete }) {
    const last = typed.at(-1);
    if (!isIncomplete || !last || last.length < 3) return [];
    const { words, postings } = this.index;
    const count = (term) => postings.get(term)?.documents.size ?? 0;
    const completions = [...words.atPrefix(last)].filter(
      ([word, term]) => word !== last && count(term) >= LEAST_DOCUMENTS,
    );
    return completions
      .sort(([, a], [, b]) => count(b) - count(a))
      .slice(0, 1)
      .map(([word]) => word);
  }
}
