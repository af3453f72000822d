"""The folded words of a document, and the lists of stop words and common words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, starmap
from sys import intern
from typing import NamedTuple

from ...rows.recalling import Recall
from .documents import Document
from .words import folded_words, stem

# Stop words are indexed in titles ("Why now") and left out of texts.
STOP_WORD_LIST = """
a about am an and any are as at be been being but by can could did do does for from get gets getting got
had has have he her how i if in into is it its may me much my no not of on or our really shall she should so some
than that the their them then there these they this those to too was we were what whats when where whether which
while who whom why will with would you your aren't can't couldn't didn't doesn't don't hadn't hasn't haven't I'm
isn't I've shouldn't they're they've wasn't weren't we've won't wouldn't you're you've
"""
STOP_WORDS = frozenset(map(stem, folded_words(STOP_WORD_LIST)))
# Rare on pages, but uninformative in queries.
COMMON_WORD_LIST = """
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
COMMON_STEMS = frozenset(map(stem, COMMON_WORD_LIST.split()))


class Words(NamedTuple):
    """The folded words of one document by place, those of the text once each, and their stems."""

    title: list[str]
    informative: list[str]
    text: list[str]
    in_title: list[str]
    in_text: list[str]

    @property
    def stems(self) -> set[str]:
        """All stems of the document."""
        return {*self.in_title, *self.in_text}


def words_of(documents: Sequence[Document], recall: Recall) -> list[Words]:
    """The words of each document of a page, cached between builds: an answer for each document took longer to store."""
    named = [(document.title, _indexed(document)) for document in documents]
    written = recall(("words", *chain.from_iterable(named)), lambda: [*starmap(_written, named)])
    # Thousands of documents hold the same words.
    return [Words(*([*map(intern, line.split())] for line in lines)) for lines in written]


def _indexed(document: Document) -> str:
    """What of a document is found besides its title."""
    # Anchors hold a row's shortest name. A source's has its author, and words of its publisher are no use in a search.
    named = " ".join(document.anchor.split("-"))
    return named if document.kind == "source" else f"{document.context} {named} {document.text}"


def _written(title: str, text: str) -> tuple[str, ...]:
    """Each in a line: a title's words, its informative stems, a text's words, the stems of the title and the text.

    Stems are stored too: computing those of a whole vocabulary takes longer than reading them.
    """
    stems = {word: stem(word) for word in folded_words(text)}
    found = [word for word, stemmed in stems.items() if stemmed not in STOP_WORDS]
    informative = set(map(stem, folded_words(title.replace("-", " ")))) - STOP_WORDS
    titled = folded_words(title)
    in_title, in_text = set(map(stem, titled)), set(stems.values()) - STOP_WORDS
    return tuple(
        map(" ".join, (titled, sorted(informative), found, sorted(in_title), sorted(in_text)))
    )


def words_of_query_title(text: str) -> Words:
    """The words of a reader's question, as a title without stop words, which would only make the files larger."""
    found = [word for word in folded_words(text) if stem(word) not in STOP_WORDS]
    stems = sorted(set(map(stem, found)))
    return Words(found, stems, [], stems, [])
