"""No cell of a CSV table starts like a formula: readers download the tables, and spreadsheet programs run formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

# The wide forms count too: some programs read them as the plain ones.
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """A number with its sign is not a formula."""
    for rows in guide.tables.values():
        for row, place in rows.with_places() if rows.table.is_csv else ():
            for field, cell in place.values.items():
                if cell and FORMULA.match(cell) and not NUMBER.fullmatch(cell):
                    message = (
                        f"'{cell}' starts like a formula, which a spreadsheet program would run."
                    )
                    yield rows.problem(row, place, field, f"{message} Start with a word.")
