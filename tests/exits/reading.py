"""What a reader gets from a built site: its pages, the text and the links of each, and the files beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib

BASE = "https://site.invalid/"
# Text of these is not read, or is the theme's own: the mark behind each heading, and buttons.
UNREAD_TAGS = {"script", "style", "template", "button"}
UNREAD_CLASSES = {"headerlink", "md-content__button"}
# The topics of a page, which each theme puts where it likes.
TOPICS = "md-tags"
THEME_FOLDERS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


@dataclass(frozen=True)
class Built:
    """A site as one builder made it: pages by address ("pay/levels/"), and the project's other files by path."""

    pages: dict[str, ReadPage]
    files: dict[str, bytes]


def read_site(root: Path) -> Built:
    """Everything in a published folder but 404.html and the theme's own files, which each theme makes as it likes."""
    pages, files = {}, {}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        name = path.relative_to(root).as_posix()
        if name.endswith("index.html"):
            url = name.removesuffix("index.html")
            pages[url] = ReadPage(url, path.read_text(encoding="utf-8"))
        elif name != "404.html" and not name.startswith(THEME_FOLDERS):
            files[name] = path.read_bytes()
    return Built(pages, files)


def sitemap_addresses(site: Built) -> list[str]:
    """The addresses that a sitemap lists; a page's date and the order are the builder's affair."""
    root = ElementTree.fromstring(site.files["sitemap.xml"])
    return sorted(element.text or "" for element in root.iter() if element.tag.endswith("}loc"))


@dataclass(frozen=True)
class ReadPage:
    """A page as a reader meets it: what it says, where its links lead, how it is described."""

    url: str
    html: str

    @cached_property
    def _document(self) -> Element:
        return html5lib.parse(self.html, namespaceHTMLElements=False)

    @cached_property
    def _content(self) -> list[Element]:
        """The parts of the article without the topics of the page, which `topics` gives."""
        found = [e for e in self._document.iter("article") if "md-content__inner" in _classes(e)]
        if len(found) != 1:
            raise ValueError(
                f"{self.url or 'the home page'}: {len(found)} content articles, not one"
            )
        return [part for part in found[0] if TOPICS not in _classes(part)]

    @property
    def topics(self) -> list[str]:
        """The topics that the page shows, in order, each as "text -> address below the site"."""
        navs = [e for e in self._document.iter("nav") if TOPICS in _classes(e)]
        return [self._told(link) for nav in navs for link in nav.iter("a")]

    @property
    def has_topics_last(self) -> bool:
        """Whether the topics, if there are any, stand below the list of sources."""
        return not self.topics or self.html.index(TOPICS) > self.html.index("page-sources")

    @property
    def words(self) -> list[str]:
        """The visible text as words, so that white space does not count."""
        return [word for part in self._content for word in _words(part)]

    @property
    def links(self) -> list[str]:
        """Each link as "text -> address below the site"."""
        return [
            self._told(link)
            for part in self._content
            for link in part.iter("a")
            if link.get("href") is not None and not UNREAD_CLASSES & _classes(link)
        ]

    def _told(self, link: Element) -> str:
        address = urljoin(BASE + self.url, link.get("href", "")).removeprefix(BASE)
        return f"{' '.join(_words(link))} -> {address}"

    @property
    def is_described(self) -> bool:
        """Whether the page describes itself to search engines in schema.org's words."""
        return 'type="application/ld+json"' in self.html

    @property
    def anchors(self) -> list[str]:
        """The ids of the content, in order: what other pages and old links point at. `__` starts a theme's own."""
        ids = [e.get("id", "") for part in self._content for e in part.iter()]
        return [name for name in ids if name and not name.startswith("__")]

    @property
    def head(self) -> list[str]:
        """Language, title, description and canonical address."""
        root = self._document
        metas = [e for e in root.iterfind("head/meta") if e.get("name") == "description"]
        links = [e for e in root.iterfind("head/link") if e.get("rel") == "canonical"]
        return [
            f"lang: {root.get('lang')}",
            *(f"title: {' '.join(_words(e))}" for e in root.iterfind("head/title")),
            *(f"description: {e.get('content')}" for e in metas),
            *(f"canonical: {e.get('href')}" for e in links),
        ]


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def _words(content: Element) -> list[str]:
    return " ".join(_texts(content)).split()


def _texts(element: Element) -> Iterator[str]:
    """Text nodes apart, since builders put white space between elements as they like."""
    if not isinstance(element.tag, str) or element.tag in UNREAD_TAGS:
        return
    if UNREAD_CLASSES & _classes(element):
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
