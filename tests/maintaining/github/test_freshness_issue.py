"""Figures past their shelf life, and the one issue about them and about links."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from guide.rows.loading import Guide
from guide.rows.tables import TABLES

from maintaining.freshness import stale
from maintaining.freshness.__main__ import main as freshness
from maintaining.github.freshness import LONGEST, MARKER, TITLE, main
from tests.guides import guide_of, page_of, row
from tests.maintaining.github.fake_github import FakeGitHub

ISSUES = "repos/org/guide/issues"
ENV = {"GITHUB_REPOSITORY": "org/guide"}
OLD = "## Figures past their shelf life\n\n- `data/compensation.csv:10`: `a`.\n\n## Past it within 60 days\n\nNone.\n"
FRESH = "## Figures past their shelf life\n\nNone.\n\n## Past it within 60 days\n\n- `b`.\n"
WELL = "## Links that died\n\nNone.\n\n## Links that moved for good\n\n- `c`.\n"
DEAD = "## Links that died\n\n- `https://a.test/` `answers 404`.\n"
BOT = {"login": "github-actions[bot]"}


# Stale figures


@pytest.mark.parametrize("table", [t for t in TABLES if t.shelf_life_days], ids=lambda t: t.name)
def test_every_table_that_ages_has_the_field_that_dates_it(table: Any) -> None:
    assert table.dated_by in table.fields


LAST_FRESH_DAY = dt.date(2025, 1, 31) + dt.timedelta(days=548)  # of pay of January 2025


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Two old figures, one new, one that stays old for good, and a report without a date."""
    compensation = [
        row("compensation", id=name, as_of=as_of)
        for name, as_of in (("a", "2025-01"), ("b", "2025-01"), ("c", "2026-06"))
    ]
    return guide_of(
        tmp_path,
        sources=[row("sources")],
        compensation=compensation,
        pay_aggregates=[row("pay-aggregates", period="2017/2021")],
        loop_reports=[row("loop-reports", reported_on=None)],
    )


def test_figures_are_reported_from_the_day_after_their_last_fresh_one(guide: Guide) -> None:
    ageing = stale.ageing(guide, LAST_FRESH_DAY)
    assert [each for each in ageing if each.table.name == "compensation"] == []
    report = stale.report(guide, LAST_FRESH_DAY + dt.timedelta(days=1))
    assert (
        "- `data/compensation.csv:2`: `a` and 1 more, of January 2025. Fresh for 18 months"
        in report
    )
    assert "a-report" not in report, "without a date no one can tell"


def test_figures_that_can_be_renewed_come_before_those_that_stay_old(guide: Guide) -> None:
    report = stale.report(guide, LAST_FRESH_DAY + dt.timedelta(days=1))
    past, soon = report.split("## Past it")
    old = past.index("`data/pay-aggregates.csv:2`: `pm-64-old`, of 2017 to 2021")
    assert past.index("compensation") < old
    assert "None." in soon


def test_what_soon_becomes_stale_is_listed_separately(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path, sources=[row("sources")], compensation=[row("compensation", as_of="2025-01")]
    )
    past, soon = stale.report(guide, LAST_FRESH_DAY - dt.timedelta(days=10)).split("## Past it")
    assert "None." in past
    assert "`pm-64-total`" in soon


def test_pages_whose_check_is_due_are_reported_with_the_sources_to_read_again(
    tmp_path: Path,
) -> None:
    guide = guide_of(
        tmp_path,
        sources=[
            row("sources", id="edited", kind="interview-guide", retrieved="2026-01-01"),
            row("sources", id="printed", url="https://b.example/", retrieved="2026-01-01"),
            row("sources", id="new", url="https://c.example/", retrieved="2026-06-01"),
        ],
    )
    first = page_of('A [[= cite("printed", "edited") =]].', path="pay/a.md")
    other = page_of('B [[= cite("new") =]].', path="pay/b.md")
    half, year = dt.date(2026, 7, 3), dt.date(2027, 1, 1)
    assert "page" not in stale.report(guide, half, [first, other]).split("## Pages")[1][20:]
    report = stale.report(guide, half + dt.timedelta(days=1), [other, first])
    assert report.endswith(
        "## Pages whose check is due\n\n- `docs/pay/a.md`: due since July 3, 2026. Read again: `edited`.\n"
    )
    later = stale.report(guide, year + dt.timedelta(days=1), [other, first])
    assert "due since July 3, 2026. Read again: `printed`, `edited`.\n" in later
    assert "docs/pay/b.md" not in later


def test_the_command_keeps_its_report_and_never_fails_because_time_passes(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert freshness(["stale", "--root", str(project_copy)]) == 0
    said = capsys.readouterr().out
    assert "## Figures past their shelf life" in said
    assert (project_copy / "build/stale.md").read_text() + "\n" == said


def test_the_command_says_what_is_wrong_with_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert freshness(["stale", "--root", str(tmp_path)]) == 1
    assert "is missing" in capsys.readouterr().err


# The issue


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return tmp_path


def run(folder: Path, stale_report: str, links_report: str) -> int:
    (folder / "stale.md").write_text(stale_report)
    (folder / "links.md").write_text(links_report)
    return main(ENV, folder)


def test_one_issue_is_opened_updated_and_closed(github: FakeGitHub, reports: Path) -> None:
    github.set({ISSUES: []}, {})
    assert run(reports, OLD, WELL) == 0
    assert run(reports, OLD, WELL) == 0  # says it already
    assert run(reports, OLD, DEAD) == 0
    assert run(reports, FRESH, WELL) == 0
    assert [(method, path) for method, path, _ in github.written] == [
        ("POST", ISSUES),
        ("PATCH", f"{ISSUES}/7"),
        ("PATCH", f"{ISSUES}/7"),
    ]
    opened, updated, closed = (body for _, _, body in github.written)
    assert (opened["title"], opened["labels"]) == (TITLE, ["freshness"])
    assert opened["body"].startswith(MARKER)
    assert "`data/compensation.csv:10`" in opened["body"]
    assert "https://a.test/" in updated["body"]
    assert (closed["state"], closed["state_reason"]) == ("closed", "completed")


@pytest.mark.parametrize(("stale_report", "links_report"), [(FRESH, WELL), ("", "")])
def test_nothing_old_and_no_issue_is_silence(
    github: FakeGitHub, reports: Path, stale_report: str, links_report: str
) -> None:
    github.set({ISSUES: []}, {})
    assert run(reports, stale_report, links_report) == 0
    assert github.written == []


def test_an_issue_that_only_looks_like_ours_is_left_alone(
    github: FakeGitHub, reports: Path
) -> None:
    theirs = {"id": 1, "number": 1, "user": {"login": "stranger"}, "body": f"{MARKER}\nMine"}
    other = {"id": 2, "number": 2, "user": BOT, "body": None}
    github.set({ISSUES: [theirs, other]}, {})
    assert run(reports, OLD, WELL) == 0
    assert [method for method, _, _ in github.written] == ["POST"]


def test_a_long_list_is_cut_and_says_so(github: FakeGitHub, reports: Path) -> None:
    github.set({ISSUES: []}, {})
    run(reports, OLD + "- a line of the report\n" * 5000, WELL)
    body = github.written[0][2]["body"]
    assert LONGEST - 100 < len(body) < 65_536
    assert body.endswith("has it whole, as an artifact.")


def test_a_missing_report_and_a_refusal_are_reported(
    github: FakeGitHub, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ENV, reports) == 1
    assert "stale.md" in capsys.readouterr().err
    assert run(reports, OLD, WELL) == 1  # this GitHub has no such repository
    assert "HTTP 404" in capsys.readouterr().err
