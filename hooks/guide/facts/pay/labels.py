"""Display names of pay on pages."""

from __future__ import annotations

from ...rows.models import ArticleFigure
from ..wording import dollars

TRACK_LABEL = {
    "pm": "product managers",
    "pmm": "marketing, all roles (no PMM-only figures by level exist)",
}
REGION_LABEL = {
    "us": "US",
    "us-main": "US, main range",
    "us-sf-nyc": "San Francisco and New York",
    "worldwide": "Worldwide",
}
PER_LABEL = {
    "year": "a year",
    "four-year-grant": "over a four-year grant",
    "five-year-grant": "over a five-year grant",
    "once": "once",
    "year-plus-four-year-grant": "one year of base plus four years of stock",
    "unstated": "period not stated",
}
STATISTIC_LABEL = {
    "median": "median",
    "average": "average",
    "not-stated": "average or median, not stated",
    "highest": "highest reported",
    "guideline-bottom": "bottom of a leaked guideline",
    "guideline-top": "top of a leaked guideline",
    "p10": "10th percentile",
    "p25": "lower quartile",
    "p75": "upper quartile",
    "p90": "90th percentile",
    "range": "range",
}


def article_label(row: ArticleFigure) -> str:
    """`Senior PM, level 64: base`."""
    track = {"pm": "PM", "pmm": "PMM", "both": "PM and PMM"}[row.track]
    return f"{track}, {f'level {row.level}' if row.level else 'senior'}: {row.metric}"


def article_amount(row: ArticleFigure) -> str:
    """The article's figure with what it is per."""
    amount = (
        dollars(row.low) if row.low == row.high else f"{dollars(row.low)} to {dollars(row.high)}"
    )
    return f"{amount}, {PER_LABEL[row.per]}"
