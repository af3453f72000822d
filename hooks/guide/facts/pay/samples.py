"""How few reports are too few: the one rule for pages, charts and the calculator."""

from __future__ import annotations

# Below this, one person could be recognized, and one more report could move the figure anywhere.
FEWEST_SHOWN = 5
# Below this, a quartile is one person's pay.
FEWEST_FOR_A_SPREAD = 10


def is_shown(reports: int) -> bool:
    """Whether a figure is shown at all."""
    return reports >= FEWEST_SHOWN


def has_spread(reports: int) -> bool:
    """Whether more than the median is shown."""
    return reports >= FEWEST_FOR_A_SPREAD
