"""A built page as a reader sees it: lines of text, tables as rows, pictures as their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from guide.publish.html.lines import BLOCKS
from guide.publish.html.trees import Node

from ..built_pages import BuiltPage, built_pages

UNREAD_TAGS = {"script", "style", "template"}
# Icons and buttons of the theme, links to edit a row, the header that each cell repeats on a phone, and what every
# commit changes on the page of downloads.
UNREAD_CLASSES = {
    "cite--fold",
    "headerlink",
    "md-content__button",
    "row-links",
    "guide-table__label",
    "edition-commit",
    "file-facts",
}
NUMBER = re.compile(r"\d+")
# An attribute that no page has.
NAMED = "sources"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass
class Block:
    """A table or a picture: where it is (its caption, or the heading above) and its text, a line a row."""

    kind: str
    place: str
    lines: list[str]


@dataclass
class ReadPage:
    """What a page says: text outside of tables and pictures, line by line, and those two."""

    text: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def read_pages(site: Path) -> dict[str, ReadPage]:
    """Every page of a built site by its path below the site, such as `pay/by-level/`; 404.html is one."""
    return {path: read_page(page.html) for path, page in built_pages(site).items()}


def read_page(html: str) -> ReadPage:
    """The content of a page; header, menu and footer are left out, since they change with every page."""
    reader, parts = _Reader(), BuiltPage("", html).content
    for part in parts:
        _name_sources(part)
    for part in parts:
        reader.read(part)
        reader.end_line()
    return reader.page


class _Reader:
    """Walks through a page once and collects its text and blocks."""

    def __init__(self) -> None:
        self.page, self.heading, self.line = ReadPage(), "", ""

    def read(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self.line += child
            elif child.tag == "table":
                self._file("table", child.first("caption"), list(_rows(child)))
            elif child.tag == "svg":
                self._file("picture", child.first("title"), list(_lines(child)))
            elif not _is_unread(child):
                self._element(child)

    def _element(self, node: Node) -> None:
        if mark := _citation(node):
            self.line += mark
        elif node.tag not in BLOCKS:
            self.read(node)
        else:
            self.end_line()
            self.read(node)
            said = self.end_line()
            self.heading = said if node.tag in HEADINGS else self.heading

    def end_line(self) -> str:
        """Ends the current line of text and returns it."""
        said, self.line = " ".join(self.line.split()), ""
        if said:
            self.page.text.append(said)
        return said

    def _file(self, kind: str, label: Node | None, lines: list[str]) -> None:
        # A picture without words is decoration.
        if lines:
            place = " ".join(_text(label).split()) if label else self.heading
            self.page.blocks.append(Block(kind, place, lines))


def _rows(table: Node) -> Iterator[str]:
    """Each row as `cell | cell`."""
    for row in (node for node in table.walk() if node.tag == "tr"):
        cells = (c for c in row.children if isinstance(c, Node) and c.tag in ("td", "th"))
        yield " | ".join(" ".join(_text(cell).split()) for cell in cells)


def _lines(picture: Node) -> Iterator[str]:
    """Title, description and each label of a picture."""
    for node in picture.walk():
        if node.tag in ("title", "desc", "text") and (said := " ".join(_text(node).split())):
            yield said


def _text(node: Node) -> str:
    return "".join(_texts(node))


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif mark := _citation(child):
            yield mark
        elif not _is_unread(child):
            yield from _texts(child)
            yield " " if child.tag in BLOCKS else ""


def _name_sources(content: Node) -> None:
    """Adds to a citation of several sources their ids, by their numbers in the page's list."""
    listing = content.first(".page-sources")
    entries = listing.walk() if listing else ()
    ids = [_source_id(entry.id) for entry in entries if "source" in entry.classes]
    for mark in content.walk():
        if "cite--group" in mark.classes:
            numbers = NUMBER.findall("".join(_texts(mark)).partition("]")[0])
            mark.attrs = {
                **mark.attrs,
                NAMED: ", ".join(ids[int(number) - 1] for number in numbers),
            }


def _source_id(anchor: str) -> str:
    return anchor.removeprefix("#").removeprefix("source-")


def _citation(node: Node) -> str:
    """A citation as the id of its source: the number changes with every source cited before it."""
    if "cite" not in node.classes:
        return ""
    return f"[{node.attrs.get(NAMED) or _source_id(node.attrs.get('href', ''))}]"


def _is_unread(node: Node) -> bool:
    return node.tag in UNREAD_TAGS or bool(UNREAD_CLASSES.intersection(node.classes))
