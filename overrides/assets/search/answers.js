// What the engine found, as the theme's search box takes it: a list of pages, each a list of places on it.
import { stem, words } from "./words.js";

const LOOKED_AT = 60; // places
const GROUPS = 5; // pages shown
const TYPING = 80; // milliseconds in which the next letter may come, before texts are fetched
const IDLE = 2000; // milliseconds without a query, before all other texts are
const OF_A_PAGE = 4; // places of a page
const WEAK = 0.5; // of the best place of a page; weaker ones would push the next page down
const SHOWN = 3; // places of a page that are not folded
const TIE = 0.01; // the theme compares two decimals
const SNIPPET = 220; // letters
const LABELS = { page: "", section: "", path: "", faq: "FAQ", level: "", row: "Table row" };

const stemsOf = new Map();

// The stem of a word as a page writes it; each is worked out once.
function stemOf(word) {
  if (!stemsOf.has(word)) stemsOf.set(word, stem(words(word).at(-1) ?? word));
  return stemsOf.get(word);
}

const escapeHtml = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

// Splits escaped text into marked and plain parts. `stems` are those that matched.
function mark(text, stems) {
  return text.split(/([\p{L}\p{N}]+)/u)
    .map((part, n) => (n % 2 && stems.has(stemOf(part)) ? `<mark data-md-highlight>${escapeHtml(part)}</mark>` : escapeHtml(part)))
    .join("");
}

// The stretch of a text that holds the most matched words, from the start of a sentence where one is near.
function snippet(text, stems) {
  if (text.length <= SNIPPET) return text;
  const at = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => stems.has(stemOf(word))).map((match) => match.index);
  let start = 0, most = 0;
  for (const first of at) {
    const count = at.filter((other) => other >= first && other < first + SNIPPET - 40).length;
    if (count > most) [start, most] = [first, count];
  }
  if (start < SNIPPET - 60) start = 0;
  const sentence = text.slice(Math.max(0, start - 90), start).search(/[.;:?!] (?!.*[.;:?!] )/);
  if (start && sentence >= 0) start = Math.max(0, start - 90) + sentence + 2;
  else if (start) start = text.lastIndexOf(" ", start - 20) + 1;
  const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
}

class Answers {
  constructor(engine, most) {
    this.engine = engine;
    this.most = most;
    this.texts = new Map();
  }

  // Nothing if the query has become stale meanwhile.
  async answer(query, isStale = () => false) {
    const parsed = this.engine.parse(query);
    const { units, found } = await this.engine.rank(parsed);
    const groups = this.groups(found.slice(0, LOOKED_AT)).slice(0, GROUPS);
    const missing = groups.filter(({ page }) => !this.texts.has(page));
    if (missing.length) await new Promise((resolve) => setTimeout(resolve, TYPING));
    if (isStale()) return undefined;
    await Promise.all(missing.map(({ page }) => this.fetchTexts(page)));
    this.fetchRest();
    if (!groups.length) return { items: await this.nothing(query, parsed) };
    return { items: groups.map((group) => this.items(group, units)), suggest: this.suggest(parsed, units) };
  }

  groups(found) {
    const pages = new Map();
    for (const each of found) {
      const page = this.engine.pageOf[each.number];
      if (!pages.has(page)) pages.set(page, { page, places: [] });
      pages.get(page).places.push(each);
    }
    for (const group of pages.values()) {
      const least = group.places[0].score * WEAK;
      group.places = group.places.filter(({ score }, n) => n < OF_A_PAGE && score >= least);
    }
    return [...pages.values()];
  }

  // Without texts an answer still has its place: offline, say.
  async fetchTexts(page) {
    try {
      this.texts.set(page, await this.engine.load(`texts/${page}.json`));
    } catch (error) {
      console.warn("search:", error);
    }
  }

  // Once a reader has stopped to read, so that further answers are warm, and work offline.
  fetchRest() {
    clearTimeout(this.rest);
    if (this.engine.core.pages.length > this.most) return;
    this.rest = setTimeout(async () => {
      for (const page of this.engine.core.pages.keys()) if (!this.texts.has(page)) await this.fetchTexts(page);
    }, IDLE);
  }

  // The page stands first. Places below the score of the first item are folded, and Enter opens the highest.
  items({ page, places }, units) {
    const own = places.find(({ number }) => number === this.engine.firsts[page]);
    const others = places.filter((place) => place !== own);
    const least = others[Math.min(SHOWN, others.length) - 1]?.score ?? 0;
    const stems = new Set(places.flatMap((place) => [...place.stems]));
    const isBest = own && own === places[0];
    const head = this.item({ number: this.engine.firsts[page], kind: "page", stems, units: new Map(units.map((unit) => [unit, 1])), ...own }, units);
    head.score = isBest ? own.score : least - TIE;
    const items = others.map((place) => this.item(place, units));
    if (isBest) for (const item of items.slice(0, SHOWN)) item.score = Math.max(item.score, own.score);
    return [head, ...items];
  }

  item({ number, kind, stems, units, score = 0 }, all) {
    const page = this.engine.pageOf[number];
    const [url, , pageTitle] = this.engine.core.pages[page];
    const [anchor, title, text] = this.texts.get(page)?.[number - this.engine.firsts[page]] ?? ["", pageTitle, ""];
    const label = LABELS[kind] ?? kind[0].toUpperCase() + kind.slice(1);
    const shown = snippet(text, stems);
    return {
      location: url + (anchor ? `#${anchor}` : ""),
      title: (label ? `${label}: ` : "") + mark(title, stems),
      text: mark(shown, stems),
      score,
      terms: this.terms(`${title} ${text}`, stems, units, all),
    };
  }

  // Words as the place writes them are highlighted there; words of the query that it lacks are named.
  terms(text, stems, matched, all) {
      const terms = {};
    for (const word of new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])) {
      if (word.length > 1 && stems.has(stemOf(word)) && !this.engine.stops.has(stemOf(word))) terms[word.toLowerCase()] = true;
    }
    for (const unit of all) if (!matched.has(unit) && !unit.isStop && !(unit.typed in terms)) terms[unit.typed] = false;
    return terms;
  }

  // The theme completes the last word in the box with the last of these.
  suggest({ typed, isOpen }, units) {
    const last = typed.at(-1);
    if (!isOpen || !last || last.length < 3) return [];
    const counts = new Map();
    for (const texts of this.texts.values()) {
      for (const [, title] of texts) {
        for (const word of title.toLowerCase().match(/[a-z]+/g) ?? []) {
          if (word.startsWith(last) && word !== last) counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
    }
    const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    return best ? [best[0]] : [];
  }

  async nothing(query, { typed }) {
    const { popular, topics, ask } = this.engine.core;
    const near = this.near(typed);
    const hint = near.length ? `Near words: ${near.join(", ")}. ` : "";
    const one = (location, title, text) => [{ location, title: escapeHtml(title), text: escapeHtml(text), score: 1, terms: {} }];
    return [
      one(`${topics}#nothing-found`, `Nothing found for “${query.trim()}”`, `${hint}All topics stand in one list.`),
      ...popular.map(([url, title]) => one(url, title, "Often read")),
      one(ask + encodeURIComponent(query.trim()), "Ask for this topic", "Opens an issue, filled in, on the project's site. It needs an account there."),
    ];
  }

  near(typed) {
    const found = new Map();
    for (const word of typed.filter((each) => each.length > 3)) {
      for (const [near, [, distance]] of this.engine.words.fuzzyGet(word, 3)) {
        if (near.length > 3) found.set(near, Math.min(distance, found.get(near) ?? 9));
      }
    }
    return [...found].sort((a, b) => a[1] - b[1]).slice(0, 5).map(([word]) => word);
  }
}

export const makeAnswers = (engine, most) => new Answers(engine, most);
