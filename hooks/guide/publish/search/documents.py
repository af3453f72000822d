"""Splits pages into search documents: pages, sections, and each row with an anchor of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

from ...rows.recalling import Recall, uncached
from ..html.lines import is_silent, line_of
from ..html.markup import tree_of
from ..html.trees import Node
from .kinds import (
    ONLY_ON,
    SKIPPED_CLASSES,
    SKIPPED_SECTIONS,
    row_kind,
    section_kind,
    text_of,
    title_of,
)

HEADINGS = ("h1", "h2", "h3")
_MANAGERS = re.compile(r"\bproduct-(marketing-)?managers?\b")


@dataclass(frozen=True)
class Rendered:
    """A page as it was rendered: address below the site, title, description, HTML, and the part it belongs to."""

    url: str
    title: str
    description: str
    html: str
    part: str = ""


@dataclass
class Document:
    """One search result. `anchor` is empty for a page, `track` for no track; `context` is the heading or part above."""

    url: str
    anchor: str
    kind: str
    title: str
    track: str = ""
    context: str = ""
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the document, in one line."""
        return " ".join(text for text in self.texts if text)


def documents(
    pages: Sequence[Rendered], tracks: Mapping[str, str], recall: Recall = uncached
) -> Iterator[Document]:
    """The documents of all pages, in order. `tracks` gives the track of a row by its anchor."""
    written = json.dumps(tracks)
    for page in pages:
        cut = recall(("documents", written, *astuple(page)), lambda page=page: _cut(page, tracks))  # type: ignore[misc]
        yield from (Document(*fields) for fields in cut)


def _cut(page: Rendered, tracks: Mapping[str, str]) -> list[tuple[Any, ...]]:
    """The fields of each document of a page."""
    return [tuple(vars(document).values()) for document in _Cutter(page, tracks).cut()]


class _Cutter:
    """Splits one page: text belongs to the heading above it, unless it is in a row."""

    def __init__(self, page: Rendered, tracks: Mapping[str, str]) -> None:
        self.page, self.tracks = page, tracks
        self.whole = self._document("", "page", page.title)
        self.whole.context = page.part
        self.whole.texts.append(page.description)
        self.current = self.whole
        self.found = [self.whole]
        self.seen: set[str] = set()
        self.cuts: set[int] = set()
        self.caption = ""

    def cut(self) -> list[Document]:
        root = tree_of(self.page.html)
        self._note_cuts(root)
        self._visit(root)
        return [d for d in self.found if d.kind == "page" or d.text or d.title]

    def _document(self, anchor: str, kind: str, title: str) -> Document:
        track = self.tracks.get(anchor) or track_named_in(self.page.url)
        # Anchors of sections and table rows name their track; those of other rows are only names.
        if not track and kind in ("section", "row"):
            track = track_named_in(anchor)
        return Document(self.page.url, anchor, kind, title, track)

    def _visit(self, node: Node) -> None:
        loose: list[Node | str] = []
        for child in node.children:
            if isinstance(child, str) or not self._is_cut(child):
                loose.append(child)
                continue
            self._keep(loose)
            loose = []
            self._cut_out(child)
        self._keep(loose)

    def _is_cut(self, node: Node) -> bool:
        """Whether this element is, or holds, more than text of the current section."""
        return is_silent(node) or id(node) in self.cuts

    def _note_cuts(self, node: Node) -> bool:
        """Fills `cuts` with this element and those below it that are, or hold, a heading, a row or a repetition."""
        below = [self._note_cuts(child) for child in node.children if isinstance(child, Node)]
        is_cut = (
            node.tag in HEADINGS
            or row_kind(node) != ""
            or not SKIPPED_CLASSES.isdisjoint(node.classes)
        )
        if is_cut or any(below):
            self.cuts.add(id(node))
        return is_cut or any(below)

    def _cut_out(self, node: Node) -> None:
        if is_silent(node) or SKIPPED_CLASSES.intersection(node.classes):
            return
        kind = row_kind(node)
        if node.tag in HEADINGS:
            self._head(node)
        elif kind:
            self._row(node, kind)
        else:
            if node.tag == "table":
                caption = node.first("caption")
                self.caption = line_of(caption) if caption else ""
            self._visit(node)

    def _head(self, node: Node) -> None:
        title = line_of(node).rstrip(".")
        if node.tag == "h1" or not node.id:
            return
        kind = node.attrs.get("data-kind", "section")
        self.current = self._document(node.id, kind, title)
        self.current.context = self.page.part
        # The letter headings of the glossary are navigation, not content.
        if title not in SKIPPED_SECTIONS and len(title) > 1:
            self._add(self.current)

    def _row(self, node: Node, kind: str) -> None:
        if self.page.url not in ONLY_ON.get(kind, {self.page.url}):
            return
        row = self._document(node.id, kind, title_of(node))
        row.context = self.current.title if self.current is not self.whole else ""
        if node.tag == "tr":
            # A row names its table: its cells alone mean nothing.
            row.title = f"{row.title}, {self.caption}" if self.caption else row.title
        row.texts.append(text_of(node))
        self._add(row)

    def _add(self, document: Document) -> None:
        # An anchor that occurs twice leads to its first place only.
        if document.anchor not in self.seen:
            self.seen.add(document.anchor)
            self.found.append(document)

    def _keep(self, loose: list[Node | str]) -> None:
        """Text between rows goes to its section; its elements may set the section's kind."""
        holder = Node("root", {})
        holder.children = loose
        text = line_of(holder)
        if not text:
            return
        if self.current.kind == "section":
            kinds = (section_kind(element) for element in holder.walk())
            self.current.kind = next((kind for kind in kinds if kind), "section")
        self.current.texts.append(text)


def track_named_in(address: str) -> str:
    """The one track that an address or anchor names; empty if it names none, or both."""
    parts = re.split("[/.-]", _MANAGERS.sub(lambda found: "pmm" if found[1] else "pm", address))
    named = {"pm", "pmm"}.intersection(part.removesuffix("s") for part in parts)
    return named.pop() if len(named) == 1 else ""
