"""Placeholders for components while Markdown runs: it would parse each of their tags several times and change none.

A component that fills a line is replaced by an empty element of its name, which Markdown treats in the same way, and is
put back in the page's HTML. That halves the time for Markdown.
"""

from __future__ import annotations

import re

# Tags that Markdown takes for a block of HTML, as far as our components begin with one.
BLOCK = r"article|details|div|dl|figure|ol|p|section|table|ul"
WHOLE_LINE = re.compile(rf"^([ ]*)(<({BLOCK})\b[^<>]*>.*</\3>)[ ]*$", re.M)
# As Markdown leaves it, or as it shows it in a block of code.
STAND_IN = re.compile(
    r'<(\w+) data-stands-in="(\d+)"></\1>|&lt;(\w+) data-stands-in="(\d+)"&gt;&lt;/\3&gt;'
)
ANCHOR = re.compile(r'\s(?:id|name)="([^"]+)"')


class StandIns:
    """What was replaced on the page that is being made, by number."""

    def __init__(self) -> None:
        self._replaced: list[str] = []

    def replace(self, html: str) -> str:
        """The text of a macro with an empty element for each component that fills a line."""
        return WHOLE_LINE.sub(self._stand_in, html)

    def put_back(self, html: str) -> tuple[str, set[str]]:
        """The HTML of a page with its components, and the anchors in these."""
        anchors: set[str] = set()

        def component(found: re.Match[str]) -> str:
            if found[4]:
                return _as_code(self._replaced[int(found[4])])
            replaced = self._replaced[int(found[2])]
            anchors.update(ANCHOR.findall(replaced))
            return replaced

        whole = STAND_IN.sub(component, html)
        # Each page counts from 0, so that its text does not change with the pages before it.
        self._replaced.clear()
        return whole, anchors

    def _stand_in(self, found: re.Match[str]) -> str:
        indent, component, tag = found.groups()
        if not _is_one_element(component, tag):
            return found[0]
        self._replaced.append(component)
        return f'{indent}<{tag} data-stands-in="{len(self._replaced) - 1}"></{tag}>'


def _as_code(html: str) -> str:
    """HTML as Markdown shows it in a block of code."""
    return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_one_element(html: str, tag: str) -> bool:
    """Whether the first tag of a line is closed by its last one, and by none before."""
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b", html):
        depth += -1 if found[1] else 1
        if depth == 0:
            return html.find(">", found.start()) == len(html) - 1
    return False
