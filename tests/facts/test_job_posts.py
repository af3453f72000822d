"""What pages ask of the job posts: shares are counted from rows, and lead back to them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from guide.facts import job_posts
from guide.rows.loading import Guide
from guide.view.charts import post_themes_chart

from tests.guides import PROJECT, guide_of, row


def asks(post: str, theme: str = "storytelling", requirement: str = "required") -> dict[str, Any]:
    return row(
        "job-post-themes",
        id=f"{post}-{theme}",
        post=post,
        theme=theme,
        requirement=requirement,
    )


def guide_with(tmp_path: Path, posts: list[dict[str, Any]], **tables: Any) -> Guide:
    themes = [row("post-themes"), row("post-themes", id="ai", theme="AI")]
    return guide_of(tmp_path, job_posts=posts, post_themes=themes, **tables)


def test_a_share_counts_coded_posts_of_its_track_only(tmp_path: Path) -> None:
    posts = [
        row("job-posts", id="1"),
        row("job-posts", id="2"),
        row("job-posts", id="3"),
        row("job-posts", id="4", themes_coded="no"),
        row("job-posts", id="5", track="pmm"),
    ]
    rows = [asks("1"), asks("2", requirement="preferred"), asks("5")]
    share = job_posts.theme_share(
        guide_with(tmp_path, posts, job_post_themes=rows), "pm", "storytelling"
    )
    assert (share.required, share.preferred, share.n, share.percent) == (1, 1, 3, 67)
    assert [one.post for one in share.rows] == ["1", "2"]


def test_a_theme_that_no_post_names_is_zero_of_all(tmp_path: Path) -> None:
    share = job_posts.theme_share(guide_with(tmp_path, [row("job-posts")]), "pm", "ai")
    assert (share.count, share.n, share.percent) == (0, 1, 0)


def test_a_track_without_coded_posts_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no coded post of the track 'pmm'"):
        job_posts.theme_share(guide_with(tmp_path, [row("job-posts")]), "pmm", "ai")


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(11, 18, 61), (1, 8, 13), (0, 3, 0), (3, 3, 100)]
)
def test_a_share_is_given_in_whole_percent(part: int, whole: int, percent: int) -> None:
    assert job_posts.percent_of(part, whole) == percent


def test_years_keep_every_value_seen(tmp_path: Path) -> None:
    posts = [
        row("job-posts", id="1", preferred_years=8),
        row("job-posts", id="2", preferred_years=7),
        row("job-posts", id="3", codes="IC5", required_years=8),
        row("job-posts", id="4", codes="", us_low="", us_high="", metro_low="", metro_high=""),
    ]
    found = job_posts.years_by_code(guide_with(tmp_path, posts), ["pm", "pmm"])
    assert [(line.code, line.required, line.preferred) for line in found] == [
        ("IC4", (5,), (7, 8)),
        ("IC5", (8,), ()),
    ]


def test_a_post_without_a_last_day_is_not_counted_as_open(tmp_path: Path) -> None:
    posts = [row("job-posts", id="1"), row("job-posts", id="2", apply_until="")]
    assert job_posts.days_open(guide_with(tmp_path, posts)) == [8]


def test_a_post_without_travel_is_not_counted_as_one_without_trips(tmp_path: Path) -> None:
    posts = [row("job-posts", id="1", travel="0-25%"), row("job-posts", id="2", travel="")]
    assert [post.id for post in job_posts.naming_travel(guide_with(tmp_path, posts))] == ["1"]


def test_the_widest_gap_is_drawn_first_and_its_parts_add_up(real_guide: Guide) -> None:
    drawn = post_themes_chart(real_guide, ("pm", "pmm"))
    gaps = [abs(pm.percent - pmm.percent) for pm, pmm in drawn.shares]
    assert gaps == sorted(gaps, reverse=True)
    for line, theme_row in zip(drawn.shares, drawn.rows, strict=True):
        for share, bar in zip(line, theme_row.bars, strict=True):
            assert bar.start <= bar.required_to <= bar.end
            assert f"{share.count} of {share.n}" in bar.label


def test_each_count_leads_to_a_post_with_an_address_or_a_reason(real_guide: Guide) -> None:
    for post in real_guide["job-posts"].values():
        assert post.address or post.note or post.source == "posts-microsoft-ai-2025", post.id


# A share of one track held against the other's: "... against ...", with its theme and both tracks.
AGAINST = re.compile(
    r'theme_share\("(?P<theme>[a-z-]+)", track="(?P<one>pmm?)"\)[^.]*?\bagainst\s+'
    r'\[\[= theme_share\("(?P=theme)", track="(?P<other>pmm?)"\)'
)


def test_a_difference_that_a_page_tells_is_more_than_noise(real_guide: Guide) -> None:
    """Posts this few and one reader: the guide itself calls less than twenty points noise."""
    told = [
        (page.name, found["theme"], found["one"], found["other"])
        for page in sorted((PROJECT / "docs").rglob("*.md"))
        for found in AGAINST.finditer(page.read_text(encoding="utf-8"))
    ]
    assert len(told) > 3
    noise = [
        (page, theme)
        for page, theme, one, other in told
        if abs(points(real_guide, one, theme) - points(real_guide, other, theme)) < 20
    ]
    assert noise == []


def points(guide: Guide, track: str, theme: str) -> float:
    share = job_posts.theme_share(guide, track, theme)
    return 100 * share.count / share.n
