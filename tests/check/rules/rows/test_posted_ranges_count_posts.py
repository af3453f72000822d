"""Rows that break `posted_ranges_count_posts`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import posted_ranges_count_posts

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

NO_METRO = {"metro_low": "", "metro_high": ""}
BROKEN: dict[str, tuple[Tables, str]] = {
    "a range with too many posts": (
        {
            "job_posts": [row("job-posts", **NO_METRO)],
            "posted_ranges": [row("posted-ranges", posts=2)],
        },
        "data/posted-ranges.csv:2: a-post / posts\n"
        "    2 is not the number of posts that print this range: job-posts.csv has 1.\n"
        "    try:  posts: 1",
    ),
    "a post whose range is in no row": (
        {"job_posts": [row("job-posts")], "posted_ranges": [row("posted-ranges", posts=1)]},
        "data/job-posts.csv:2: 1800001 / metro_low\n"
        "    130000 to 230000 (IC4) is in no row of posted-ranges.csv. Add one.",
    ),
}
GOOD: dict[str, Tables] = {
    "a range counted from its posts": {
        "job_posts": [row("job-posts"), row("job-posts", id="1800002")],
        "posted_ranges": [
            row("posted-ranges", posts=2),
            row("posted-ranges", id="m", region="us-sf-nyc", low=130000, high=230000, posts=2),
            row("posted-ranges", id="other", discipline="Product Design", posts=9),
        ],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(posted_ranges_count_posts, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(posted_ranges_count_posts, guide_of(tmp_path, **tables)) == []
