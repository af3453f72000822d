// What the engine found, as the theme's search box takes it: a list of pages, each a list of places on it.
import { escapeHtml, mark, snippet, stemOf } from "./snippets.js";
import { likeness } from "./spelling.js";

const GROUPS = 5; // pages shown
const TYPING = 80; // milliseconds to wait for the next letter before texts are fetched
const IDLE = 2000; // milliseconds without a query before all other texts are fetched
const AT_ONCE = 8; // files fetched in parallel while a reader reads
const OF_A_PAGE = 3; // places shown of a page
const FULL_GROUPS = 2; // pages further down show their best place alone
const WEAK = 0.65; // of the best place of a page; weaker ones would push the next page down
const WEAK_BELOW_PAGE = 0.2; // a page that answers shows the best place on it
const NEARER = 0.4; // of the score of its page: a place this good is opened first, unless the query is the page's title
const NAMED = 0.8;
const TIE = 0.01; // the theme compares two decimals
const OFTEN = 3; // documents that must hold a word before it is suggested
const LABELS = { page: "", section: "", path: "", faq: "FAQ", level: "", row: "Table row" };
const TRACKS = { pm: "PM", pmm: "PMM" };

class Answers {
  constructor({ index, reader, ranking, most }) {
    this.index = index;
    this.reader = reader;
    this.ranking = ranking;
    this.most = most;
    this.texts = new Map(); // by file
  }

  // Nothing if the query has become stale meanwhile. `mine` is the reader's track.
  async answer(query, isStale = () => false, mine = "both") {
    const parsed = { ...this.reader.parse(query), mine };
    const { units, found } = await this.ranking.rank(parsed);
    const groups = this.groups(found).slice(0, GROUPS);
    const shown = groups.flatMap(({ page, places }) => [
      this.index.firsts[page],
      ...places.map(({ number }) => number),
    ]);
    const missing = [...new Set(shown.map((number) => this.fileOf(number)))].filter((file) => !this.texts.has(file));
    if (missing.length) await new Promise((resolve) => setTimeout(resolve, TYPING));
    if (isStale()) return undefined;
    await Promise.all(missing.map((file) => this.fetchTexts(file)));
    this.fetchRest();
    if (!groups.length) return { items: nothing(query, parsed, this.index) };
    return { items: groups.map((group) => this.items(group, units)), suggest: this.suggest(parsed) };
  }

  groups(found) {
    const pages = new Map();
    for (const each of found) {
      const page = this.index.pageOf[each.number];
      if (!pages.has(page)) pages.set(page, { page, places: [], rank: pages.size });
      const { places, rank } = pages.get(page);
      const isFirstOnPage = places.length === 1 && places[0].number === this.index.firsts[page];
      const least = (places[0]?.score ?? 0) * (isFirstOnPage ? WEAK_BELOW_PAGE : WEAK);
      const most = rank < FULL_GROUPS ? OF_A_PAGE : isFirstOnPage ? 2 : 1;
      if (places.length < most && each.score >= least) places.push(each);
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

  // Once a reader pauses: prefetches words, then texts, so that further answers come from the cache and work offline.
  fetchRest() {
    clearTimeout(this.rest);
    const { shards, texts } = this.index.core;
    if (texts.length > this.most) return;
    this.rest = setTimeout(async () => {
      await Promise.all(shards.map((_, n) => this.fetchWords(n)));
      const missing = [...texts.keys()].filter((file) => !this.texts.has(file));
      while (missing.length) await Promise.all(missing.splice(0, AT_ONCE).map((file) => this.fetchTexts(file)));
    }, IDLE);
  }

  // A failed file is fetched again when a query needs it, and the error is reported then.
  async fetchWords(file) {
    try {
      await this.index.load(`words/${file}.json`);
    } catch (error) {
      console.warn("search:", error);
    }
  }

  // The page comes first. Places below the score of the first item are folded, and Enter opens the highest.
  items({ page, places }, units) {
    const first = this.index.firsts[page];
    const own = places.find(({ number }) => number === first);
    const others = places.filter((place) => place !== own);
    const stems = new Set(places.flatMap((place) => [...place.stems]));
    const head = this.item({ number: first, kind: "page", stems, matched: new Set(units), ...own }, units);
    const items = others.map((place) => this.item(place, units));
    const isBest = own && own === places[0] && !(own.same < NAMED && others[0]?.score >= own.score * NEARER);
    head.score = isBest ? own.score : Math.min(...items.map(({ score }) => score)) - TIE;
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

  // Words as the place writes them are highlighted there; words of the query that it lacks are named.
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
  suggest({ typed, isOpen }) {
    const last = typed.at(-1);
    if (!isOpen || !last || last.length < 3) return [];
    const { words, places } = this.index;
    const count = (one) => places.get(one)?.documents.size ?? 0;
    const grown = [...words.atPrefix(last)].filter(([word, one]) => word !== last && count(one) >= OFTEN);
    return grown
      .sort(([, a], [, b]) => count(b) - count(a))
      .slice(0, 1)
      .map(([word]) => word);
  }
}

export const makeAnswers = (parts) => new Answers(parts);

// What a reader is offered when nothing was found: near words, popular pages, and a way to ask for the topic.
const NEAR = 5; // words
const EDITS = 3;
const LONGEST_WORD = 40; // letters; a longer word gets no suggestions
const SHOWN = 80; // letters of a query that is repeated to the reader

export function nothing(query, { typed, track }, { core, words }) {
  const near = nearWords(typed, words);
  const shown = query.trim().slice(0, SHOWN);
  const hint = near.length ? `Near words: ${near.join(", ")}. ` : "";
  const scope = track ? `Only what is for ${track.toUpperCase()} was searched. ` : "";
  const one = (location, title, text) => ({
    location,
    title: escapeHtml(title),
    text: escapeHtml(text),
    score: 1,
    terms: {},
  });
  // The theme shows no text for a page with a place on it, so the hint is that place.
  const list = one(`${core.topics}#nothing-found`, "All topics in one list", `${hint}${scope}`);
  return [
    [one(core.topics, `Nothing found for “${shown}”`, ""), list],
    ...core.popular.map(([url, title]) => [one(url, title, "Often read")]),
    [
      one(
        core.ask + encodeURIComponent(shown),
        "Ask for this topic",
        "Opens an issue, filled in, on the project's site. It needs an account there.",
      ),
    ],
  ];
}

function nearWords(typed, words) {
  const found = new Map();
  for (const word of typed.filter((each) => each.length > 3 && each.length <= LONGEST_WORD)) {
    for (const [near] of words.fuzzyGet(word, EDITS)) {
      if (near.length > 3) found.set(near, Math.max(likeness(word, near), found.get(near) ?? 0));
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, NEAR)
    .map(([word]) => word);
}
