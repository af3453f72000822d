"""How easy a page is to read, measured on the sentences that a reader meets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import pyphen

from tests.built.site import Page, classes, text_nodes

# Hyphenation points are between syllables, so one more than these is the count.
HYPHENATION = pyphen.Pyphen(lang="en_US")
PROSE_TAGS = frozenset({"p", "li", "dd", "blockquote"})
# Not our sentences: code, names of sources, marks, and the glossary's quoted terms.
LEFT_OUT = frozenset(
    {
        "cite",
        "certainty",
        "sources",
        "grade-legend",
        "chart",
        "headerlink",
        "md-source-file",
        "md-tags",
        "other-track",
        "track-note",
    }
)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z0-9“\"(])")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a page, as words."""

    text: str

    @property
    def words(self) -> list[str]:
        """Its words."""
        return re.findall(r"[\w'’-]+", self.text)


def sentences(page: Page, left_out: Set[str] = frozenset()) -> list[Sentence]:
    """Every sentence of the page's own prose; a list item without a full stop is a sentence too.

    `left_out` are classes of elements to pass over, besides those that are never ours.
    """
    found = []
    for block in _prose_blocks(page.content, LEFT_OUT | left_out):
        text = " ".join("".join(_own_text(block)).split())
        found += [Sentence(part) for part in SENTENCE_END.split(text)]
    return [sentence for sentence in found if len(sentence.words) > 2]


def reading_ease(found: list[Sentence]) -> float:
    """Flesch reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word."""
    words = [word for sentence in found for word in sentence.words]
    syllables = sum(len(HYPHENATION.positions(word)) + 1 for word in words)
    return 206.835 - 1.015 * len(words) / len(found) - 84.6 * syllables / len(words)


def _prose_blocks(element: Element, left_out: Set[str]) -> Iterator[Element]:
    """The innermost prose elements, in order."""
    for child in element:
        if (
            not isinstance(child.tag, str)
            or left_out & classes(child)
            or child.tag in ("code", "pre")
        ):
            continue
        inner = list(_prose_blocks(child, left_out))
        if child.tag in PROSE_TAGS and not inner:
            yield child
        yield from inner


def _own_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not (LEFT_OUT & classes(child) or child.tag == "code"):
            yield from text_nodes(child) if not len(child) else _own_text(child)
        yield child.tail or ""
