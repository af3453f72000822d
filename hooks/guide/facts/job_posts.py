"""What pages show about job posts: the share that names a theme, the years required, how long a post is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from ..rows.loading import Guide
from ..rows.models import JobPost, PostAsksFor, PostTheme

# How a career stage code is read: individual contributors first, then managers.
CODE_ORDER = ("IC2", "IC3", "IC4", "IC5", "IC6", "M5", "M6")


@dataclass(frozen=True)
class ThemeShare:
    """How many of a track's coded posts ask for a theme; `rows` name the posts."""

    theme: PostTheme
    track: str
    required: int
    preferred: int
    n: int
    rows: tuple[PostAsksFor, ...]

    @property
    def count(self) -> int:
        """Posts that name it at all."""
        return self.required + self.preferred

    @property
    def percent(self) -> int:
        """The share in whole percent: decimals would claim more than so few posts can show."""
        return percent_of(self.count, self.n)


@dataclass(frozen=True)
class YearsByCode:
    """Years that posts of one discipline and code ask for, each as every value seen, in order."""

    track: str
    discipline: str
    code: str
    required: tuple[int, ...]
    with_master: tuple[int, ...]
    preferred: tuple[int, ...]
    posts: tuple[JobPost, ...]


def percent_of(part: int, whole: int) -> int:
    """Whole percent, halves upward."""
    return (200 * part + whole) // (2 * whole)


def coded_posts(guide: Guide, track: str) -> list[JobPost]:
    """The posts of a track whose qualifications were read for themes. Raises ValueError if there are none."""
    posts = [
        post
        for post in guide["job-posts"].values()
        if post.track == track and post.themes_coded == "yes"
    ]
    if not posts:
        raise ValueError(f"job-posts.csv has no coded post of the track '{track}'")
    return posts


def theme_share(guide: Guide, track: str, theme_id: str) -> ThemeShare:
    """How many of a track's posts ask for one theme."""
    posts = coded_posts(guide, track)
    ids = {post.id for post in posts}
    asking = [
        row
        for row in guide["job-post-themes"].values()
        if row.theme == theme_id and row.post in ids
    ]
    required = sum(row.requirement == "required" for row in asking)
    theme = guide["post-themes"][theme_id]
    return ThemeShare(theme, track, required, len(asking) - required, len(posts), tuple(asking))


def theme_shares(guide: Guide, track: str) -> list[ThemeShare]:
    """Every theme that was counted for a track, the most frequent first."""
    themes = [row.id for row in guide["post-themes"].values() if track in row.tracks]
    shares = [theme_share(guide, track, theme) for theme in themes]
    return sorted(shares, key=lambda share: -share.count)


def years_by_code(guide: Guide, tracks: Iterable[str]) -> list[YearsByCode]:
    """Years by discipline and code, in the order of `tracks`; posts that name no years are left out."""
    order = list(tracks)
    posts = [
        post
        for post in guide["job-posts"].values()
        if post.track in order and post.codes and post.required_years is not None
    ]
    posts.sort(key=lambda post: (order.index(post.track), *_place_of(post)))
    found = []
    for (track, _), of_code in groupby(posts, key=lambda post: (post.track, _place_of(post))):
        rows = tuple(of_code)
        found.append(
            YearsByCode(
                track,
                rows[0].discipline or "",
                " or ".join(rows[0].codes or ()),
                _seen(post.required_years for post in rows),
                _seen(post.required_years_with_master for post in rows),
                _seen(post.preferred_years for post in rows),
                rows,
            )
        )
    return found


def counting_product_years(guide: Guide, track: str) -> list[JobPost]:
    """The coded posts of a marketing track that count years in product management."""
    return [post for post in coded_posts(guide, track) if post.counts_product_years == "yes"]


def naming_travel(guide: Guide) -> list[JobPost]:
    """The posts that print how much of the time is travel."""
    return [post for post in guide["job-posts"].values() if post.travel]


def days_open(guide: Guide) -> list[int]:
    """From posting to the last day to apply, for each post that prints both."""
    return [
        (post.apply_until - post.posted).days
        for post in guide["job-posts"].values()
        if post.posted and post.apply_until
    ]


def median_days_open(guide: Guide) -> int:
    """The median of `days_open`, in whole days."""
    return round(median(days_open(guide)))


def _place_of(post: JobPost) -> tuple[str, tuple[int, ...]]:
    return post.discipline or "", tuple(map(CODE_ORDER.index, post.codes or ()))


def _seen(values: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(sorted({value for value in values if value is not None}))
