"""Every sum of a case can be computed from its given numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....facts.sums import Results, SumFault, worked
from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """A sum may use the sums above it; one with a fault is left out for the sums below."""
    above: dict[str, Results] = {}
    for row, place in guide["case-numbers"].with_places():
        try:
            above[row.id] = worked(row, above)
        except SumFault as fault:
            yield guide["case-numbers"].problem(row, place, "lines", str(fault), "cells: [12 * 15]")
