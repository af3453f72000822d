"""Queries of the pay tables."""

from .arithmetic import YEARS_OF_GRANT, ceiling, restated_per_year
from .by_level import (
    AGGREGATE_TITLE,
    PayLine,
    aggregates,
    levels_by_band,
    newest_observations,
    pay_lines,
    track_pairs,
)
from .figures import find_figure
from .labels import REGION_LABEL, STATISTIC_LABEL, TRACK_LABEL, article_amount, article_label
from .negotiations import COUNTS as NEGOTIATION_COUNTS
from .negotiations import negotiation_tally
from .offers import OfferYear, careless_total, offer_years, plain_year
from .posted import (
    COLLECTION,
    FAMILIES,
    Edition,
    PostedBase,
    PostedPair,
    nearest_bases,
    percent_of_range,
    posted_bases,
    posted_pairs,
    range_editions,
)
from .samples import COUNTING_RULES, has_spread, is_shown

__all__ = [
    "AGGREGATE_TITLE",
    "COLLECTION",
    "COUNTING_RULES",
    "FAMILIES",
    "NEGOTIATION_COUNTS",
    "REGION_LABEL",
    "STATISTIC_LABEL",
    "TRACK_LABEL",
    "YEARS_OF_GRANT",
    "Edition",
    "OfferYear",
    "PayLine",
    "PostedBase",
    "PostedPair",
    "aggregates",
    "article_amount",
    "article_label",
    "careless_total",
    "ceiling",
    "find_figure",
    "has_spread",
    "is_shown",
    "levels_by_band",
    "nearest_bases",
    "negotiation_tally",
    "newest_observations",
    "offer_years",
    "pay_lines",
    "percent_of_range",
    "plain_year",
    "posted_bases",
    "posted_pairs",
    "range_editions",
    "restated_per_year",
    "track_pairs",
]
