"""Macros about negotiating an offer."""

from __future__ import annotations

from typing import get_args

from markupsafe import Markup

from ....facts import pay
from ....facts.wording import dollars, listed, words
from ....rows.models import NegotiationAccount
from ....rows.models.pay.negotiation import NegotiationTopic
from ...context import Context
from ..evidence import choice
from ..tables import Cell, dated, table

ASKED_BY = {
    "asking": "without another offer",
    "other-offer": "with another offer",
    "late-stage-elsewhere": "while late in another loop",
    "declining": "by declining",
}


def negotiation_count(context: Context, what: str) -> Markup:
    """Inline. How many accounts gained, were refused or moved a part: `11 of 18`."""
    tally = pay.negotiation_tally(context.guide, choice("count", what, pay.NEGOTIATION_COUNTS))
    return context.render("share.html", part=tally.part, whole=tally.whole)


def offer_place(context: Context, offer_id: str, *, range_id: str) -> str:
    """Inline. How far up a posted range the base of a made-up offer is: `55%`."""
    offer = context.guide["worked-offers"][offer_id]
    posted = context.guide["posted-ranges"][range_id]
    return f"{pay.percent_of_range(offer.base_per_year, posted)}%"


def offer_year(context: Context, offer_id: str, *, year: int) -> str:
    """Inline. What one year of a made-up offer pays in all: `$253,000`."""
    offer = context.guide["worked-offers"][offer_id]
    years = {paid.year: paid for paid in pay.offer_years(offer)}
    return dollars(years[choice("year", year, years)].total)


def offer_floor(context: Context, offer_id: str) -> str:
    """Inline. A year of a made-up offer without sign-on and annual awards, which are not promised: `$209,000`."""
    return dollars(pay.plain_year(context.guide["worked-offers"][offer_id]))


def negotiation_accounts(context: Context) -> Markup:
    """Block. Every account, folded, newest first: who asked and how, and what came of it."""
    accounts: list[NegotiationAccount] = sorted(
        context.guide["negotiation-accounts"].values(), key=lambda row: row.date, reverse=True
    )
    rows: list[list[Cell]] = [
        [
            f"{row.who}{f', level {row.level}' if row.level else ''}",
            ASKED_BY[row.asked_by],
            words(row.outcome),
            listed(row.moved) if row.moved else "–",
            row.what,
            dated(context, "negotiation-accounts", row.date, row.source),
        ]
        for row in accounts
    ]
    columns = ["Who", "Asked", "Outcome", "What moved", "What happened", "Date and source"]
    caption = "Candidates who asked Microsoft for more"
    listing = table(context, caption, columns, rows, made_from=None)
    sources = list(dict.fromkeys(row.source for row in accounts))
    summary = f"All {len(accounts)} accounts"
    return context.render(
        "folded_rows.html", summary=summary, listing=listing, rows=accounts, sources=sources
    )


def negotiation_facts(context: Context, *, topic: str) -> Markup:
    """Block. What is known on one topic, each with its date, confidence and sources.

    Raises ValueError for a topic without rows.
    """
    choice("topic", topic, get_args(NegotiationTopic))
    rows = [row for row in context.guide["negotiation-facts"].values() if row.topic == topic]
    if not rows:
        raise ValueError(f"negotiation-facts.yml has no row with the topic '{topic}'")
    return context.render("negotiation_facts.html", facts=rows)


def negotiation_script(context: Context, script_id: str) -> Markup:
    """Block. Words to say, with a button to copy them, and why they work."""
    return context.render(
        "negotiation_script.html", script=context.guide["negotiation-scripts"][script_id]
    )
