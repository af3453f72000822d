"""How long a page takes to read, counted on what a reader sees."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace

from ..pages.links import Links
from ..pages.page import Call, Page, parse_calls
from ..rows.problems import UnknownName
from ..rows.readers.files import Unreadable, read_text
from .context import Context

# A usual speed for careful reading of non-fiction on a screen.
WORDS_PER_MINUTE = 200
NOT_READ = ("page_sources", "first_steps", "question_places", "reader_paths", "reading_list")
TAG = re.compile(r"<[^>]*>")


def reading_minutes(context: Context, path: str) -> int:
    """Whole minutes, at least 1, for the page at `path` below docs/, its macros included and its sources left out.

    Raises UnknownName for a page that does not exist.
    """
    context.links.to(path)
    docs = context.links.docs
    links = Links(docs, path, context.links.writes_page_urls)
    # Nobody reads the ways into the repository.
    there = replace(context, links=links, cited={}, repository=None)
    try:
        page = Page(path, path, read_text(docs / path, docs))
        parse_calls(page)
        texts = [_shown(call, there) for call in page.calls if call.name not in NOT_READ]
    # A bad page is that page's problem, told by the rules with its line. It has no reading time.
    except (Unreadable, ValueError):
        return 1
    words = sum(len(text.split()) for text in (page.prose, *texts))
    return max(1, round(words / WORDS_PER_MINUTE))


def _shown(call: Call, context: Context) -> str:
    """The words of a macro. Raises ValueError for a call that cannot be made."""
    macro = context.macros.get(call.name)
    if macro is None:
        raise UnknownName("macro", call.name, context.macros)
    try:
        inspect.signature(macro).bind(context, *call.args, **call.kwargs)
    except TypeError as error:
        raise ValueError(f"{call.name}: {error}") from None
    return TAG.sub(" ", macro(context, *call.args, **call.kwargs))
