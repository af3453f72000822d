"""What a reader gets from a built site: its pages, the text and the links of each, and the files beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib

# Text of these is not read, or is the theme's own: the mark behind each heading, and buttons.
UNREAD_TAGS = {"script", "style", "template", "button"}
UNREAD_CLASSES = {"headerlink", "md-content__button"}


@dataclass(frozen=True)
class Built:
    """A site as one builder made it, in `root`."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, Element]:
        """The content of each page by its address below the site ("pay/levels/"); 404.html is the theme's own."""
        found = {}
        for path in sorted(self.root.rglob("index.html")):
            url = path.relative_to(self.root).as_posix().removesuffix("index.html")
            found[url] = _content(path.read_text(encoding="utf-8"), url)
        return found

    @cached_property
    def files(self) -> set[str]:
        """Published files but pages and the theme's own, by path below the site."""
        paths = (p.relative_to(self.root).as_posix() for p in self.root.rglob("*") if p.is_file())
        theme = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
        return {path for path in paths if not path.endswith("index.html") and theme_free(path, theme)}


def theme_free(path: str, theme: tuple[str, ...]) -> bool:
    """Whether a file is the project's and not the theme's: themes name their files as they like."""
    return not path.startswith(theme)


def words(content: Element) -> list[str]:
    """The visible text of a page as words, so that white space does not count."""
    return " ".join(_texts(content)).split()


def links(content: Element, url: str) -> list[tuple[str, str]]:
    """Where each link of the content leads: (its text, the address below the site or a full one)."""
    base = "https://site.invalid/"
    return [
        (
            " ".join(words(link)),
            urljoin(base + url, link.get("href", "")).removeprefix(base),
        )
        for link in content.iter("a")
        if link.get("href") is not None and not UNREAD_CLASSES & set(link.get("class", "").split())
    ]


def _content(text: str, url: str) -> Element:
    document = html5lib.parse(text, namespaceHTMLElements=False)
    articles = [
        element
        for element in document.iter("article")
        if "md-content__inner" in element.get("class", "").split()
    ]
    if len(articles) != 1:
        raise ValueError(f"{url or 'the home page'}: {len(articles)} content articles in place of one")
    return articles[0]


def _texts(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNREAD_TAGS:
        return
    if UNREAD_CLASSES & set(element.get("class", "").split()):
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
