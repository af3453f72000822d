"""Macros about the parts of an offer and their arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ....facts.pay import OfferYear, careless_total, offer_years
from ....facts.wording import dollars
from ....rows.models import WorkedOffer
from ...context import Context
from ..tables import Cell, table


def offer_facts(context: Context) -> Markup:
    """Block. The rules by which an offer is built, conflicting accounts side by side."""
    return context.render("offer_facts.html", facts=list(context.guide["offer-facts"].values()))


def worked_offer(context: Context, offer_id: str) -> Markup:
    """Block. A made-up offer, year by year, with the careless total beside the true ones."""
    offer = context.guide["worked-offers"][offer_id]
    years = offer_years(offer)
    data = table(
        context,
        f"{offer.title}: made up by us, before tax, share price unchanged",
        ["Part", *(f"Year {year.year}" for year in years)],
        _offer_cells(offer, years),
        kind="offer",
        made_from=[offer],
    )
    average = sum(year.total for year in years) // len(years)
    return context.render(
        "worked_offer.html", offer=offer, data=data, average=average, careless=careless_total(offer)
    )


def _offer_cells(offer: WorkedOffer, years: Sequence[OfferYear]) -> list[list[Cell]]:
    parts = {
        "Base": "base",
        f"Bonus at target, {offer.bonus_percent_of_base}% of base": "bonus",
        "On-hire stock, a quarter of the grant": "on_hire_stock",
        "Annual awards, a fifth of each past award": "annual_stock",
        "Sign-on": "sign_on",
        "Together": "total",
    }
    return [
        [label, *(dollars(getattr(year, name)) for year in years)] for label, name in parts.items()
    ]
