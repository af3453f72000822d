"""Turns the links, anchors and sources of a chapter into those of the book, with all notes at the end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import etree

from .article import classes, remove, without_site_attributes

NOTES_FILE = "notes"
SOURCE_ANCHOR = "#source-"
REFERRING = ("aria-labelledby", "aria-describedby", "aria-owns", "headers")
OPS = "http://www.idpf.org/2007/ops"
EPUB_TYPE = f"{{{OPS}}}type"


@dataclass
class Endnotes:
    """The notes of a book by the id of their source, in the order of first mention."""

    notes: dict[str, etree._Element] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """The number of a source, counted from 1 in the order of first mention."""
        return list(self.notes).index(source) + 1


@dataclass(frozen=True)
class Places:
    """The slugs of chapters by their address below the site, and the address of the site for everything else."""

    slugs: Mapping[str, str]
    site_url: str

    def href(self, target: str, page_url: str) -> str:
        """A link of the page at `page_url` as one of the book: a chapter's anchor, or a whole address."""
        whole = urljoin(self.site_url + page_url, target)
        path, _, anchor = whole.removeprefix(self.site_url).partition("#")
        if whole.startswith(self.site_url) and path in self.slugs:
            slug = self.slugs[path]
            return f"{slug}.xhtml#{anchor_id(slug, anchor) if anchor else slug}"
        return whole if urlsplit(whole).scheme in ("http", "https", "mailto") else self.site_url


def anchor_id(slug: str, anchor: str) -> str:
    """An id that no other chapter has and that XML allows."""
    return f"{slug}.{re.sub(r'[^A-Za-z0-9_.-]', '-', anchor)}"


def move_sources(
    chapter: etree._Element, page_url: str, places: Places, endnotes: Endnotes
) -> None:
    """Removes the list of sources from a chapter, and turns its citations into links to the notes of the book."""
    listed = {
        item.get("id", "").removeprefix("source-"): item
        for item in chapter.xpath(".//*[contains(@class, 'page-sources')]//li[@id]")
    }
    for block in chapter.xpath(".//*[contains(concat(' ', @class, ' '), ' page-sources ')]"):
        head = block.getprevious()
        if head is not None and head.tag == "h2":
            remove(head)
        remove(block)
    for mark in chapter.xpath(f".//a[starts-with(@href, '{SOURCE_ANCHOR}')]"):
        sources = _sources_of(mark, list(listed))
        for source in sources:
            if source not in endnotes.notes:
                endnotes.notes[source] = _note(listed[source], page_url, places)
        _replace(mark, [_mark(source, endnotes.number(source)) for source in sources])


def _sources_of(mark: etree._Element, listed: list[str]) -> list[str]:
    """The ids of a citation's sources: one of several has their numbers in the page's list."""
    if "cite--group" not in mark.get("class", ""):
        return [mark.get("href").removeprefix(SOURCE_ANCHOR)]
    numbers = re.findall(r"\d+", "".join(mark.itertext()).partition("]")[0])
    return [listed[int(number) - 1] for number in numbers]


def rewrite_links(tree: etree._Element, page_url: str, slug: str, places: Places) -> None:
    """Makes ids unique in the book, and rewrites links so that they work there."""
    for element in tree.iter(etree.Element):
        if element.get("id"):
            element.set("id", anchor_id(slug, element.get("id")))
        for name in REFERRING:
            if element.get(name):
                ids = (anchor_id(slug, anchor) for anchor in element.get(name).split())
                element.set(name, " ".join(ids))
        if element.get("href") and not element.get(EPUB_TYPE):
            element.set("href", places.href(element.get("href"), page_url))


def name_types(tree: etree._Element) -> None:
    """Uses the prefix `epub` for its namespace: some readers look for the letters `epub:type`."""
    etree.cleanup_namespaces(tree, top_nsmap={"epub": OPS})


def check_links(chapters: Mapping[str, etree._Element]) -> list[str]:
    """Links to an anchor that its chapter does not have, as a sentence each."""
    ids = {
        slug: {element.get("id") for element in tree.iter(etree.Element)} | {slug}
        for slug, tree in chapters.items()
    }
    faults = []
    for slug, tree in chapters.items():
        for link in tree.iter("a"):
            file, _, anchor = (link.get("href") or "").partition("#")
            target = file.removesuffix(".xhtml")
            if target in ids and anchor not in ids[target]:
                faults.append(f"{slug}: the link to {file}#{anchor} leads nowhere")
    return faults


def check_addresses(chapters: Mapping[str, etree._Element], site: Path, site_url: str) -> list[str]:
    """Links to the website that lead to no page or file of it, as a sentence each."""
    host = urljoin(site_url, "/")
    faults = []
    for slug, tree in chapters.items():
        for link in tree.iter("a"):
            address = re.split(r"[?#]", link.get("href") or "")[0]
            if not address.startswith(host):
                continue
            file = site / (address.removeprefix(site_url) or "./")
            file = file / "index.html" if address.endswith("/") else file
            if not address.startswith(site_url) or not file.is_file():
                faults.append(f"{slug}: {address} is no page and no file of the site")
    return faults


def _note(item: etree._Element, page_url: str, places: Places) -> etree._Element:
    """The text of a source, with its address printed after its title."""
    body = next(element for element in item.iter() if "source__body" in classes(element))
    for link in body.iter("a"):
        link.set("href", places.href(link.get("href", ""), page_url))
    title = next(element for element in body.iter() if "source__title" in classes(element))
    link = title.find(".//a")
    if link is not None:
        address = etree.SubElement(title, "span", {"class": "address"})
        address.text = f" {link.get('href')}"
    without_site_attributes(body)
    body.tail = None
    return body


def _mark(source: str, number: int) -> etree._Element:
    mark = etree.Element("a", {"class": "noteref", "href": f"{NOTES_FILE}.xhtml#note-{source}"})
    mark.text = str(number)
    mark.set(EPUB_TYPE, "noteref")
    mark.set("role", "doc-noteref")
    mark.set("aria-label", f"Source {number}")
    return mark


def _replace(mark: etree._Element, marks: list[etree._Element]) -> None:
    """One citation of several sources becomes one for each, with commas: 3 and 4 must not read as 34."""
    parent, at = mark.getparent(), mark.getparent().index(mark)
    for earlier in marks[:-1]:
        earlier.tail = ","
    marks[-1].tail = mark.tail
    parent.remove(mark)
    parent[at:at] = marks
