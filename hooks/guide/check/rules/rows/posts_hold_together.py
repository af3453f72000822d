"""The fields of a job post are consistent: its dates, places, codes and years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import JobPost
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """One problem per field. Another rule checks that low ends lie below their tops."""
    posts = guide["job-posts"]
    for row, place in posts.with_places():
        for field, message in _faults(row):
            yield posts.problem(row, place, field, message)


def _faults(row: JobPost) -> Iterator[tuple[str, str]]:
    if row.posted and row.apply_until and row.apply_until < row.posted:
        yield "apply_until", f"'{row.apply_until}' is before '{row.posted}', the day it was posted."
    if row.second_us_low is not None and len(row.codes or ()) < 2:
        yield "second_us_low", "a second range belongs to a second code. Add the code to codes."
    if row.us_low and row.metro_low and row.metro_low < row.us_low:
        yield (
            "metro_low",
            f"{row.metro_low} is below the US range, which starts at {row.us_low}. "
            "San Francisco and New York pay more. Are the two swapped?",
        )
    if row.required_years and row.preferred_years and row.preferred_years < row.required_years:
        yield (
            "preferred_years",
            f"{row.preferred_years} is below the {row.required_years} required years.",
        )
