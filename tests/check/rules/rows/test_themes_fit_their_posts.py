"""Rows that break `themes_fit_their_posts`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from guide.check.rules.rows import themes_fit_their_posts

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row


def post_rows(**others: dict[str, Any]) -> Tables:
    """A post, a theme, and the row that counts it, with another row in place of some."""
    names = ("job_posts", "post_themes", "job_post_themes")
    return {name: [others.get(name, row(name.replace("_", "-")))] for name in names}


BROKEN: dict[str, tuple[Tables, str]] = {
    "a theme of a post that was not coded": (
        post_rows(job_posts=row("job-posts", themes_coded="no")),
        "data/job-post-themes.csv:2: 1800001-storytelling / post\n"
        "    '1800001' is not coded. Say yes in themes_coded of job-posts.csv.",
    ),
    "a theme of the other track": (
        post_rows(post_themes=row("post-themes", tracks=["pmm"])),
        "data/job-post-themes.csv:2: 1800001-storytelling / theme\n"
        "    'storytelling' is counted for pmm only; this post is pm.",
    ),
    "a theme counted twice": (
        post_rows(job_post_themes=row("job-post-themes"))
        | {"job_post_themes": [row("job-post-themes"), row("job-post-themes", id="again")]},
        "data/job-post-themes.csv:3: again / theme\n"
        "    'storytelling' is already counted for this post, by '1800001-storytelling'. Keep one row.",
    ),
}
GOOD: dict[str, Tables] = {
    "a theme of a field post": post_rows(job_posts=row("job-posts", track="field-pmm")),
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(themes_fit_their_posts, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(themes_fit_their_posts, guide_of(tmp_path, **tables)) == []
