"""Every macro call names a macro, gives it arguments it takes, and finds the rows it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem
from ....view.macros import MACROS
from ....view.render import RenderedPages


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Renders every call once, so that a wrong id is known with its line before anything is built."""
    rendered = pages if isinstance(pages, RenderedPages) else RenderedPages(guide, pages, MACROS)
    for page in rendered:
        for call in rendered.calls(page):
            if call.fault:
                yield page.problem(call.call.line, call.fault)
