"""Rows that break `posts_hold_together`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import posts_hold_together

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "a post that closed before it opened": (
        {"job_posts": [row("job-posts", apply_until="2025-10-01")]},
        "data/job-posts.csv:2: 1800001 / apply_until\n"
        "    '2025-10-01' is before '2025-10-08', the day it was posted.",
    ),
    "a second range without its code": (
        {"job_posts": [row("job-posts", second_us_low=1, second_us_high=2)]},
        "data/job-posts.csv:2: 1800001 / second_us_low\n"
        "    a second range belongs to a second code. Add the code to codes.",
    ),
    "two places swapped": (
        {"job_posts": [row("job-posts", metro_low=90000)]},
        "data/job-posts.csv:2: 1800001 / metro_low\n"
        "    90000 is below the US range, which starts at 100000. San Francisco and New York pay more. "
        "Are the two swapped?",
    ),
    "fewer years preferred than required": (
        {"job_posts": [row("job-posts", preferred_years=3)]},
        "data/job-posts.csv:2: 1800001 / preferred_years\n    3 is below the 5 required years.",
    ),
}
GOOD: dict[str, Tables] = {
    "a post with two codes and ranges": {
        "job_posts": [row("job-posts", codes="IC5;IC6", second_us_low=1, second_us_high=2)]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(posts_hold_together, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(posts_hold_together, guide_of(tmp_path, **tables)) == []
