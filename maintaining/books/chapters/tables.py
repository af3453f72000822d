"""Tables that fit a page: the rows of a wider one become cards.

The width of an e-book's page is unknown, and its styles cannot depend on it. So the markup decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .article import text_of

# A cell may wrap, but a column should have room for so many letters of its longest text.
WRAPS_AT = 26
# Between columns, in letters.
GAP = 2
# Short lines of a card are joined.
SHORT_LINE_LETTERS = 48


@dataclass(frozen=True)
class Room:
    """How wide a table may be: in columns, and in letters of all its columns together."""

    columns: int
    letters: int

    def holds(self, table: etree._Element) -> bool:
        """Whether a table fits as it is."""
        widths: list[int] = []
        for row in table.iter("tr"):
            for at, cell in enumerate(_cells(row)):
                widths += [0] if at == len(widths) else []
                widths[at] = max(widths[at], _letters(text_of(cell)))
        return len(widths) <= self.columns and sum(widths) + GAP * len(widths) <= self.letters


def fit_tables(tree: etree._Element, room: Room) -> None:
    """Turns each table that does not fit into cards, in place."""
    for table in list(tree.iter("table")):
        if not room.holds(table):
            _replace(table, _cards(table))


def _letters(text: str) -> int:
    """The width of a column for this text: its longest word, and enough not to wrap at every word."""
    longest = max((len(word) for word in text.split()), default=0)
    return max(longest, min(len(text), WRAPS_AT))


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
            _append(card, _line(label, cell))
    return card


def _append(card: etree._Element, line: etree._Element) -> None:
    """Adds a line; a short one continues the last line if that was short too."""
    last = card[-1]
    if "card__line--short" in last.get("class") and "card__line--short" in line.get("class"):
        line.tag = "span"
        del line.attrib["class"]
        if len(last):
            last[-1].tail = f"{last[-1].tail or ''} · "
        else:
            last.text = f"{last.text or ''} · "
        last.append(line)
    else:
        card.append(line)


def _line(label: str, cell: etree._Element) -> etree._Element:
    is_short = _is_inline(cell) and len(text_of(cell)) <= SHORT_LINE_LETTERS
    name = "card__line card__line--short" if is_short else "card__line"
    line = _as(cell, "p" if _is_inline(cell) else "div", name)
    if label:
        head = etree.Element("span", {"class": "card__label"})
        head.text, head.tail = f"{label}: ", line.text
        line.text = None
        line.insert(0, head)
    return line


def _as(element: etree._Element, tag: str, name: str) -> etree._Element:
    """The element under another tag, without the table elements around its parts."""
    element.tag, element.tail = tag, None
    element.attrib.clear()
    element.set("class", name)
    for inner in element.iter("div") if tag == "p" else ():
        inner.tag = "span"
    return element


def _is_inline(cell: etree._Element) -> bool:
    return not any(
        block.tag in ("p", "ul", "ol", "dl", "table", "section") for block in cell.iterdescendants()
    )


def _replace(old: etree._Element, new: etree._Element) -> None:
    new.tail = old.tail
    old.getparent().replace(old, new)
