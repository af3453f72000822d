"""How much of a source was read is a field, so that every citation can show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

OPENING = re.compile(r"\bonly (?:the|its) opening was read\b(?! at)", re.I)


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at the notes of sources."""
    for row, place in guide.sources.with_places():
        if OPENING.search(row.note or ""):
            message = "says in words how much was read. Remove that here and set the field read."
            yield guide.sources.problem(row, place, "note", message, "read: opening")
