"""Questions that pages ask of the pay tables."""

from .arithmetic import YEARS_OF_GRANT, ceiling, restated_per_year
from .by_level import (
    AGGREGATE_TITLE,
    aggregates,
    levels_by_band,
    newest_observations,
    pay_lines,
    track_pairs,
)
from .figures import find_figure
from .labels import REGION_LABEL, STATISTIC_LABEL, TRACK_LABEL, article_amount, article_label
from .offers import careless_total, offer_years

__all__ = [
    "AGGREGATE_TITLE",
    "REGION_LABEL",
    "STATISTIC_LABEL",
    "TRACK_LABEL",
    "YEARS_OF_GRANT",
    "aggregates",
    "article_amount",
    "article_label",
    "careless_total",
    "ceiling",
    "find_figure",
    "levels_by_band",
    "newest_observations",
    "offer_years",
    "pay_lines",
    "restated_per_year",
    "track_pairs",
]
