"""Cells hold plain text. Components write the markup, so readers would see the signs of HTML or Markdown in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

FAULTS = (
    (
        re.compile(r"</?[a-zA-Z][^<>]*>|<!--"),
        "HTML is not allowed in a cell, and readers would see it as it is. Leave it out.",
    ),
    (
        re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\w+);"),
        "a cell holds the sign itself, not its HTML name. Type the sign.",
    ),
    (
        re.compile(r"\*\*|\]\("),
        "Markdown is not read in a cell, and readers would see its signs. Write plain words; "
        "emphasis and links belong on a page in docs/.",
    ),
)


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at each text of each row; the first fault of a kind in a text is enough."""
    for rows in guide.tables.values():
        for row, place in rows.with_places():
            for path, text in place.texts():
                for pattern, message in FAULTS:
                    if found := pattern.search(text):
                        line = place.line_of(*path)
                        shown = f"'{found[0]}': {message}"
                        yield Problem(rows.shown, line, row.key, path[0], shown)
