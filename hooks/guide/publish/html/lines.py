"""The text of an element as one line that keeps labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .trees import Node

# Not part of a row's text: citation marks, link icons, pictures, and track marks (a field of their own).
SILENT_TAGS = frozenset({"script", "style", "svg", "template"})
SILENT_CLASSES = frozenset({"headerlink", "cite", "track", "verdict__id"})
_BLOCK_NAMES = "article blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p section"
_BLOCK_NAMES += " summary table td th tr ul"
BLOCKS = frozenset(_BLOCK_NAMES.split())
LABELS = frozenset({"dt", "caption", "summary"})
LABEL_ENDINGS = ("__head", "__label", "rubric__name", "page-sources__title", "unknowns__title")


SENTENCE_ENDS = (".", "!", "?", ":", ";", "”", "…")


def is_silent(node: Node) -> bool:
    """Whether this element and everything below it is left out of the search."""
    return (
        node.tag in SILENT_TAGS
        or "data-search-exclude" in node.attrs
        or not SILENT_CLASSES.isdisjoint(node.classes)
    )


def line_of(node: Node, without: Sequence[Node] = ()) -> str:
    """The text below `node`, but not of the elements `without`, in one line.

    Labels end in a colon, other blocks in a sentence end.
    """
    return _Line(without).of(node)


class _Line:
    """Joins texts; a block that ends without punctuation gets some, so that the cells of a row stay apart."""

    def __init__(self, without: Sequence[Node]) -> None:
        self.without = without
        self.parts: list[str] = []

    def of(self, node: Node) -> str:
        self._add(node)
        return " ".join("".join(self.parts).split()).rstrip(";:– ")

    def _add(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self.parts.append(child)
            elif not self._is_left_out(child):
                self._add_element(child)

    def _is_left_out(self, node: Node) -> bool:
        return is_silent(node) or any(node is other for other in self.without)

    def _add_element(self, node: Node) -> None:
        is_label = node.tag in LABELS or _is_label(node.attrs.get("class", ""))
        if node.tag not in BLOCKS and not is_label:
            self.parts += [" "] if node.tag == "br" else []
            self._add(node)
            return
        self._end("." if node.tag != "li" else ";")
        self._add(node)
        self._end(":" if is_label else ";" if node.tag == "li" else ".")

    def _end(self, mark: str) -> None:
        """Ends the text so far with `mark`, unless it already ends with one."""
        while self.parts:
            if text := self.parts[-1].rstrip():
                end = " " if text.endswith(SENTENCE_ENDS) else f"{mark} "
                self.parts[-1:] = [text, end]
                return
            self.parts.pop()


@lru_cache(maxsize=10_000)  # the same values in many rows
def _is_label(classes: str) -> bool:
    return any(name.endswith(LABEL_ENDINGS) for name in classes.split())
