"""The documents as the files that a browser fetches: a core, the places of words in shards, and the texts page by page.

core.json    pages, what each document is (a letter a property), the vocabulary, readers' words: all that ranking needs
words/N.json the documents in which the words of one stretch of the vocabulary occur
texts/N.json anchors, titles and texts of one stretch of the documents

So a first answer needs the core, a few shards, and the texts of what is shown, however long the guide grows.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..memory import Recall, anew
from .documents import Document
from .query_titles import QueryTitle
from .words import folded_words, stem

# Common words count in titles ("Why now") and left out of texts.
LITTLE = """
a about am an and any are as at be been being but by can could did do does for from get gets getting got
had has have he her how i if in into is it its may me much my no not of on or our really shall she should so some
than that the their them then there these they this those to too was we were what whats when where whether which
while who whom why will with would you your aren't can't couldn't didn't doesn't don't hadn't hasn't haven't I'm
isn't I've shouldn't they're they've wasn't weren't we've won't wouldn't you're you've
"""
STOP_WORDS = frozenset(map(stem, folded_words(LITTLE)))
# Words of every question: rare on pages, but uninformative in queries.
LIGHT = """
able actually after again all allowed almost already also always another answer anybody anyone anything around ask
away back bad become before besides bit both bring call called case certain change changed check come consider could
deal decide decided each either else enough even ever every everybody everyone everything exactly exist explain far
feel few find first full give go goes going good great guy handle happen hard head help here hold hope idea inside
instead just keep kind know last least less let like list little long look lot made main make many matter maybe mean
mention might more most must myself need never new next nice often ok okay once one only other others over own part
people per person pick place please point possible put quite rather real really reason remove right run said same saw
say see seem set several show simply since somebody someone something sometimes soon sort split start still stuff such
sure take talk tell thing think though through together too toward true try turn under until up upon use usually
various very want way well whether whole without wonder word work worth write yet
"""
TRACKS = ("", "pm", "pmm", "both")
TEXT_LETTERS = 3_000  # letters of a file of texts: about 1 kB compressed
SHARD_PLACES = 3_000  # places of words in a shard: about 3 kB compressed
# Characters that JSON writes as they are.
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
FINAL, MORE = 60, 31  # digits that end a number, and digits that continue it
IN_TITLE, IN_TEXT = 1, 0


@dataclass(frozen=True)
class Words:
    """The folded words of one document by place."""

    title: list[str]
    informative: frozenset[str]
    text: list[str]

    # Asked for several times a build.
    @cached_property
    def in_title(self) -> frozenset[str]:
        """The stems of the title."""
        return frozenset(map(stem, self.title))

    @cached_property
    def in_text(self) -> frozenset[str]:
        """The stems of the text."""
        return frozenset(map(stem, self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """All stems of the document."""
        return self.in_title | self.in_text


def index_files(
    documents: Sequence[Document],
    synonyms: Sequence[Any],
    extras: Mapping[str, Any],
    asked: Sequence[QueryTitle] = (),
    recall: Recall = anew,
) -> dict[str, str]:
    """File names below `search/` and their texts. `extras` goes into the core as it is."""
    counts = Counter(document.url for document in documents)
    places = {url: place for place, url in enumerate(counts)}
    ordered = sorted(documents, key=lambda document: places[document.url])
    titles = {document.url: document.title for document in ordered if document.kind == "page"}
    words = [_words(document, recall) for document in ordered] + [_asked(text) for _, text in asked]
    shards = _shards(_places(words))
    texts = _texts(ordered)
    vocabulary = sorted({word for each in words for word in (*each.title, *each.text)})
    core = {
        "pages": [[url, count, titles[url]] for url, count in counts.items()],
        **_properties(ordered, words[: len(ordered)]),
        "titleWeight": _title_weights(words),
        # Ascending, one added for each before it, since several are of one document.
        "asked": _digits([number + before for before, (number, _) in enumerate(asked)]),
        "texts": [start for start, _ in texts],
        "vocabulary": " ".join(vocabulary),
        "shards": [start for start, _ in shards],
        "stops": sorted(STOP_WORDS),
        "light": sorted(set(map(stem, LIGHT.split()))),
        "synonyms": [["|".join(same), "|".join(near)] for same, near in synonyms],
        **extras,
    }
    files: dict[str, Any] = {"core.json": core}
    files |= {f"words/{n}.json": lines for n, (_, lines) in enumerate(shards)}
    files |= {f"texts/{n}.json": rows for n, (_, rows) in enumerate(texts)}
    return {name: _json(content) for name, content in files.items()}


def _words(document: Document, recall: Recall) -> Words:
    # Anchors hold a row's shortest name. A source's is its author's, and what its publisher is called answers nothing.
    named = " ".join(document.anchor.split("-"))
    texts = named if document.kind == "source" else f"{document.context} {named} {document.text}"
    written = recall(("words", document.title, texts), lambda: _written(document.title, texts))
    title, informative, text = (line.split() for line in written)
    return Words(title, frozenset(informative), text)


def _written(title: str, text: str) -> tuple[str, str, str]:
    """The words of a title, its informative stems, and the words of a text, each in a line."""
    found = [word for word in folded_words(text) if stem(word) not in STOP_WORDS]
    parts = folded_words(title.replace("-", " "))
    informative = set(map(stem, parts)) - STOP_WORDS
    return " ".join(folded_words(title)), " ".join(sorted(informative)), " ".join(found)


def _asked(text: str) -> Words:
    """What readers ask, as a title; little words would only make the files larger."""
    found = [word for word in folded_words(text) if stem(word) not in STOP_WORDS]
    return Words(found, frozenset(map(stem, found)), [])


def _properties(documents: Sequence[Document], words: Sequence[Words]) -> dict[str, Any]:
    """A letter a document for each property, in the order of the documents."""
    kinds = list(dict.fromkeys(document.kind for document in documents))
    return {
        "kinds": kinds,
        "kind": "".join(DIGITS[kinds.index(document.kind)] for document in documents),
        "track": "".join(DIGITS[TRACKS.index(document.track)] for document in documents),
        "textLength": "".join(DIGITS[min(len(each.in_text) // 5, 90)] for each in words),
    }


def _title_weights(words: Sequence[Words]) -> str:
    """How informative each title is, to five percent: the sum over its words, in which a rare one counts more."""
    count = Counter(one for each in words for one in each.stems)
    return "".join(
        DIGITS[
            round(10 * math.log1p(sum(_rarity(count[one], len(words)) for one in each.informative)))
        ]
        for each in words
    )


def _rarity(count: int, documents: int) -> float:
    """How informative a word in `count` of `documents` is; index.js computes the same."""
    return math.log(1 + documents / (count + 1))


def _places(words: Sequence[Words]) -> dict[str, list[int]]:
    """Twice the number of each document that holds a stem, plus one if its title does; ascending."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(words):
        for one in each.stems:
            places[one].append(number * 2 + (IN_TITLE if one in each.in_title else IN_TEXT))
    return places


def _shards(places: Mapping[str, list[int]]) -> list[tuple[int, list[str]]]:
    """Of the sorted stems: the number of a shard's first stem, and a line of digits for each."""
    shards: list[tuple[int, list[str]]] = []
    room = 0
    for number, one in enumerate(sorted(places)):
        if room <= 0:
            shards.append((number, []))
            room = SHARD_PLACES
        shards[-1][1].append(_digits(places[one]))
        room -= len(places[one])
    return shards


def _texts(documents: Sequence[Document]) -> list[tuple[int, list[list[str]]]]:
    """The number of a file's first document, and anchor, title and text of each document in it."""
    files: list[tuple[int, list[list[str]]]] = []
    room = 0
    for number, document in enumerate(documents):
        if room <= 0:
            files.append((number, []))
            room = TEXT_LETTERS
        files[-1][1].append([document.anchor, document.title, document.text])
        room -= len(document.title) + len(document.text)
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
