"""How an offer is built: the published rules, and made-up offers that pages work through."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from ..base import (
    Confidence,
    Dollars,
    Group,
    LevelNumber,
    Period,
    Row,
    Slug,
    SourceIds,
    Text,
)


class WorkedOffer(Row):
    """An offer made up by us, inside the published ranges, to show the arithmetic."""

    id: Slug
    title: Text
    track: Literal["pm", "pmm"]
    level: LevelNumber
    base_per_year: Dollars
    bonus_percent_of_base: int = Field(ge=0, le=200, description="at target")
    bonus_percent_of_base_high: int = Field(ge=0, le=200, description="top of the bonus range")
    on_hire_stock_per_four_year_grant: Dollars
    annual_stock_per_five_year_grant: Dollars = Field(description="granted at the end of each year")
    sign_on_year_1: Dollars
    sign_on_year_2: Dollars
    note: Text


class OfferAmount(Group):
    """One number of an offer rule, for tables and the calculator."""

    name: Text
    value: Decimal
    unit: Literal[
        "years",
        "share-of-grant",
        "share-of-base",
        "share-of-target",
        "share-of-pay",
        "share-of-contribution",
        "discount",
        "USD",
    ]


class Account(Group):
    """One of several conflicting accounts of a rule."""

    says: Text
    sources: SourceIds


class OfferFact(Row):
    """A rule for how an offer is built. Conflicting accounts are listed side by side."""

    id: Slug
    fact: Text
    as_of: Period | None = None
    confidence: Confidence
    note: Text | None = None
    amounts: tuple[OfferAmount, ...] = ()
    conflict: tuple[Account, ...] = Field(default=(), description="at least two accounts, or none")
    sources: SourceIds
