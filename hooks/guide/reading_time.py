"""How long a page takes to read, counted on what a reader sees."""

from __future__ import annotations

import re
from dataclasses import replace

from .context import Context
from .links import Links
from .pages import Page, parse_calls

# A usual speed for careful reading of non-fiction on a screen.
WORDS_PER_MINUTE = 200
TAG = re.compile(r"<[^>]*>")


def reading_minutes(context: Context, path: str) -> int:
    """Whole minutes, at least 1, for the page at `path` below docs/, its macros included and its sources left out."""
    # The macros import this module through the start page's paths.
    from .macros import MACROS

    docs = context.guide.root / "docs"
    page = Page(path, path, (docs / path).read_text(encoding="utf-8"))
    parse_calls(page)
    there = replace(context, links=Links(docs, path, context.links.writes_page_urls), cited={})
    calls = [call for call in page.calls if call.name not in ("page_sources", "reader_paths")]
    texts = [
        page.prose,
        *(TAG.sub(" ", MACROS[call.name](there, *call.args, **call.kwargs)) for call in calls),
    ]
    words = sum(len(text.split()) for text in texts)
    return max(1, round(words / WORDS_PER_MINUTE))
