"""A year of pay and a four-year grant are added only in rows that say so and restate the total for one year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....facts.pay import restated_per_year
from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import ArticleFigure
from ....rows.problems import Problem

MIXED = "year-plus-four-year-grant"


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Observed totals are per year; the article's mixed totals name their parts and are restated for one year."""
    observations = guide["compensation"]
    for row, place in observations.with_places():
        if row.metric in ("total", "base", "bonus") and row.per != "year":
            message = f"a {row.metric} is pay for a year, not per '{row.per}'."
            yield observations.problem(row, place, "per", message, "per: year")
    figures = guide["article-figures"]
    for row, place in figures.with_places():
        field, message, correction = _mixed_fault(row, {**figures})
        if message:
            yield figures.problem(row, place, field, message, correction)


def _mixed_fault(row: ArticleFigure, figures: dict[str, ArticleFigure]) -> tuple[str, str, str]:
    if row.per != MIXED:
        return (
            ("restated_per_year", "only a mixed total is restated.", "")
            if row.restated_per_year
            else ("", "", "")
        )
    base, grant = figures.get(row.base or ""), figures.get(row.grant or "")
    if base is None or grant is None:
        return "base", "a mixed total names the ids of the base and the grant it adds.", ""
    for field, part, per in (("base", base, "year"), ("grant", grant, "four-year-grant")):
        if part.per != per:
            return field, f"'{part.id}' is per '{part.per}'. The {field} is per '{per}'.", ""
    if base.low + grant.low != row.low:
        return (
            "low",
            f"{row.low} is not {base.low} plus {grant.low}.",
            f"low: {base.low + grant.low}",
        )
    restated = restated_per_year(base, grant)
    if row.restated_per_year != restated:
        message = f"{row.restated_per_year} is not one year of base plus a quarter of the grant."
        return "restated_per_year", message, f"restated_per_year: {restated}"
    return "", "", ""
