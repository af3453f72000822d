"""Every macro call names a known macro, passes valid arguments, and finds its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem
from ....view.macros import MACROS
from ....view.render import RenderedPages
from ....view.rendered_call import RenderedCall
from ..rows.pages_exist import unknown_pages_in_rows
from .menu_names_pages import unknown_pages_in_menu


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Renders every call once, so that a wrong id is reported with its line before anything is built."""
    rendered = pages if isinstance(pages, RenderedPages) else RenderedPages(guide, pages, MACROS)
    unknown_pages = unknown_pages_in_rows(guide, pages) | unknown_pages_in_menu(guide.root, pages)
    for page in rendered:
        for call in rendered.calls(page):
            if call.fault and not any(_is_named_elsewhere(call, path) for path in unknown_pages):
                yield page.problem(call.call.line, call.fault)


def _is_named_elsewhere(rendered: RenderedCall, path: str) -> bool:
    """Whether a row that the call shows names the unknown page, or the menu does: that is reported there."""
    message = f"{rendered.call.name}: unknown page '{path}'."
    return rendered.fault.startswith(message) and path not in rendered.call.args
