"""Macros for the offer guidelines by level."""

from __future__ import annotations

from markupsafe import Markup

from ....facts import pay
from ....facts.wording import dollars, short_dollars
from ....rows.models import Guideline
from ...context import Context
from ..tables import Cell, dated, statement, table


def offer_guidelines(context: Context) -> Markup:
    """Block. The leaked 2025 new-hire guidelines by level, each amount with what it is per."""
    rows = [_guideline_cells(context, row) for row in context.guide["offer-guidelines"].values()]
    columns = [
        "Level",
        "Base a year",
        "Base a year, SF and NYC",
        "On-hire stock, whole four-year grant",
        "Annual stock, whole five-year grant",
        "Sign-on, once",
        "Bonus, % of base",
        "Date and source",
    ]
    return table(
        context,
        "New-hire guidelines of May 2025, written for engineering",
        columns,
        rows,
        kind="guidelines",
        made_from=context.guide["offer-guidelines"].all,
    )


def guideline_ceiling(context: Context, *, level: int) -> Markup:
    """Block. The most that the guidelines allow at a level, added up step by step, for one year."""
    guideline = context.guide["offer-guidelines"][str(level)]
    *parts, total = pay.ceiling(guideline).steps
    rows: list[list[Cell]] = [
        [part.what, statement(context, part.how, [guideline.source]), dollars(part.amount)]
        for part in parts
    ]
    rows.append([total.what, total.how, dollars(total.amount)])
    caption = f"Every guideline item at its top, level {level}, for one year (our arithmetic)"
    return table(context, caption, ["Part", "How", "A year"], rows, made_from=[guideline])


def _guideline_cells(context: Context, row: Guideline) -> list[str | Markup]:
    def amounts(name: str) -> str:
        low, high = getattr(row, f"{name}_low"), getattr(row, f"{name}_high")
        return "–" if high is None else f"{short_dollars(low)} to {short_dollars(high)}"

    percent = (
        "–" if row.bonus_percent_of_base_high is None else f"0 to {row.bonus_percent_of_base_high}%"
    )
    return [
        f"{row.level}, {row.band}",
        amounts("main_base_per_year"),
        amounts("high_cost_base_per_year"),
        amounts("on_hire_stock_per_four_year_grant"),
        amounts("annual_stock_per_five_year_grant"),
        amounts("sign_on_once"),
        percent,
        dated(context, "offer-guidelines", row.as_of, row.source),
    ]
