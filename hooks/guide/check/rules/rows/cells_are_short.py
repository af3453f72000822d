"""No cell is as long as a page: a row is read in a table or on a card, on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

# More than twice the longest answer of a transcript.
MOST_CHARACTERS = 2_000


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Counts the characters of each text of each row."""
    for rows in guide.tables.values():
        for row, place in rows.with_places():
            for path, text in place.texts():
                if len(text) > MOST_CHARACTERS:
                    message = (
                        f"holds {len(text):,} characters; a cell holds at most {MOST_CHARACTERS:,}. "
                        "Shorten it, split it into rows, or write it on a page in docs/."
                    )
                    yield Problem(rows.shown, place.line_of(*path), row.key, path[0], message)
