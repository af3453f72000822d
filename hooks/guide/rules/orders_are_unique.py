"""Steps and stages that are shown in order have one place each."""

from __future__ import annotations

from collections.abc import Iterator

from ..loading import Guide
from ..pages import Page
from ..problems import Problem


def check(guide: Guide, _pages: list[Page]) -> Iterator[Problem]:
    """Checks loops by track, and the other tables as a whole."""
    for table in ("loops", "ownership", "reader-paths"):
        rows = guide[table]
        taken: dict[tuple[str, int], str] = {}
        for row, place in rows.with_places():
            slot = (getattr(row, "track", ""), row.order)
            if slot in taken:
                message = f"{row.order} is already the place of '{taken[slot]}'. Give each row its own place."
                yield rows.problem(row, place, "order", message)
            taken.setdefault(slot, row.key)
