"""No two rows of a table share an id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Names the line of the first row with the same id."""
    for rows in guide.tables.values():
        first_lines: dict[str, int] = {}
        for row, place in rows.with_places():
            if row.key in first_lines:
                message = f"'{row.key}' is already used on line {first_lines[row.key]}. Give this row an id of its own."
                yield rows.problem(row, place, row.key_field, message)
            first_lines.setdefault(row.key, place.line)
