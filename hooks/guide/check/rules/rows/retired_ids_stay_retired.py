"""A retired id is never used again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Compares every id with the list of retired ones."""
    retired = {(row.table, row.id): row for row in guide["retired-ids"].values()}
    for name, rows in guide.tables.items():
        for row, place in rows.with_places():
            if name != "retired-ids" and (name, row.key) in retired:
                instead = retired[name, row.key].replaced_by
                message = f"'{row.key}' is retired and never used again." + (
                    f" Use '{instead}'." if instead else ""
                )
                yield rows.problem(row, place, row.key_field, message)
