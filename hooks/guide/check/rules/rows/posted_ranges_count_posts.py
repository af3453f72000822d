"""A posted range counts the posts that print it correctly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import JobPost
from ....rows.problems import Problem

# Discipline, code, region, low, high, source.
Printed = tuple[str | None, str | None, str, int, int, str]


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Compares both ways, for disciplines and sources that job-posts.csv holds."""
    ranges = guide["posted-ranges"]
    printed = Counter(posted for post in guide["job-posts"].values() for posted in ranges_of(post))
    known = {(post.discipline, post.source) for post in guide["job-posts"].values()}
    seen = set()
    for row, place in ranges.with_places():
        key = (row.discipline, row.code, row.region, row.low, row.high, row.source)
        seen.add(key)
        if (row.discipline, row.source) in known and row.posts != printed[key]:
            message = f"{row.posts} is not the number of posts that print this range: job-posts.csv has {printed[key]}."
            yield ranges.problem(row, place, "posts", message, f"posts: {printed[key]}")
    yield from _missing(guide, seen)


def _missing(guide: Guide, seen: set[Printed]) -> Iterator[Problem]:
    posts = guide["job-posts"]
    for post, place in posts.with_places():
        if post.track == "other-marketing":
            continue  # other marketing is listed for scale, and only in part
        for key in ranges_of(post):
            if key not in seen:
                field = "us_low" if key[2] == "us" else "metro_low"
                message = (
                    f"{key[3]} to {key[4]} ({key[1]}) is in no row of posted-ranges.csv. Add one."
                )
                yield posts.problem(post, place, field, message)


def ranges_of(post: JobPost) -> Iterator[Printed]:
    """The ranges that a post prints with a code: the first code's, then the second's."""
    pairs = (
        (post.us_low, post.us_high, post.metro_low, post.metro_high),
        (post.second_us_low, post.second_us_high, post.second_metro_low, post.second_metro_high),
    )
    for code, (low, high, metro_low, metro_high) in zip(post.codes or (), pairs, strict=False):
        for region, ends in (("us", (low, high)), ("us-sf-nyc", (metro_low, metro_high))):
            if ends[0] is not None and ends[1] is not None:
                yield (post.discipline, code, region, ends[0], ends[1], post.source)
