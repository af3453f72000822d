"""A conflict shows at least two accounts, each with its own sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """One account alone is not a conflict."""
    rows = guide["offer-facts"]
    for row, place in rows.with_places():
        if len(row.conflict) == 1:
            message = (
                "a conflict needs at least two accounts. Add the other one, or move this into fact."
            )
            yield rows.problem(row, place, "conflict", message)
