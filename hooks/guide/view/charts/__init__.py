"""Pictures: rows in, positions out. The components draw them as SVG at build time."""

from .asked_in_posts import asked_chart
from .drawing import LEFT, RIGHT
from .pay_by_level import pay_chart
from .posted_ranges import posted_chart
from .rounds_by_source import rounds_chart

__all__ = ["LEFT", "RIGHT", "asked_chart", "pay_chart", "posted_chart", "rounds_chart"]
