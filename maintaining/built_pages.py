"""Reads built pages: their words, links, anchors and metadata.

    pages = built_pages(Path("site"))
    pages["pay/levels/"].words

It knows the class names of Material's themes, so it reads the pages of MkDocs, ProperDocs and Zensical alike. The tree
itself is the guide's own (guide/publish/html/trees.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

from guide.publish.html.trees import Node, parse

# Below a sub-path, so that an address with one `../` too many shows.
BASE = "https://site.invalid/guide/"
# The page's own part: the hero of the home page, and the article.
CONTENT = frozenset({"hero", "md-content__inner"})
# Without text, or with text of the theme: the link behind each heading, and buttons.
UNREAD_TAGS = frozenset({"script", "style", "template", "button"})
UNREAD_CLASSES = frozenset({"headerlink", "md-content__button"})
# The topics of a page, which each theme puts elsewhere.
TOPICS = "md-tags"


@dataclass(frozen=True)
class BuiltPage:
    """A page as it was published; `url` is its address below the site ("pay/levels/")."""

    url: str
    html: str

    @cached_property
    def tree(self) -> Node:
        """The whole page."""
        return parse(self.html)

    @cached_property
    def content(self) -> list[Node]:
        """The hero, if there is one, and the article."""
        return list(_outermost(self.tree, CONTENT))

    @property
    def topics(self) -> list[str]:
        """The topics that the page shows, in order, each as "text -> address below the site"."""
        navs = (node for node in self.tree.walk() if TOPICS in node.classes)
        return [self._link(node) for nav in navs for node in nav.walk() if node.tag == "a"]

    @property
    def words(self) -> list[str]:
        """The visible text as words, so that white space does not matter."""
        return [word for part in self.content for word in _words(part)]

    @property
    def links(self) -> list[str]:
        """Each link as "text -> address below the site"."""
        nodes = (node for part in self.content for node in _read(part))
        return [self._link(node) for node in nodes if node.tag == "a" and "href" in node.attrs]

    @property
    def anchors(self) -> list[str]:
        """The ids of the content, in order: what other pages and old links point at. `__` starts a theme's own."""
        ids = [node.id for part in self.content for node in _read(part)]
        return [name for name in ids if name and not name.startswith("__")]

    @property
    def title(self) -> str:
        """The name of the page in a browser's tab."""
        head = self.tree.first("head")
        title = head.first("title") if head else None
        return " ".join(_words(title)) if title else ""

    @property
    def head(self) -> list[str]:
        """Language, title, description and canonical address."""
        root = self.tree.first("html") or self.tree
        metas = [node for node in root.walk() if node.attrs.get("name") == "description"]
        links = [node for node in root.walk() if node.attrs.get("rel") == "canonical"]
        return [
            f"lang: {root.attrs.get('lang')}",
            f"title: {self.title}",
            *(f"description: {node.attrs.get('content')}" for node in metas),
            *(f"canonical: {node.attrs.get('href')}" for node in links),
        ]

    def _link(self, link: Node) -> str:
        address = urljoin(BASE + self.url, link.attrs.get("href", "")).removeprefix(BASE)
        return f"{' '.join(_words(link))} -> {address}"


def built_pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of a built site by its address below the site; 404.html is one."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        pages[url] = BuiltPage(url, path.read_text(encoding="utf-8"))
    return pages


def _outermost(node: Node, classes: frozenset[str]) -> Iterator[Node]:
    if classes.intersection(node.classes):
        yield node
        return
    for child in node.children:
        if isinstance(child, Node):
            yield from _outermost(child, classes)


def _is_unread(node: Node) -> bool:
    return node.tag in UNREAD_TAGS or not UNREAD_CLASSES.isdisjoint(node.classes)


def _read(node: Node) -> Iterator[Node]:
    """The element and those below it that are read as content."""
    if _is_unread(node) or TOPICS in node.classes:
        return
    yield node
    for child in node.children:
        if isinstance(child, Node):
            yield from _read(child)


def _words(node: Node) -> list[str]:
    """The words in order; texts are separate, since builders differ in the white space between elements."""
    return " ".join(_texts(node)).split()


def _texts(node: Node) -> Iterator[str]:
    if _is_unread(node) or TOPICS in node.classes:
        return
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _texts(child)
