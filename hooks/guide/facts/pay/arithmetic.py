"""Pay arithmetic. A grant is divided by its years before it is added to a year's pay."""

from __future__ import annotations

from dataclasses import dataclass

from ...rows.models import ArticleFigure, Guideline
from ..wording import dollars

YEARS_OF_GRANT = {"four-year-grant": 4, "five-year-grant": 5}


@dataclass(frozen=True)
class CeilingStep:
    """One part of the most that the guidelines allow, in dollars a year."""

    what: str
    how: str
    amount: int


@dataclass(frozen=True)
class Ceiling:
    """All parts, and their sum as the last step."""

    steps: tuple[CeilingStep, ...]


def ceiling(row: Guideline) -> Ceiling:
    """The most that the guidelines allow for one year at a level, main range, without a sign-on, in dollars.

    Raises ValueError for a level whose row lacks a part.
    """
    base, percent = row.main_base_per_year_high, row.bonus_percent_of_base_high
    grant = row.on_hire_stock_per_four_year_grant_high
    if base is None or percent is None or grant is None:
        raise ValueError(f"offer-guidelines.csv has no complete top for level {row.level}")
    bonus, stock = base * percent // 100, grant // YEARS_OF_GRANT["four-year-grant"]
    steps = (
        CeilingStep("Base", "top of the main range", base),
        CeilingStep("Cash bonus", f"{percent}% of that base", bonus),
        CeilingStep(
            "On-hire stock",
            f"a quarter of {dollars(grant)}, since the grant vests over four years",
            stock,
        ),
        CeilingStep("Sum", "base, bonus and one year of stock", base + bonus + stock),
    )
    return Ceiling(steps)


def restated_per_year(base: ArticleFigure, grant: ArticleFigure) -> int:
    """One year of base plus one year of a four-year grant."""
    return base.low + grant.low // YEARS_OF_GRANT["four-year-grant"]
