"""Attributes of components for the search: `data-kind` makes an element with an id a row, `data-title` is its title.

`data-section-kind` gives its kind to the section that holds the element. Rows of tables need no attributes.
"""

from __future__ import annotations

from ...facts.source_shelves import PAGES
from ...pages.links import address_below_site
from ..html.lines import line_of
from ..html.trees import Node

TABLE_ROW = "row"
# Sources are listed on every page; only these pages define them.
ONLY_ON = {"source": frozenset(map(address_below_site, PAGES))}
# Repetitions, indexed elsewhere: lists of sources, claims folded on their pages, data below a picture.
SKIPPED_CLASSES = frozenset({"page-sources", "page-claims", "chart__data", "chart__legend"})
SKIPPED_SECTIONS = frozenset({"Sources"})


def row_kind(node: Node) -> str:
    """The kind of row that an element is; empty for none."""
    if not node.attrs or not node.id:  # most have none
        return ""
    return TABLE_ROW if node.tag == "tr" else node.attrs.get("data-kind", "")


def section_kind(node: Node) -> str:
    """The kind that an element gives to its section; empty for none."""
    return node.attrs.get("data-section-kind", "")


def title_of(row: Node) -> str:
    """The row's title, without the mark at its end."""
    title = _title(row)
    return line_of(title).strip().rstrip(".") if title else ""


def text_of(row: Node) -> str:
    """What the row says below its title."""
    title = _title(row)
    return line_of(row, without=[title] if title else [])


def _title(row: Node) -> Node | None:
    if row.tag == "tr":
        return row.first("th")
    return next((node for node in row.walk() if "data-title" in node.attrs), None)
