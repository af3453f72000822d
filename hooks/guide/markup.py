"""Rendered HTML, mended and searched for anything that could run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = "article|div|dl|figure|ol|section|table|ul"
# Markdown wraps an indented one-line component in a paragraph, which no block may stand in.
OPENING = re.compile(rf"<p>\s*(?=<(?:{BLOCKS})[\s>])")
CLOSING = re.compile(rf"(</(?:{BLOCKS})>)\s*</p>")
ACTIVE_TAGS = "applet base button embed form iframe input link meta object script style template"
ADDRESSES = "href src action formaction data poster srcset xlink:href"


def unwrap_blocks(html: str) -> str:
    """Drops the paragraph that Markdown puts around an indented block component."""
    return CLOSING.sub(r"\1", OPENING.sub("", html))


def active_markup(html: str) -> list[str]:
    """What in this HTML could run or restyle the page: tags, handlers, script addresses, inline styles."""
    finder = _Finder(convert_charrefs=True)
    finder.feed(html)
    finder.close()
    return finder.found


class _Finder(HTMLParser):
    """Collects active markup. Attribute values arrive with their entities resolved, as a browser sees them."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an active tag or attribute."""
        values = {name: value or "" for name, value in attrs}
        if tag in ACTIVE_TAGS.split() and not (tag == "input" and values.get("type") == "radio"):
            self.found.append(f"<{tag}>")
        for name, value in values.items():
            scheme = re.sub(r"[\s\x00-\x1f]", "", value).lower()
            if name.startswith("on") or name == "style":
                self.found.append(f"{name}= in <{tag}>")
            elif name in ADDRESSES.split() and scheme.startswith(
                ("javascript:", "vbscript:", "data:")
            ):
                self.found.append(f"{name}={value} in <{tag}>")
