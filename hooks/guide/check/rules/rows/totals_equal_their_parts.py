"""A yearly total is the sum of a year of base, stock and bonus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

# Published totals are rounded to the thousand and component rows are averages beside a median total.
TOLERANCE = 0.01


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Applies where one source gives all parts for one title, level and date. Medians of many reports never add up."""
    rows = guide["compensation"]
    groups: dict[tuple[object, ...], dict[str, int]] = {}
    for row in rows.values():
        if row.unit == "USD" and row.per == "year" and row.statistic in ("average", "median"):
            key = (row.source, row.title, row.level, row.region, row.as_of)
            groups.setdefault(key, {})[row.metric] = row.value
    for row, place in rows.with_places():
        parts = groups.get((row.source, row.title, row.level, row.region, row.as_of), {})
        if row.metric == "total" and {"base", "stock", "bonus"} <= parts.keys():
            total = parts["base"] + parts["stock"] + parts["bonus"]
            if abs(total - row.value) > TOLERANCE * total:
                message = f"{row.value} is not the sum of base, stock and bonus, which is {total}."
                yield rows.problem(row, place, "value", message, f"value: {total}")
