"""The text of a page with what its macro calls return.

The builder's plugin would compile each page as a Jinja template and run it. The check has taken the page apart
already, into texts and calls with constants, so they are only put together: nothing that a page says is evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any

from ..pages.calls import DELIMITERS, parse_calls
from ..pages.page import Call, Page


class Expander:
    """A page's macros in place of Jinja's environment, as far as the plugin asks for one."""

    variable_start_string = DELIMITERS["variable_start_string"]
    block_start_string = DELIMITERS["block_start_string"]
    comment_start_string = DELIMITERS["comment_start_string"]

    def __init__(self, macros: Mapping[str, Callable[..., str]], page: Page) -> None:
        self.macros, self.page = macros, page

    def from_string(self, source: str) -> SimpleNamespace:
        """What the plugin asks for the text of the page."""
        return SimpleNamespace(render=partial(self.expanded, source))

    def expanded(self, source: str, **_: Any) -> str:
        """The text with what its calls return. Raises ValueError for a text that the check would refuse."""
        return "".join(
            part if isinstance(part, str) else self._returned(part)
            for part in parts_of(self.page, source)
        )

    def _returned(self, call: Call) -> str:
        if call.name not in self.macros:
            raise ValueError(f"unknown macro '{call.name}'")
        return self.macros[call.name](*call.args, **call.kwargs)


def parts_of(page: Page, source: str) -> list[str | Call]:
    """The parts of a text: those of the page below its head, or those of the text if the page does not end with it.

    Raises ValueError for a text that the check would refuse.
    """
    if not (page.parts and page.text.endswith(source)):
        return _read(page, source)
    head, *rest = page.parts
    # A call may take the spaces before it away, even those of the head.
    return [head[len(page.text) - len(source) :], *rest] if isinstance(head, str) else page.parts


def _read(page: Page, source: str) -> list[str | Call]:
    read = Page(page.path, page.shown, source)
    parse_calls(read)
    if read.problems:
        raise ValueError(str(read.problems[0]))
    return read.parts
