"""Every reference points to an existing row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem, allowed
from ....rows.references import references


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Suggests similar ids for each broken reference. A row that its model refuses is not missing."""
    for rows in guide.tables.values():
        for row, place in rows.with_places():
            for reference in references(row):
                known = guide[reference.table]
                if reference.key not in known and reference.key not in known.refused:
                    message = (
                        f"'{reference.key}' is not in {known.shown}. {allowed(reference.key, known)} "
                        "Add its row there, or name another."
                    )
                    yield rows.problem(row, place, reference.field, message)
