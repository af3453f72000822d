"""How the old reports were counted, and the smallest samples shown: one rule for pages, charts and the calculator."""

from __future__ import annotations

from ..wording import dollars

# Below this, one person could be recognized, and one more report could move the figure anywhere.
FEWEST_SHOWN = 5
# Below this, a quartile is one person's pay.
FEWEST_FOR_A_SPREAD = 10
# Below this, a cell is left out.
FEWEST_IN_A_CELL = 3
# How far the parts of a report may differ from its total.
GAP, GAP_PERCENT = 5_000, 5
# A cell without a spread is rounded more coarsely.
ROUNDED_TO, FEW_ROUNDED_TO = 100, 1_000
# The numbers of the method that a page may show, by name.
COUNTING_RULES = {
    "gap": dollars(GAP),
    "gap-percent": str(GAP_PERCENT),
    "rounded-to": dollars(ROUNDED_TO),
    "few-rounded-to": dollars(FEW_ROUNDED_TO),
    "fewest-shown": str(FEWEST_SHOWN),
    "fewest-for-a-spread": str(FEWEST_FOR_A_SPREAD),
    "fewest-in-a-cell": str(FEWEST_IN_A_CELL),
}


def is_shown(reports: int) -> bool:
    """Whether a figure is shown at all."""
    return reports >= FEWEST_SHOWN


def has_spread(reports: int) -> bool:
    """Whether more than the median is shown."""
    return reports >= FEWEST_FOR_A_SPREAD
