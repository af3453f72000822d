"""Rows that are shown in order have different positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

# The field that holds the position, and the field by whose values positions are grouped.
PLACES = {
    "loops": ("order", "track"),
    "ownership": ("order", ""),
    "reader-paths": ("order", ""),
    "checklist": ("order", "phase"),
    "self-assessment": ("order", ""),
    "sales-stages": ("order", ""),
    "study-plans": ("week", "weeks"),
    "plan-priorities": ("order", ""),
}


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Checks loops by track, the checklist by phase, plans by length, and the other tables as a whole."""
    for table, (field, within) in PLACES.items():
        rows = guide[table]
        taken: dict[tuple[object, int], str] = {}
        for row, place in rows.with_places():
            slot = (getattr(row, within, ""), getattr(row, field))
            if slot in taken:
                message = (
                    f"{slot[1]} is already taken by '{taken[slot]}'. Give each row its own number."
                )
                yield rows.problem(row, place, field, message)
            taken.setdefault(slot, row.key)
