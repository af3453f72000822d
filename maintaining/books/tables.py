"""Tables that fit a page: up to three columns stay a table, wider ones become one card a row.

Readers show a page of a book in columns that a style cannot ask the width of, so the markup decides.
"""

from __future__ import annotations

from lxml import etree

from .article import text_of

MOST_COLUMNS = 3


def fit_tables(tree: etree._Element) -> None:
    """Turns each table of more than three columns into cards, in place."""
    for table in list(tree.iter("table")):
        if _width(table) > MOST_COLUMNS:
            _replace(table, _cards(table))


def _width(table: etree._Element) -> int:
    return max((len(_cells(row)) for row in table.iter("tr")), default=0)


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _heads(table: etree._Element) -> list[str]:
    head = table.find("thead/tr")
    return [text_of(cell) for cell in _cells(head)] if head is not None else []


def _cards(table: etree._Element) -> etree._Element:
    cards = etree.Element("div", {"class": "cards"})
    caption = table.find("caption")
    if caption is not None and text_of(caption):
        cards.append(_as(caption, "p", "cards__title"))
    heads = _heads(table)
    for row in table.iter("tr"):
        if row.getparent().tag != "thead":
            cards.append(_card(row, heads))
    return cards


def _card(row: etree._Element, heads: list[str]) -> etree._Element:
    card = etree.Element("div", {"class": "card"})
    if row.get("id"):
        card.set("id", row.get("id"))
    first, *others = _cells(row)
    card.append(_as(first, "p" if _is_inline(first) else "div", "card__title"))
    labels = [*heads[1:], *("" for _ in others)]
    for label, cell in zip(labels, others, strict=False):
        if text_of(cell) and text_of(cell) != "–":
            card.append(_line(label, cell))
    return card


def _line(label: str, cell: etree._Element) -> etree._Element:
    line = _as(cell, "p" if _is_inline(cell) else "div", "card__line")
    if label:
        head = etree.Element("span", {"class": "card__label"})
        head.text, head.tail = f"{label}: ", line.text
        line.text = None
        line.insert(0, head)
    return line


def _as(element: etree._Element, tag: str, name: str) -> etree._Element:
    """The element itself under another tag; what stood around its parts in the table goes."""
    element.tag, element.tail = tag, None
    element.attrib.clear()
    element.set("class", name)
    for inner in element.iter("div") if tag == "p" else ():
        inner.tag = "span"
    return element


def _is_inline(cell: etree._Element) -> bool:
    return not any(block.tag in ("p", "ul", "ol", "dl", "table", "section") for block in cell.iterdescendants())


def _replace(old: etree._Element, new: etree._Element) -> None:
    new.tail = old.tail
    old.getparent().replace(old, new)
