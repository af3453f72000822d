"""Macros for Microsoft's own terms, and for names and rules over time."""

from __future__ import annotations

from markupsafe import Markup

from ...facts.freshness import spoken_period
from ...rows.models.culture import CultureKind
from ..context import Context
from .evidence import choice
from .tables import statement, table


def culture_list(context: Context, *, kind: str) -> Markup:
    """Block. The terms of one kind in Microsoft's wording, with meaning, habits and wrong names in circulation."""
    choice("kind", kind, CultureKind)
    items = [row for row in context.guide["culture"].values() if row.kind == kind]
    return context.render("culture_list.html", items=items)


def final_talk_accounts(context: Context) -> Markup:
    """Block. What each source says about the As Appropriate interviewer, with grade and date."""
    sources = context.guide.sources
    rows = [
        [
            sources[row.source].speaker,
            statement(context, row.account, [row.source]),
            spoken_period(sources[row.source].published),
        ]
        for row in context.guide["final-talk-accounts"].values()
    ]
    return table(
        context,
        "Accounts of the senior interviewer at the end",
        ["Who says it", "What they say", "Published"],
        rows,
        made_from=context.guide["final-talk-accounts"].all,
    )


def name_history(context: Context) -> Markup:
    """Block. What the two jobs were called over time, and how to read a text of that time."""
    rows = [
        [
            spoken_period(row.period),
            row.pm_side,
            row.marketing_side,
            statement(context, row.reading_tip, row.sources),
        ]
        for row in sorted(context.guide["name-history"].values(), key=lambda row: row.period)
    ]
    columns = [
        "When",
        "On the product side",
        "On the marketing side",
        "How to read a text of that time",
    ]
    return table(
        context, "Job names over time", columns, rows, made_from=context.guide["name-history"].all
    )


def transfer_rules(context: Context) -> Markup:
    """Block. Reported rules about moving inside the company, oldest first, misreports marked."""
    rows = sorted(context.guide["transfer-rules"].values(), key=lambda row: row.period or "9999")
    cells = [
        [
            spoken_period(row.period),
            context.render("rule_status.html", status=row.status),
            statement(context, row.rule, row.sources),
            row.means_for_you,
        ]
        for row in rows
    ]
    return table(
        context,
        "Rules about internal moves, as reported",
        ["When", "Status", "Rule", "For you"],
        cells,
        made_from=rows,
    )
