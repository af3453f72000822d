"""The tone of study pages: what `voice.yml` lists, and where a text has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..pages.page import Page
from ..rows.loading import Rows
from ..rows.models import Row
from ..rows.readers.raw import RawRow
from ..rows.readers.settings import read_settings

LIST = Path(__file__).with_name("voice.yml")
# A list item starts a new sentence, however the line before it ends.
BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*>#]|\d+\.|\?\?\?|!!!) )")
SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”’)*]*(?=\s)|\Z)", re.S)
# Addresses and anchors are not prose: links from elsewhere depend on them.
TARGET = re.compile(r"\]\([^)]*\)|\{#[^}]*\}")

WITHOUT_DOUBT = "Say what to do, then why. Doubt is a badge, or comes once at the end."

# A text of a row, or one of its sentences, after the row, the place where it was written, and the field.
RowText = tuple[Row, RawRow, str, str]


@dataclass(frozen=True)
class Sentence:
    """A sentence, and the line on which it starts."""

    line: int
    text: str


@dataclass(frozen=True)
class Word:
    """A word that study pages avoid, and its replacement."""

    say: str
    pattern: re.Pattern[str]
    stem: str


class Voice:
    """The lists of `voice.yml`, compiled to patterns."""

    def __init__(self, listed: dict[str, Any]) -> None:
        self.listed = listed
        self.words = [
            Word(word["say"], _compiled(word["pattern"]), word["stem"]) for word in listed["words"]
        ]
        self.article = _compiled(listed["article"])
        self.article_stem: str = listed["article_stem"]

    def words_in(self, text: str) -> Iterator[tuple[Word, re.Match[str]]]:
        """Each occurrence of one of the words in a text."""
        lowered = text.lower()
        for word in self.words:
            if word.stem in lowered:
                yield from ((word, found) for found in word.pattern.finditer(text))

    @cached_property
    def _hedges(self) -> re.Pattern[str]:
        # One word boundary in front of all alternatives: they are then tried only where a word starts. Lower case, for
        # lowercased texts: that takes a third of the time of a case-insensitive pattern.
        return re.compile(rf"\b(?:{'|'.join(self.listed['hedges'])})")

    def is_study_page(self, path: str) -> bool:
        """Whether a page below docs/ speaks to a candidate and is no longer exempt."""
        names = ("pages_on_the_article", "pages_on_the_data", "exempt_pages")
        left_out = [page for name in names for page in self.listed[name]]
        return path not in left_out and any(
            path == place or (place.endswith("/") and path.startswith(place))
            for place in self.listed["study_pages"]
        )

    @property
    def tables(self) -> list[str]:
        """The tables whose texts appear on study pages and are no longer exempt."""
        exempt = self.listed["exempt_tables"]
        return [name for name in self.listed["tables"] if name not in exempt]

    def hedge(self, text: str) -> str:
        """The words by which a sentence hedges or talks about the guide itself; empty for none."""
        found = self._hedges.search(text.lower())
        return text[found.start() : found.end()] if found else ""

    def most_hedged(self, sentences: int) -> int:
        """How many of a page's sentences may hedge."""
        return max(1, sentences * int(self.listed["most_hedged_percent"]) // 100)


@lru_cache(maxsize=1)
def voice() -> Voice:
    """The lists, read once."""
    return Voice(read_settings(LIST.read_text(encoding="utf-8")))


def page_sentences(page: Page) -> Iterator[Sentence]:
    """The sentences and headings of a page as its author wrote them, without code and calls."""
    prose = TARGET.sub(_blank, page.prose)
    for start, block in _split(BLOCK, prose):
        for found in SENTENCE.finditer(block):
            line = prose.count("\n", 0, start + found.start()) + 1
            yield Sentence(line, " ".join(found[0].split()))


def counts(text: str) -> bool:
    """Whether a text counts as a sentence: a heading, a name and an id do not."""
    return not text.startswith("#") and len(text.split()) > 2


def instead(found: str, say: str) -> tuple[str, str]:
    """The message about a word that study pages avoid, and its replacement."""
    return f"'{found}' is not how this guide speaks to a candidate.", say


def hedged(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The indexes of hedging sentences with their messages, if too many sentences of a page or table hedge."""
    counted = [(place, text) for place, text in enumerate(texts) if counts(text)]
    found = [(place, hedge) for place, text in counted if (hedge := voice().hedge(text))]
    most = voice().most_hedged(len(counted))
    if len(found) > most:
        for place, hedge in found:
            yield (
                place,
                f"'{hedge}' hedges or talks about the guide itself, as {len(found)} of {len(counted)}"
                f" sentences here do. Allowed: {most}.",
            )


def table_sentences(rows: Rows[Any], stem: str = "") -> Iterator[RowText]:
    """Each sentence of a table, or of those of its texts that hold the stem, which is in lower case."""
    for row, place, field, text in rows.once(table_texts):
        if not stem or stem in text.lower():
            for found in SENTENCE.finditer(text):
                yield row, place, field, " ".join(found[0].split())


def table_texts(rows: Rows[Any]) -> list[RowText]:
    """Each text of a table."""
    return [
        (row, place, field, text)
        for row, place in rows.with_places()
        for field, text in row_texts(row)
    ]


def row_texts(row: Row) -> Iterator[tuple[str, str]]:
    """Every text of a row, those in lists and groups included, each with the row's own field that holds it."""
    for name, value in row:
        yield from ((name, text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        # A single word is an id or a choice, which readers' records and links depend on.
        if " " in value:
            yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from _texts(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _texts(inner)


def _split(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for found in pattern.finditer(text):
        yield start, text[start : found.start()]
        start = found.end()
    yield start, text[start:]


def _blank(found: re.Match[str]) -> str:
    """Everything but line endings becomes spaces, so that lines still match; the first character stays."""
    return found[0][0] + re.sub(r"[^\n]", " ", found[0][1:])


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
