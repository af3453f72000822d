"""Made-up offers that pages work through."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..base import Dollars, LevelNumber, Row, Slug, Text


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
