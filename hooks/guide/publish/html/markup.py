"""Rendered HTML, repaired and searched for anything that could run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from html import unescape

from ...rows.readers.files import INVISIBLE
from .trees import Node, NotPlain, Tag, TreeBuilder, attributes, split_plain, tree_from

BLOCKS = "article|div|dl|figure|ol|section|table|ul"
# Markdown wraps an indented one-line component in a paragraph, which may hold no block.
OPENING = re.compile(rf"<p>\s*(?=<(?:{BLOCKS})[\s>])")
CLOSING = re.compile(rf"(</(?:{BLOCKS})>)\s*</p>")
NUMBERED = re.compile(r"&#(\d{1,6});")
ESCAPED = "<>&\"'"
# Content for the eye only: the link icon of a heading, and each word drawn in a picture.
VISUAL_ONLY = re.compile(r'<(?:a class="headerlink"|text)(?! aria-hidden)(?=[\s>])')
_ACTIVE = "applet base button embed form iframe input link meta object script style template"
# Browsers parse the inside of these differently from Python, or change attributes of other tags.
_ACTIVE += " animate foreignobject frameset math noembed noframes noscript plaintext select set textarea xmp"
ACTIVE_TAGS = frozenset(_ACTIVE.split())
OTHER_HOST = re.compile(r"[a-z][a-z\d+.-]*:|[/\\]{2}")
ADDRESSES = frozenset(
    ["href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"]
)
ENTITY = re.compile(r"&#?\w+;?")
HIDDEN_IN_SCHEME = re.compile(r"[\s\x00-\x1f]")


def without_entities(html: str) -> str:
    """The HTML with entities that only Markdown needed replaced by plain characters."""
    return with_numbered(html, _itself)


def with_numbered(html: str, replaced: Callable[[str], str]) -> str:
    """The HTML with each numeric entity replaced by what `replaced` makes of its number."""
    # Texts, and the numbers between them: faster than `sub` with a function.
    parts = NUMBERED.split(html)
    parts[1::2] = map(replaced, parts[1::2])
    return "".join(parts)


@lru_cache(maxsize=1_000)  # a page repeats a few of them thousands of times
def _itself(number: str) -> str:
    mark = chr(int(number))
    return f"&#{number};" if mark in ESCAPED or not mark.isprintable() else mark


def unwrap_blocks(html: str) -> str:
    """Drops the paragraph that Markdown puts around an indented block component."""
    return CLOSING.sub(r"\1", OPENING.sub("", html))


def without_echoes(html: str) -> str:
    """Hides repetitions from screen readers.

    A heading's link repeats its words, and keyboards have the table of contents. A picture has a title and a
    description, and Firefox also reads its drawn words.
    """
    return VISUAL_ONLY.sub(_silent, html)


def _silent(start: re.Match[str]) -> str:
    is_link = start[0].startswith("<a")
    return f'{start[0]} aria-hidden="true"' + (' tabindex="-1"' if is_link else "")


def active_markup(html: str) -> list[str]:
    """What could run code, restyle the page or contact another host: tags, handlers, addresses, inline styles."""
    return _parsed(html)[1]


def tree_of(html: str) -> Node:
    """The tree of a page's content, to read only."""
    return _parsed(html)[0]


# Holds all pages of this guide: what is searched for active markup is then read for the search and the page texts.
@lru_cache(maxsize=512)
def _parsed(html: str) -> tuple[Node, list[str]]:
    """The tree, and the active markup in it; plain HTML with nothing suspicious needs no full parser."""
    with suppress(NotPlain):
        pieces = split_plain(html)
        if not _is_suspicious(html, pieces.tags):
            return tree_from(pieces), []
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return finder.open[0], finder.found


def _is_suspicious(html: str, tags: Iterable[Tag]) -> bool:
    """Whether something in HTML may be active. Each distinct tag and entity is checked once. Raises NotPlain."""
    marks = "".join(map(unescape, set(ENTITY.findall(html))))
    return bool(INVISIBLE.search(html) or INVISIBLE.search(marks)) or any(
        _may_be_active(name.lower(), attrs) for name, attrs in {tag[1:3] for tag in tags}
    )


@lru_cache(maxsize=50_000)  # the same tags on many pages
def _may_be_active(tag: str, written: str) -> bool:
    attrs = attributes(written)
    return (tag in ACTIVE_TAGS and attrs.get("type") != "radio") or any(
        name.startswith("on")
        or name == "style"
        or (name in ADDRESSES and _is_unsafe_address(tag, HIDDEN_IN_SCHEME.sub("", value).lower()))
        for name, value in attrs.items()
    )


class _Finder(TreeBuilder):
    """Collects active markup. Attribute values arrive with their entities resolved, as a browser sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Notes an invisible character that changes the direction of text; Markdown lets it in as an entity."""
        super().handle_data(data)
        self.found += [f"U+{ord(mark):04X}" for mark in INVISIBLE.findall(data)]

    def handle_comment(self, data: str) -> None:
        """Notes a comment. Browsers close `<!-->` immediately, Python does not: anything after it would run."""
        self.found.append("<!--")

    def handle_decl(self, decl: str) -> None:
        """Notes a declaration; content needs none."""
        self.found.append("<!")

    def unknown_decl(self, data: str) -> None:
        """Notes a section such as CDATA, whose end Python and browsers see in different places."""
        self.found.append("<![")

    def handle_pi(self, data: str) -> None:
        """Notes a processing instruction."""
        self.found.append("<?")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an active tag or attribute."""
        super().handle_starttag(tag, attrs)
        if tag in ACTIVE_TAGS and not (tag == "input" and ("type", "radio") in attrs):
            self.found.append(f"<{tag}>")
        # As a list: of two attributes with one name, browsers take the first.
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.found.append(f"{name}= in <{tag}>")
            elif name in ADDRESSES and _is_unsafe_address(
                tag, HIDDEN_IN_SCHEME.sub("", value or "").lower()
            ):
                self.found.append(f"{name}={value} in <{tag}>")


def _is_unsafe_address(tag: str, address: str) -> bool:
    """Whether a browser would run this address as code, or load a picture from another host."""
    if address.startswith(("javascript:", "vbscript:", "data:")):
        return True
    return tag == "img" and bool(OTHER_HOST.match(address))
