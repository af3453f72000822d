"""Rendered HTML as a small tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

# A tag as Markdown and our components write it, which Python and every browser parse in the same way.
NAME = r"[a-zA-Z_:][a-zA-Z0-9_:.-]*"
PLAIN_TAG = re.compile(rf'<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+{NAME}(?:="[^"]*")?)*)\s*(/?)>')
ATTRIBUTE = re.compile(rf'({NAME})(?:="([^"]*)")?')
# The content between their tags has parsing rules of its own.
_RAW = "iframe math noembed noframes noscript plaintext script style textarea xmp"
RAW_TAGS = frozenset(_RAW.split())
WITHOUT_END = "area base br col hr img input link meta source track wbr"
VOID = frozenset(WITHOUT_END.split())


class Node:
    """An element: its tag, attributes and children."""

    __slots__ = ("attrs", "children", "tag")

    def __init__(self, tag: str, attrs: Mapping[str, str]) -> None:
        self.tag, self.attrs = tag, attrs
        self.children: list[Node | str] = []

    @property
    def id(self) -> str:
        """The anchor, or nothing."""
        return self.attrs.get("id", "")

    @property
    def classes(self) -> list[str]:
        """The classes, in order."""
        return _split(self.attrs["class"]) if "class" in self.attrs else []

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def first(self, name: str) -> Node | None:
        """The first element of this class (`.name`) or tag."""
        if name.startswith("."):
            return next((node for node in self.walk() if name[1:] in node.classes), None)
        return next((node for node in self.walk() if node.tag == name), None)


class TreeBuilder(HTMLParser):
    """Builds the tree. Python-Markdown writes well-formed HTML; a stray end tag closes nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("root", {})]

    def updatepos(self, i: int, j: int) -> int:
        """Skips counting lines: positions are never used, and counting takes a tenth of the time."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element of this name and what is still open in it."""
        _close(self.open, tag)

    def handle_data(self, data: str) -> None:
        """Keeps text."""
        self.open[-1].children.append(data)


class NotPlain(ValueError):
    """HTML outside the plain subset that we write, which needs a full parser."""


# `/`, name, attributes as written, `/`.
Tag = tuple[str, str, str, str]


class Pieces(NamedTuple):
    """Plainly written HTML, taken apart: a text before each tag, and one after the last."""

    texts: list[str]
    tags: list[Tag]


def parse(html: str) -> Node:
    """The tree of a fragment, below a root of its own."""
    try:
        return parse_plain(html)
    except NotPlain:
        return parse_any(html)


def parse_plain(html: str) -> Node:
    """The tree of plainly written HTML, in a third of the time. Raises NotPlain for any other."""
    return tree_from(split_plain(html))


def tree_from(pieces: Pieces) -> Node:
    """The tree of these tags and texts."""
    root = Node("root", {})
    opened, texts = [root], pieces.texts
    if texts[0]:
        root.children.append(_unescaped(texts[0]))
    for (closes, name, attrs, is_closed), text in zip(pieces.tags, texts[1:], strict=True):
        tag = name.lower()
        if closes:
            _close(opened, tag)
        else:
            node = Node(tag, attributes(attrs) if attrs else {})
            opened[-1].children.append(node)
            if not is_closed and tag not in VOID:
                opened.append(node)
        if text:
            opened[-1].children.append(_unescaped(text))
    return root


def split_plain(html: str) -> Pieces:
    """The tags and the texts around them. Raises NotPlain."""
    parts = PLAIN_TAG.split(html)
    texts, names = parts[0::5], parts[2::5]
    if "<" in "".join(texts) or not RAW_TAGS.isdisjoint(map(str.lower, set(names))):
        raise NotPlain(html)
    return Pieces(texts, list(zip(parts[1::5], names, parts[3::5], parts[4::5], strict=True)))


def _unescaped(text: str) -> str:
    return unescape(text) if "&" in text else text


@lru_cache(maxsize=50_000)  # most repeat from row to row
def attributes(text: str) -> Mapping[str, str]:
    """Attributes by name, as browsers read them. Raises NotPlain if a name is given twice."""
    found = ATTRIBUTE.findall(text)
    attrs = {name.lower(): _unescaped(value) for name, value in found}
    if len(attrs) != len(found):
        raise NotPlain(text)
    return attrs


def _close(opened: list[Node], tag: str) -> None:
    """Closes the innermost element of this name and what is still open in it."""
    for depth in range(len(opened) - 1, 0, -1):
        if opened[depth].tag == tag:
            del opened[depth:]
            return


def parse_any(html: str) -> Node:
    """The tree of any HTML."""
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    return builder.open[0]


@lru_cache(maxsize=10_000)  # the same values in many rows
def _split(text: str) -> list[str]:
    return text.split()
