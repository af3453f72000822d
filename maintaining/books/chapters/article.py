"""A page of the built site as a clean tree: its text, tables and pictures, without what only a website needs."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

import html5lib
from lxml import etree

# Links to edit and report, buttons, tags, decoration, and what only works on a screen.
LEFT_OUT_CLASSES = frozenset(
    {
        "copy-line__button",
        "row-links",
        "row-links-line",
        "guide-table__label",
        "cite--fold",
        "headerlink",
        "mark-page",
        "md-content__button",
        "md-tags",
        "other-track",
        "track-note",
        "page-cards",
        "page-changes",
        "page-links",
        "page-text",
        "study-tool__label",
        "study-tool__promise",
        "take-along",
    }
)
LEFT_OUT_TAGS = frozenset({"button", "input", "script", "style", "template", "wbr"})
# Attributes that mean something in a book; ids and links are rewritten, the others are not changed.
ALLOWED_ATTRIBUTES = frozenset(
    {"class", "colspan", "dir", "href", "id", "lang", "rowspan", "scope", "start"}
)


def article_of(html: str) -> etree._Element:
    """The article of a page as a `section` of one's own, cleaned. Raises ValueError for a page without one."""
    return deepcopy(_article(html))


@cache  # three books in two formats hold the same pages, and a page takes a tenth of a second
def _article(html: str) -> etree._Element:
    document = html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False)
    found = document.xpath("//main//article[contains(@class, 'md-content__inner')]")
    if not found:
        raise ValueError("the page has no article")
    article = found[0]
    _leave_out(article)
    _open_what_is_folded(article)
    _name_tabs(article)
    _replace_tools(article)
    article.tag = "section"
    article.tail = None
    return article


def without_site_attributes(tree: etree._Element) -> None:
    """Drops every attribute that means nothing in a book. Pictures keep theirs."""
    for element in tree.iter(etree.Element):
        if not _is_in_picture(element):
            for name in set(element.attrib) - ALLOWED_ATTRIBUTES:
                if not name.startswith(("{", "role", "aria-label")):
                    del element.attrib[name]


def classes(element: etree._Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(element.get("class", "").split())


def remove(element: etree._Element) -> None:
    """Removes an element but not the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def text_of(element: etree._Element) -> str:
    """All text below an element, in one line."""
    return " ".join("".join(element.itertext()).split())


def _is_in_picture(element: etree._Element) -> bool:
    return any(etree.QName(up).localname == "svg" for up in (element, *element.iterancestors()))


def _leave_out(article: etree._Element) -> None:
    for element in list(article.iter()):
        if not isinstance(element.tag, str):
            remove(element)  # a comment
        elif element.getparent() is not None and (
            element.tag in LEFT_OUT_TAGS or LEFT_OUT_CLASSES & classes(element)
        ):
            remove(element)


def _open_what_is_folded(article: etree._Element) -> None:
    """Paper cannot fold: a summary becomes a bold line above its content."""
    for details in list(article.iter("details")):
        details.tag = "div"
        details.set("class", f"{details.get('class', '')} opened".strip())
        for summary in details.findall("summary"):
            if "terms-fold" in classes(details):
                remove(summary)  # it lists the words that follow
                continue
            summary.tag = "p"
            summary.set("class", f"{summary.get('class', '')} opened__title".strip())


def _name_tabs(article: etree._Element) -> None:
    """Puts the label of each tab above what it shows."""
    for tabs in article.xpath(".//*[contains(@class, 'tabbed-set')]"):
        labels = tabs.xpath(".//*[contains(@class, 'tabbed-labels')]/label")
        for label, block in zip(
            labels, tabs.xpath(".//*[contains(@class, 'tabbed-block')]"), strict=True
        ):
            head = etree.Element("p", {"class": "opened__title"})
            head.text = text_of(label)
            block.insert(0, head)
        for strip in tabs.xpath(".//*[contains(@class, 'tabbed-labels')]"):
            remove(strip)


def _replace_tools(article: etree._Element) -> None:
    """A custom element keeps what it shows without scripts; its name means nothing to a book."""
    for element in article.iter(etree.Element):
        if "-" in element.tag:
            element.tag = "div"
