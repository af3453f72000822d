"""Placeholders for components while Markdown runs: Markdown would parse their tags several times without changing them.

Where a component fills a line, each block in that line is replaced by an empty element of its name, which Markdown
treats in the same way, and is put back in the page's HTML. That halves the time for Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from itertools import chain

# Tags that Markdown takes for a block of HTML, as far as our components begin with one.
BLOCK = r"article|details|div|dl|figure|ol|p|section|table|ul"
WHOLE_LINE = re.compile(
    rf"^(?P<indent>[ ]*)(?P<line><(?:{BLOCK})\b[^<>]*>.*</(?:{BLOCK})>)[ ]*$", re.M
)
OPENING = re.compile(rf"<({BLOCK})\b[^<>]*>")
# What may be between two blocks of a line: Markdown makes paragraphs of words there.
HEADINGS = re.compile(r"\s*(?:<(h[1-6])\b[^<>]*>[^<>]*</\1>\s*)*")
# As Markdown leaves it, or as it shows it in a block of code.
STAND_IN = re.compile(
    r'<(\w+) data-stands-in="(\d+)"></\1>|&lt;(\w+) data-stands-in="(\d+)"&gt;&lt;/\3&gt;'
)
ANCHOR = re.compile(r'\s(?:id|name)="([^"]+)"')


class StandIns:
    """What was replaced on the page that is being made, by number."""

    def __init__(self) -> None:
        self.replaced: list[str] = []

    def replace(self, html: str) -> str:
        """The text of a macro with an empty element for each block of a line that holds only blocks and headings."""
        return WHOLE_LINE.sub(lambda found: found["indent"] + self._emptied(found["line"]), html)

    def put_back(self, html: str) -> tuple[str, set[str]]:
        """The HTML of a page with its components, and the anchors in these."""
        anchors: set[str] = set()

        def component(found: re.Match[str]) -> str:
            if found[4]:
                return escape(self.replaced[int(found[4])], quote=False)  # as code is shown
            replaced = self.replaced[int(found[2])]
            anchors.update(ANCHOR.findall(replaced))
            return replaced

        whole = STAND_IN.sub(component, html)
        # Each page counts from 0, so that its text does not change with the pages before it.
        self.replaced.clear()
        return whole, anchors

    def _emptied(self, line: str) -> str:
        """A line of blocks and headings with an empty element for each of its blocks; any other as it is."""
        blocks = list(_blocks(line))
        starts, ends, tags = zip(*blocks, strict=True) if blocks else ((), (), ())
        around = [line[end:start] for end, start in zip((0, *ends), (*starts, None), strict=True)]
        if not all(map(HEADINGS.fullmatch, around)):
            return line
        first = len(self.replaced)
        self.replaced += [line[start:end] for start, end in zip(starts, ends, strict=True)]
        empty = [f'<{t} data-stands-in="{n}"></{t}>' for n, t in enumerate(tags, first)]
        return "".join(chain.from_iterable(zip(around, [*empty, ""], strict=True)))


def _blocks(line: str) -> Iterator[tuple[int, int, str]]:
    """Where each block of a line that is in no other one starts and ends, and its tag; up to one that never ends."""
    at = 0
    while (start := OPENING.search(line, at)) and (at := _end_of(line, start)):
        yield start.start(), at, start[1]


def _end_of(line: str, start: re.Match[str]) -> int:
    """Where the element ends that starts here; 0 if it does not."""
    depth = 0
    for found in _tags(start[1]).finditer(line, start.start()):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return 0


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^<>]*>")
