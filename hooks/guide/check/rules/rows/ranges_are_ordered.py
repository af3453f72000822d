"""A range starts at its low end, and percentiles rise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import Row
from ....rows.problems import Problem

PERCENTILES = ("p10", "p25", "median", "p75", "p90")


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Compares every field pair named low and high, and the five percentiles."""
    for rows in guide.tables.values():
        chains = _chains(rows.table.fields)
        for row, place in rows.with_places():
            for chain in chains:
                for lower, upper in _faults(row, chain):
                    low, high = getattr(row, lower), getattr(row, upper)
                    message = (
                        f"{lower} ({low}) is above {upper} ({high}). Swap them or correct one."
                    )
                    yield rows.problem(row, place, lower, message)


def _chains(fields: list[str]) -> list[tuple[str, ...]]:
    lows = [name for name in fields if name == "low" or name.endswith("_low")]
    pairs: list[tuple[str, ...]] = [(name, name[: -len("low")] + "high") for name in lows]
    return [*pairs, PERCENTILES] if "p25" in fields else pairs


def _faults(row: Row, chain: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    known = [name for name in chain if getattr(row, name) is not None]
    for lower, upper in pairwise(known):
        if getattr(row, lower) > getattr(row, upper):
            yield lower, upper
