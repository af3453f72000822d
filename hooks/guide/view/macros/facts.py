"""Macros for single facts, and for what changed at Microsoft."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ...facts.freshness import MONTHS, is_stale, spoken_period
from ...rows.models import CompanyChange, SalesStage, SourcedFact
from ...rows.models.facts import CompanyTopic
from ...rows.problems import UnknownName
from ..context import Context
from .evidence import choice
from .tables import statement, table

# The tables whose rows can be sentences of a page.
FACT_TABLES = ("ai-facts", "selling-facts")
CHANGES_PAGE = "reference/microsoft-changes.md"
UNITS = {
    "account-team": "Account team",
    "specialists": "Specialists",
    "customer-success": "Customer success",
}


def facts(context: Context, *fact_ids: str) -> Markup:
    """Inline. One or more facts as running text, with one mark for all of their sources at the end.

    Raises ValueError without a fact.
    """
    if not fact_ids:
        raise ValueError("facts() needs at least one id of a fact")
    found = [_fact(context, fact_id) for fact_id in fact_ids]
    rows = [row for _, row in found]
    text = " ".join(row.statement for row in rows)
    old = [row.as_of or "" for name, row in found if is_stale(name, row.as_of, context.today)]
    return context.render(
        "facts.html",
        text=text,
        sources=_sources_of(rows),
        old=spoken_period(min(old)) if old else "",
    )


def company_changes(context: Context, *, topic: str) -> Markup:
    """Block. What changed at Microsoft on one topic, newest first: when, what, and what to do about it."""
    choice("topic", topic, CompanyTopic)
    rows = [row for row in _newest_changes(context) if row.topic == topic]
    return context.render("company_changes.html", rows=rows)


def page_changes(context: Context) -> Markup:
    """Block. What changed at Microsoft that bears on this page, folded, each linked to its full entry.

    Raises ValueError on a page that no change names.
    """
    rows = [row for row in _newest_changes(context) if context.links.here in row.pages]
    if not rows:
        raise ValueError(f"company-changes.yml has no row for the page '{context.links.here}'")
    return context.render("page_changes.html", rows=rows, whole=CHANGES_PAGE)


def sales_stages(context: Context) -> Markup:
    """Block. The stages of selling in order: what happens, what a PMM makes, what is not theirs, and a drill."""
    return context.render("sales_stages.html", stages=_stages(context), units=UNITS)


def sales_path(context: Context) -> Markup:
    """Block. The stages of selling as a picture, with the same data as a table."""
    stages = _stages(context)
    rows = [
        [
            f"{stage.order}. {stage.name}",
            UNITS[stage.led_by],
            statement(context, stage.ends_with, stage.sources),
        ]
        for stage in stages
    ]
    columns = ["Stage", "Led by", "Ends with"]
    data = table(context, "The stages of a sale", columns, rows, made_from=())
    return context.render("sales_path.html", stages=stages, units=UNITS, data=data)


def fiscal_year(context: Context) -> Markup:
    """Block. Microsoft's year from July to June as a picture, with the same data as a table."""
    marks = sorted(context.guide["fiscal-year"].all, key=lambda row: row.order)
    rows = [
        [
            _month(row.order),
            statement(context, row.mark, row.sources),
            row.means_for_you,
        ]
        for row in marks
    ]
    columns = ["Month", "What happens", "What you do"]
    data = table(context, "The fiscal year, month by month", columns, rows, made_from=())
    months = [_month(order) for order in range(1, 13)]
    return context.render("fiscal_year.html", marks=marks, months=months, data=data)


def _month(order: int) -> str:
    """The name of a month by its number in the fiscal year, which begins in July."""
    return MONTHS[(order + 5) % 12]


def _fact(context: Context, fact_id: str) -> tuple[str, SourcedFact]:
    for name in FACT_TABLES:
        if row := context.guide[name].get(fact_id):
            return name, row
    raise UnknownName("fact", fact_id, (key for name in FACT_TABLES for key in context.guide[name]))


def _sources_of(rows: Iterable[SourcedFact]) -> list[str]:
    """Each source once, in the order of the rows."""
    return list(dict.fromkeys(source for row in rows for source in row.sources))


def _newest_changes(context: Context) -> list[CompanyChange]:
    rows = context.guide["company-changes"].all
    return sorted(rows, key=lambda row: row.happened, reverse=True)


def _stages(context: Context) -> list[SalesStage]:
    return sorted(context.guide["sales-stages"].all, key=lambda row: row.order)
