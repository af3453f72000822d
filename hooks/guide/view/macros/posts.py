"""Macros about what Microsoft's job posts ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from markupsafe import Markup

from ...facts import job_posts
from ...facts.freshness import spoken_date
from ...facts.job_posts import ThemeShare
from ...facts.wording import listed
from ...rows.models import JobPost
from ...rows.models.posts import Travel
from ..charts import post_themes_chart
from ..context import Context
from .evidence import choice
from .tables import Cell, table

CODED_TRACKS = ("pm", "pmm", "field-pmm")
CHART_TRACKS = {"pm": ("pm",), "pmm": ("pmm",), "both": ("pm", "pmm")}
TRACK_NAMES = {
    "pm": "PM",
    "pmm": "PMM",
    "field-pmm": "Field PMM",
    "other-marketing": "Other marketing",
}


def coded_posts(context: Context, *, track: str) -> str:
    """Inline. How many posts of a track were read for what they ask: `39`."""
    choice("track", track, CODED_TRACKS)
    return str(len(job_posts.coded_posts(context.guide, track)))


def theme_share(context: Context, theme: str, *, track: str) -> Markup:
    """Inline. How many of a track's posts ask for a theme: `29 of 39`."""
    choice("track", track, CODED_TRACKS)
    share = job_posts.theme_share(context.guide, track, theme)
    return context.render("share.html", part=share.count, whole=share.n)


def posts_counting_product_years(context: Context, *, track: str) -> Markup:
    """Inline. How many marketing posts count years in product management: `5 of 18`."""
    choice("track", track, CODED_TRACKS)
    part = len(job_posts.counting_product_years(context.guide, track))
    whole = len(job_posts.coded_posts(context.guide, track))
    return context.render("share.html", part=part, whole=whole)


def posts_with_travel(context: Context, travel: str) -> Markup:
    """Inline. How many of the posts that print an amount of travel print this one: `68 of 68`."""
    posts = job_posts.naming_travel(context.guide)
    choice("travel", travel, get_args(Travel))
    part = sum(post.travel == travel for post in posts)
    return context.render("share.html", part=part, whole=len(posts))


def days_open(context: Context) -> str:
    """Inline. How long a post takes applications: `half of 55 posts closed within 8 days`."""
    days = job_posts.days_open(context.guide)
    return (
        f"half of {len(days)} posts closed within {job_posts.median_days_open(context.guide)} days"
    )


def post_themes(context: Context, *, track: str) -> Markup:
    """Block. What posts ask for as a picture, the required part filled, and the same data as a table."""
    choice("track", track, CHART_TRACKS)
    drawn = post_themes_chart(context.guide, CHART_TRACKS[track])
    columns = ["Theme", "What counts"]
    for share in drawn.shares[0]:
        name = TRACK_NAMES[share.track]
        columns += [f"{name}: required", f"{name}: preferred only", f"{name}: share of {share.n}"]
    rows = [_theme_cells(line) for line in drawn.shares]
    data = table(context, f"{drawn.chart.title}: the data", columns, rows, made_from=None)
    return context.render("post_themes_chart.html", chart=drawn.chart, rows=drawn.rows, data=data)


def _theme_cells(line: Sequence[ThemeShare]) -> list[Cell]:
    cells: list[Cell] = [line[0].theme.theme, line[0].theme.means]
    for share in line:
        cells += [str(share.required), str(share.preferred), f"{share.percent}%"]
    return cells


def years_by_code(context: Context) -> Markup:
    """Block. The years that posts require and prefer, by track and code."""
    found = job_posts.years_by_code(context.guide, CODED_TRACKS)
    columns = [
        "Code",
        "Discipline",
        "Required",
        "Required with a Master's",
        "Preferred",
        "Posts",
    ]
    return table(
        context,
        "Years of experience by code",
        columns,
        [_years_cells(line) for line in found],
        made_from=[post for line in found for post in line.posts],
    )


def _years_cells(line: job_posts.YearsByCode) -> list[Cell]:
    return [
        f"{TRACK_NAMES[line.track]} {line.code}",
        line.discipline,
        _years(line.required),
        _years(line.with_master),
        _years(line.preferred),
        str(len(line.posts)),
    ]


def _years(values: Sequence[int]) -> str:
    return f"{listed([str(value) for value in values])}" if values else "–"


def job_post_list(context: Context, *, track: str) -> Markup:
    """Block. Every post of a track behind the counts, folded: its code, its day, what was read, its address as text."""
    choice("track", track, TRACK_NAMES)
    posts = [post for post in context.guide["job-posts"].values() if post.track == track]
    columns = ["Post", "Code", "Posted", "For", "What we read", "Address when it was open"]
    caption = f"{TRACK_NAMES[track]} posts"
    listing = table(context, caption, columns, [_post_cells(p) for p in posts], made_from=None)
    summary = f"All {len(posts)} posts: {TRACK_NAMES[track]}"
    sources = list(dict.fromkeys(post.source for post in posts))
    return context.render(
        "folded_rows.html", summary=summary, listing=listing, rows=posts, sources=sources
    )


def _post_cells(post: JobPost) -> list[Cell]:
    return [
        post.title,
        " or ".join(post.codes or ()) or "not shown",
        spoken_date(post.posted) if post.posted else "no date shown",
        post.area or "–",
        post.text_read,
        (post.address or "not shown").removeprefix("https://"),
    ]
