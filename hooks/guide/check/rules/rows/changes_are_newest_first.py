"""The list of changes starts with the newest day: the page and the feed show it in that order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Names each change that comes after an older one."""
    changes = guide["changes"]
    for (above, _), (row, place) in pairwise(changes.with_places()):
        if row.date > above.date:
            message = f"'{row.date}' is newer than '{above.date}' of '{above.key}' above it. "
            yield changes.problem(
                row, place, "date", message + f"Move this row above '{above.key}'."
            )
