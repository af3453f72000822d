"""The index as the files that a browser fetches: a core, postings in shards, and texts in parts.

core.json    pages, what each document is (a letter a property), the vocabulary, readers' words: all that ranking needs
words/N.json the documents in which the words of one stretch of the vocabulary occur
texts/N.json anchors, titles and texts of one stretch of the documents

A first result needs the core, a few shards, and the texts of what is shown, however long the guide grows.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from ...rows.recalling import Recall, uncached
from .document_words import COMMON_STEMS, STOP_WORDS, Words, words_of, words_of_query_title
from .documents import Document
from .query_titles import QueryTitle
from .words import SPELLING

TRACKS = ("", "pm", "pmm", "both")
TEXT_LETTERS = 3_000  # letters of a file of texts: about 1 kB compressed
SHARD_POSTINGS = 3_000  # postings in a shard: about 3 kB compressed
# Characters that JSON writes as they are.
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
FINAL, MORE = 60, 31  # digits that end a number, and digits that continue it
IN_TITLE, IN_TEXT = 1, 0

# Files of one kind: the number of the first document or stem of each, and what it holds.
Parts = Sequence[tuple[int, Sequence[Any]]]
# By stem: twice the number of each document that holds it, plus one if its title does; ascending.
Places = dict[str, list[int]]


def index_files(
    documents: Sequence[Document],
    synonyms: Sequence[Any],
    extras: Mapping[str, Any],
    query_titles: Sequence[QueryTitle] = (),
    recall: Recall = uncached,
) -> dict[str, str]:
    """File names below `search/` and their texts. `extras` goes into the core unchanged."""
    counts = Counter(document.url for document in documents)
    order = {url: place for place, url in enumerate(counts)}
    ordered = sorted(documents, key=lambda document: order[document.url])
    pages = groupby(ordered, key=lambda document: document.url)
    words = [found for _, page in pages for found in words_of([*page], recall)]
    entries = [*words, *(words_of_query_title(text) for _, text in query_titles)]
    places = _places(entries)
    core = {
        "pages": _pages(ordered, counts),
        **_properties(ordered, words),
        **_vocabulary(entries, places, synonyms),
        # Ascending, one added for each before it, since several are of one document.
        "queryTitles": _digits([number + n for n, (number, _) in enumerate(query_titles)]),
    }
    return _files(core, _texts(ordered), _shards(places), extras)


def _files(
    core: dict[str, Any], texts: Parts, shards: Parts, extras: Mapping[str, Any]
) -> dict[str, str]:
    """The core, which says where each other file starts, and those files."""
    files: dict[str, Any] = {
        "core.json": {
            **core,
            "texts": [start for start, _ in texts],
            "shards": [start for start, _ in shards],
            **extras,
        }
    }
    files |= {f"words/{n}.json": lines for n, (_, lines) in enumerate(shards)}
    files |= {f"texts/{n}.json": rows for n, (_, rows) in enumerate(texts)}
    return {name: _json(content) for name, content in files.items()}


def _pages(documents: Sequence[Document], counts: Mapping[str, int]) -> list[list[Any]]:
    """Address, number of documents, and title of each page."""
    titles = {document.url: document.title for document in documents if document.kind == "page"}
    return [[url, count, titles[url]] for url, count in counts.items()]


def _vocabulary(words: Sequence[Words], places: Places, synonyms: Sequence[Any]) -> dict[str, Any]:
    """Every word, how much titles weigh, which words mean the same or little, and how all are made alike."""
    return {
        "vocabulary": " ".join(
            sorted({word for entry in words for word in (*entry.title, *entry.text)})
        ),
        "titleWeight": _title_weights(words, places),
        "stops": sorted(STOP_WORDS),
        "light": sorted(COMMON_STEMS),
        "synonyms": [["|".join(same), "|".join(near)] for same, near in synonyms],
        "spelling": SPELLING,
    }


def _properties(documents: Sequence[Document], words: Sequence[Words]) -> dict[str, Any]:
    """A letter a document for each property, in the order of the documents."""
    kinds = list(dict.fromkeys(document.kind for document in documents))
    return {
        "kinds": kinds,
        "kind": "".join(DIGITS[kinds.index(document.kind)] for document in documents),
        "track": "".join(DIGITS[TRACKS.index(document.track)] for document in documents),
        "textLength": "".join(DIGITS[min(len(entry.in_text) // 5, 90)] for entry in words),
    }


def _title_weights(words: Sequence[Words], places: Places) -> str:
    """How informative each title is, to five percent: the sum over its words, in which a rare one counts more."""
    rarity = {stem: _rarity(len(found), len(words)) for stem, found in places.items()}
    unseen = _rarity(0, len(words))
    sums = (sum(rarity.get(stem, unseen) for stem in entry.informative) for entry in words)
    return "".join(DIGITS[round(10 * math.log1p(total))] for total in sums)


def _rarity(count: int, documents: int) -> float:
    """How informative a word in `count` of `documents` is; index.js computes the same."""
    return math.log(1 + documents / (count + 1))


def _places(words: Sequence[Words]) -> Places:
    """Where each stem is."""
    places: Places = defaultdict(list)
    for number, entry in enumerate(words):
        in_text, in_title = number * 2 + IN_TEXT, number * 2 + IN_TITLE
        titled = set(entry.in_title)
        for stem in entry.stems:
            places[stem].append(in_title if stem in titled else in_text)
    return places


def _shards(places: Places) -> list[tuple[int, list[str]]]:
    """Of the sorted stems: the number of a shard's first stem, and a line of digits for each."""
    shards: list[tuple[int, list[str]]] = []
    space_left = 0
    for number, stem in enumerate(sorted(places)):
        if space_left <= 0:
            shards.append((number, []))
            space_left = SHARD_POSTINGS
        shards[-1][1].append(_digits(places[stem]))
        space_left -= len(places[stem])
    return shards


def _texts(documents: Sequence[Document]) -> list[tuple[int, list[list[str]]]]:
    """The number of a file's first document, and anchor, title and text of each document in it."""
    files: list[tuple[int, list[list[str]]]] = []
    space_left = 0
    for number, document in enumerate(documents):
        if space_left <= 0:
            files.append((number, []))
            space_left = TEXT_LETTERS
        files[-1][1].append([document.anchor, document.title, document.text])
        space_left -= len(document.title) + len(document.text)
    return files


def _digits(numbers: list[int]) -> str:
    """The gaps between ascending numbers, in digits that JSON need not escape."""
    digits, before = [], -1
    for number in numbers:
        gap, before = number - before - 1, number
        while gap >= FINAL:
            gap, rest = divmod(gap - FINAL, MORE)
            digits.append(DIGITS[FINAL + rest])
        digits.append(DIGITS[gap])
    return "".join(digits)


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
