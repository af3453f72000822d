"""How old a figure is, and how dates are spoken; never by the clock."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest
from guide.facts.freshness import (
    build_date,
    data_date,
    data_epoch,
    is_stale,
    last_checked,
    next_check_due,
    shelf_life_in_months,
    spoken_date,
    spoken_period,
)
from guide.rows.loading import Guide
from guide.view.context import Context
from guide.view.macros.evidence import page_sources

from tests.guides import guide_of, row


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (None, "no date shown"),
        ("2026", "2026"),
        ("2026-05", "May 2026"),
        ("2026-05-03", "May 3, 2026"),
        ("2017/2021", "2017 to 2021"),
        ("2024-12/2026-02-10", "December 2024 to February 10, 2026"),
        ("2025-10-08/2025-10-28", "October 8 to 28, 2025"),
        ("2025-09-29/2025-11-14", "September 29 to November 14, 2025"),
        ("2025-12-30/2026-01-02", "December 30, 2025 to January 2, 2026"),
    ],
)
def test_periods_are_spoken(period: str | None, shown: str) -> None:
    assert spoken_period(period) == shown


def test_days_are_spoken() -> None:
    assert spoken_date(dt.date(2026, 11, 3)) == "November 3, 2026"


@pytest.mark.parametrize(
    ("period", "today", "stale"),
    [
        ("2025-05", dt.date(2026, 11, 30), False),  # 548 days after the last day of May
        ("2025-05", dt.date(2026, 12, 1), True),
        ("2017/2021", dt.date(2026, 11, 20), True),
        (None, dt.date(2026, 11, 20), False),  # nobody can tell
        ("2026", dt.date(2026, 11, 20), False),
    ],
)
def test_a_pay_figure_is_stale_after_its_shelf_life(
    period: str | None, today: dt.date, stale: bool
) -> None:
    assert is_stale("compensation", period, today) is stale


def test_what_does_not_age_is_never_stale() -> None:
    assert not is_stale("glossary", None, dt.date(2099, 1, 1))
    assert shelf_life_in_months("compensation") == 18


def test_a_stale_figure_says_so_in_words(context: Context) -> None:
    assert "older than 18 months" in context.as_of("compensation", "2017/2021")
    assert "older than" not in context.as_of("compensation", "2026-10")


def test_today_is_the_newest_day_in_the_data_or_what_the_environment_says(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path, sources=[row("sources"), row("sources", id="b", retrieved="2026-11-22")]
    )
    assert data_date(guide) == dt.date(2026, 11, 22)
    assert build_date(guide, {}) == dt.date(2026, 11, 22)
    assert build_date(guide, {"SOURCE_DATE_EPOCH": "86400"}) == dt.date(1970, 1, 2)
    assert dt.datetime.fromtimestamp(data_epoch(guide), dt.UTC) == dt.datetime(
        2026, 11, 22, tzinfo=dt.UTC
    )


def test_a_page_was_checked_when_its_oldest_source_was(real_guide: Guide) -> None:
    sources = list(real_guide.sources.values())[:9]
    assert last_checked(sources) == min(source.retrieved for source in sources)
    assert last_checked([]) is None


def test_a_page_says_when_its_sources_are_read_again(context: Context) -> None:
    context.cite("ms-careers-culture")  # edited by its owner
    context.cite("bi-2023")  # printed once
    due = next_check_due(context.cited_sources())
    assert due == context.guide.sources["ms-careers-culture"].retrieved + dt.timedelta(days=183)
    assert f"Next check due {spoken_date(due)}." in visible(page_sources(context))
    context.today = due
    assert "Next check due" in visible(page_sources(context))
    context.today = due + dt.timedelta(days=1)
    said = visible(page_sources(context))
    assert f"The next check was due on {spoken_date(due)}" in said
    assert "Next check due" not in said


def test_a_page_without_sources_has_no_check_to_come(context: Context) -> None:
    assert next_check_due([]) is None
    assert "check due" not in visible(page_sources(context))


def visible(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))
