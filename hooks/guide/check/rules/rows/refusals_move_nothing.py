"""An account in which Microsoft refused names no part that rose: it would be counted both as gained and as refused."""

from __future__ import annotations

from collections.abc import Iterator

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: list[Page]) -> Iterator[Problem]:
    """Looks at the outcome and the parts of each account."""
    accounts = guide["negotiation-accounts"]
    for row, place in accounts.with_places():
        if row.outcome == "refused" and row.moved:
            message = (
                f"{', '.join(row.moved)} cannot have moved if the request was refused. "
                "If a part went up, write outcome: gained."
            )
            yield accounts.problem(row, place, "moved", message, "outcome: gained")
