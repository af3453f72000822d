"""HTML to Markdown: markdownify's conversions on a tree of our own.

The library walks BeautifulSoup's trees, which took a third of a build. This uses the parsed tree, and a test proves
that both give the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from markdownify import MarkdownConverter

from .trees import Node

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
INLINE = HEADINGS | {"td", "th"}
AS_TYPED = frozenset({"pre", "code", "kbd", "samp"})
_TRIMMED = "p blockquote article div section ol ul li dl dt dd table thead tbody tfoot tr td th"
TRIMMED = HEADINGS | frozenset(_TRIMMED.split())
BLOCK_TAGS = TRIMMED | {"pre"}
CITED = re.compile(r"(?:Source|\d+ sources)\b.*?, (.*)")
LINE_END = re.compile(r"[\t \r\n]*[\r\n][\t \r\n]*")
SPACES = re.compile(r"[\t ]+")
MARKS = re.compile(r"[<`]|\](?=[(\[:])")


def markdown_of(root: Node, base: str, keeps: Callable[[Node], bool]) -> str:
    """The tree as Markdown, without the elements that `keeps` rejects. Links are joined to the address `base`."""
    return Writer(base).text_of(Element(root, None, keeps)).strip()


class Element:
    """An element with the interface that the library's conversions need, and the children that `keeps` accepts."""

    __slots__ = ("attrs", "children", "name", "parent", "place")

    def __init__(self, node: Node, parent: Element | None, keeps: Callable[[Node], bool]) -> None:
        self.name, self.attrs, self.parent, self.place = node.tag, node.attrs, parent, 0
        self.children: list[Element | str] = []
        for child in node.children:
            if isinstance(child, str):
                self.children.append(child)
            elif keeps(child):
                element = Element(child, self, keeps)
                element.place = len(self.children)
                self.children.append(element)

    def get(self, name: str) -> str | None:
        """An attribute."""
        return self.attrs.get(name)

    def __getitem__(self, name: str) -> str:
        return self.attrs[name]

    def find_all(self, names: str | Sequence[str]) -> list[Element]:
        """All elements of these names below this one."""
        wanted = {names} if isinstance(names, str) else set(names)
        return [element for element in self._below() if element.name in wanted]

    def find_previous_siblings(self, name: str) -> list[Element]:
        """The elements of this name before this one, in the same parent."""
        before = self.parent.children[: self.place] if self.parent else []
        return [
            sibling for sibling in before if isinstance(sibling, Element) and sibling.name == name
        ]

    def find_previous_sibling(self) -> Element | None:
        """The element before this one, in the same parent."""
        before = self.parent.children[: self.place] if self.parent else []
        return next((sibling for sibling in reversed(before) if isinstance(sibling, Element)), None)

    def next_content(self) -> Element | str | None:
        """The next sibling that is no white space."""
        after = self.parent.children[self.place + 1 :] if self.parent else []
        return next(
            (sibling for sibling in after if not isinstance(sibling, str) or sibling.strip()), None
        )

    def _below(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._below()


class Writer(MarkdownConverter):
    """Markdown with sources as `[1, secondary, read on a copy]` and links that work from anywhere."""

    def __init__(self, base: str) -> None:
        super().__init__(heading_style="ATX", bullets="-", strong_em_symbol="*", wrap=False)
        self._base = base

    def text_of(self, element: Element, parent_tags: frozenset[str] = frozenset()) -> str:
        """The element as Markdown. `parent_tags` are the names of those around it."""
        tags = _with(parent_tags, element.name)
        children, parts = element.children, [""]
        for place, child in enumerate(children):
            before = children[place - 1] if place else None
            after = children[place + 1] if place + 1 < len(children) else None
            if isinstance(child, Element):
                text = self.text_of(child, tags)
            else:
                text = self._text(child, element.name, before, after, tags)
            if text:
                _append(parts, text, is_as_typed="pre" in tags)
        convert = self.get_conv_fn_cached(element.name)  # type: ignore[attr-defined]  # its stub lacks it
        text = "".join(parts)
        return convert(element, text, parent_tags) if convert else text

    def _text(
        self,
        text: str,
        parent: str,
        before: Element | str | None,
        after: Element | str | None,
        tags: frozenset[str],
    ) -> str:
        """A text, without the white space that is redundant next to a block."""
        trims_start = _is_block(before) or (parent in TRIMMED and before is None)
        trims_end = _is_block(after) or (parent in TRIMMED and after is None)
        if (trims_start or trims_end) and not text.strip():
            return ""
        if "pre" not in tags:
            text = LINE_END.sub("\n", text) if "\n" in text or "\r" in text else text
            text = SPACES.sub(" ", text) if "  " in text or "\t" in text else text
        if "_noformat" not in tags:
            text = self.escape(text, tags)
        if trims_start:
            text = text.lstrip(" \t\r\n")
        return text.rstrip() if trims_end else text

    def escape(self, text: str, parent_tags: frozenset[str]) -> str:
        """Text escaped for Markdown. The library leaves tags and brackets as they are."""
        escaped: str = super().escape(text, parent_tags)  # type: ignore[misc]
        return escaped if "pre" in parent_tags else MARKS.sub(_escaped, escaped)

    def convert_a(self, element: Any, text: str, parent_tags: frozenset[str]) -> str:
        """A link, or the mark of a source with its grade."""
        if found := CITED.fullmatch(element.get("aria-label") or ""):
            numbers = re.findall(r"\d+", text.partition("]")[0])
            return f" [{', '.join([*numbers, found[1]])}]"
        href = element.get("href")
        element.attrs = {"href": urljoin(self._base, href)} if href else {}
        link: str = super().convert_a(element, text, parent_tags)  # type: ignore[misc]
        return link

    def convert_summary(self, _: Any, text: str, parent_tags: frozenset[str]) -> str:
        """The title of something folded, bold as a whole: bold within bold would show its asterisks."""
        title = text.strip().replace("**", "")
        return text if "_inline" in parent_tags else f"\n\n**{title}**\n\n"

    def convert_list(self, element: Any, text: str, parent_tags: frozenset[str]) -> str:
        """A list; overridden because the library looks up siblings in another way."""
        if "li" in parent_tags:
            return "\n" + text.rstrip()
        after = element.next_content()
        is_followed = isinstance(after, str) or (after and after.name not in ("ul", "ol"))
        return f"\n\n{text}" + ("\n" if is_followed else "")

    convert_ul = convert_list
    convert_ol = convert_list


@lru_cache(maxsize=10_000)
def _with(tags: frozenset[str], name: str) -> frozenset[str]:
    """The names around a child of this element, and how it is to be written for them."""
    inline = {"_inline"} if name in INLINE else set()
    as_typed = {"_noformat"} if name in AS_TYPED else set()
    return tags | {name} | inline | as_typed


def _is_block(sibling: Element | str | None) -> bool:
    return isinstance(sibling, Element) and sibling.name in BLOCK_TAGS


def _escaped(mark: re.Match[str]) -> str:
    return f"\\{mark[0]}"


def _append(parts: list[str], text: str, *, is_as_typed: bool) -> None:
    """Adds a child's text; where two blocks meet, the larger number of newlines counts, at most two."""
    if is_as_typed:
        parts.append(text)
        return
    if text[0] != "\n" != text[-1]:  # most
        parts += [text, ""]
        return
    content = text.strip("\n")
    start = text.index(content) if content else len(text)
    leading, trailing = text[:start], text[start + len(content) :]
    if parts[-1] and leading:
        leading = "\n" * min(2, max(len(parts.pop()), len(leading)))
    parts += [leading, content, trailing]
