"""A grade says who speaks, so it follows from the kind of source."""

from __future__ import annotations

from collections.abc import Iterator

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem

GRADES_OF_KIND = {
    "microsoft-page": ("microsoft-says",),
    "microsoft-filing": ("microsoft-says",),
    "employee-account": ("microsoft-says", "first-hand"),
    "book-excerpt": ("microsoft-says", "first-hand", "secondary"),
    "former-employee-account": ("first-hand",),
    "candidate-account": ("first-hand",),
    "reviewed-article": ("one-article-only",),
    "same-author-site": ("one-article-only",),
}


def check(guide: Guide, _pages: list[Page]) -> Iterator[Problem]:
    """Kinds that are not listed speak second hand: guides, press, copies, pay sites."""
    for row, place in guide.sources.with_places():
        grades = GRADES_OF_KIND.get(row.kind, ("secondary",))
        if row.grade not in grades:
            message = (
                f"'{row.grade}' does not fit the kind '{row.kind}'. Allowed: {', '.join(grades)}."
            )
            yield guide.sources.problem(row, place, "grade", message, f"grade: {grades[0]}")
