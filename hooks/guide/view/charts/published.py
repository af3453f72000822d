"""The charts whose data readers can download."""

from __future__ import annotations

from collections.abc import Callable

from ...rows.loading import Guide
from .drawing import Chart
from .pay_by_level import pay_chart
from .post_themes import post_themes_chart
from .posted_ranges import posted_chart
from .rounds_by_source import rounds_chart

# In the order of the menu: the page that shows the picture, and how it is drawn.
DRAWN: tuple[tuple[str, str, Callable[[Guide], Chart]], ...] = (
    (
        "loops/side-by-side.md",
        "loop-reports",
        lambda guide: rounds_chart(guide["loop-reports"].values(), guide),
    ),
    (
        "roles/what-posts-ask-for.md",
        "job-post-themes",
        lambda guide: post_themes_chart(guide, ("pm",)).chart,
    ),
    (
        "roles/what-posts-ask-for.md",
        "job-post-themes",
        lambda guide: post_themes_chart(guide, ("pmm",)).chart,
    ),
    (
        "roles/what-posts-ask-for.md",
        "job-post-themes",
        lambda guide: post_themes_chart(guide, ("pm", "pmm")).chart,
    ),
    ("pay/posted-ranges.md", "posted-ranges", lambda guide: posted_chart(guide)[0]),
    ("pay/by-level.md", "compensation", lambda guide: pay_chart(guide, "pm", "total")),
    ("pay/by-level.md", "compensation", lambda guide: pay_chart(guide, "pm", "base")),
    ("pay/by-level.md", "compensation", lambda guide: pay_chart(guide, "pmm", "total")),
)


def published_charts(guide: Guide) -> list[tuple[str, Chart]]:
    """Each chart with the page that shows it; those whose table is empty are left out."""
    return [(page, draw(guide)) for page, table, draw in DRAWN if guide[table].all]
