"""Charts: rows in, positions out. The components draw them as SVG at build time."""

from .drawing import LEFT, RIGHT
from .pay_by_level import pay_chart
from .post_themes import post_themes_chart
from .posted_ranges import posted_chart
from .rounds_by_source import rounds_chart

__all__ = ["LEFT", "RIGHT", "pay_chart", "post_themes_chart", "posted_chart", "rounds_chart"]
