"""A grade says who speaks, so it follows from the kind of source; a copy gets a lower grade, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import Source
from ....rows.problems import Problem

GRADES_OF_KIND = {
    "microsoft-page": ("microsoft-says",),
    "microsoft-filing": ("microsoft-says",),
    "employee-account": ("employee-says", "first-hand"),
    "book-excerpt": ("employee-says", "first-hand"),
    "former-employee-account": ("first-hand",),
    "candidate-account": ("first-hand",),
    "reviewed-article": ("one-article-only",),
    "same-author-site": ("one-article-only",),
}
COPY_GRADES = ("secondary",)
NEEDS_AUTHOR = "'employee-says' needs a name in author. An employee without one is first-hand: no one can check it."


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Kinds that are not listed are secondary: guides, press, copies, pay sites."""
    for row, place in guide.sources.with_places():
        grades = grades_of(row)
        if row.grade not in grades:
            why = (
                "is higher than a copy can be graded"
                if row.is_copy
                else f"does not fit the kind '{row.kind}'"
            )
            message = f"'{row.grade}' {why}. Allowed: {', '.join(grades)}."
            yield guide.sources.problem(row, place, "grade", message, f"grade: {grades[0]}")
        elif row.grade == "employee-says" and not row.author:
            yield guide.sources.problem(row, place, "author", NEEDS_AUTHOR, "grade: first-hand")


def grades_of(source: Source) -> tuple[str, ...]:
    """The grades that a source may have, the usual one first."""
    grades = GRADES_OF_KIND.get(source.kind, COPY_GRADES)
    return COPY_GRADES if source.is_copy and "one-article-only" not in grades else grades
