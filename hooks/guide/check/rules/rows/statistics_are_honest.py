"""A pay figure claims no more than its source: median or average, and how precise it can be."""

from __future__ import annotations

from collections.abc import Iterator

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

STATISTIC_OF = {"median": "median", "average": "average", "nothing": "not-stated"}
# With fewer reports one person moves a quartile, and a median by thousands.
ENOUGH, EXACT_TO = 10, 1000
SPREAD = ("p10", "p25", "p75", "p90")
PARTS = ("base", "stock", "bonus")
# A total is rounded to thousands where its parts are not.
ROUNDED = 1000


def check(guide: Guide, _pages: list[Page]) -> Iterator[Problem]:
    """Reports medians whose source says average or nothing, and figures too precise for their sample."""
    yield from _medians_without_source(guide)
    yield from _medians_of_parts(guide)
    yield from _too_precise(guide)


def _medians_without_source(guide: Guide) -> Iterator[Problem]:
    table = guide["compensation"]
    for row, place in table.with_places():
        source = guide.sources.get(row.source)
        if row.statistic == "median" and source and source.states in ("average", "nothing"):
            right = STATISTIC_OF[source.states]
            message = (
                f"'{row.source}' states {source.states}, so this is not a median. Allowed: {right}."
            )
            yield table.problem(row, place, "statistic", message, f"statistic: {right}")


def _medians_of_parts(guide: Guide) -> Iterator[Problem]:
    """Averages add up; medians of base, stock and bonus do not add up to the median of the total."""
    table = guide["compensation"]
    for row, place in table.with_places():
        if row.statistic != "median" or row.metric != "total":
            continue
        parts = {
            other.metric: other.value
            for other in table.values()
            if other.metric in PARTS and _same(other, row)
        }
        if len(parts) == len(PARTS) and abs(sum(parts.values()) - row.value) <= ROUNDED:
            message = "base, stock and bonus add up to it, as averages do and medians do not. Allowed: average."
            yield table.problem(row, place, "statistic", message, "statistic: average")


def _same(first: object, second: object) -> bool:
    names = ("track", "level", "title", "region", "as_of", "source")
    return all(getattr(first, name) == getattr(second, name) for name in names)


def _too_precise(guide: Guide) -> Iterator[Problem]:
    table = guide["pay-aggregates"]
    for row, place in table.with_places():
        if row.n >= ENOUGH:
            continue
        for name in SPREAD:
            if getattr(row, name) is not None:
                message = (
                    f"a spread needs {ENOUGH} reports, and n is {row.n}. Leave the cell empty."
                )
                yield table.problem(row, place, name, message)
        if row.median % EXACT_TO:
            rounded = (row.median + EXACT_TO // 2) // EXACT_TO * EXACT_TO
            message = f"{row.median} is more precise than {row.n} reports allow. Round it to ${EXACT_TO:,}."
            yield table.problem(row, place, "median", message, f"median: {rounded}")
