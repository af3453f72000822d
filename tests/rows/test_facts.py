"""Facts about the whole guide: nothing that was researched is lost."""

from __future__ import annotations

import pytest
from guide.rows.loading import Guide

# The rows of the round-count table of the research, in its order: source, track, interviews in the loop, weeks.
ROUND_COUNTS = [
    ("hiretea-2026", (2, 4), (None, None)),
    ("exponent-pm-current", (4, 6), (None, None)),
    ("igotanoffer-pm", (4, 5), (4, 8)),
    ("prepfully-pm", (None, None), (4, 8)),
    ("rocketblocks-pm", (3, 5), (None, None)),
    ("productalliance-cheat", (4, 4), (4, 4)),
    ("interviewquery-pm", (None, None), (None, None)),
    ("productinterview-overview", (4, 6), (None, None)),
    ("productinterview-process", (4, 6), (None, None)),
    ("pmcopilot-pm", (4, 5), (None, None)),
    ("jobmentis-2026", (3, 3), (None, None)),
    ("verve-2025", (4, 6), (3, 8)),
    ("agashe-2020", (4, 4), (4, 8)),
    ("aspiringpm-newgrad", (4, 4), (None, None)),
    ("browngirl-2020", (5, 5), (None, None)),
    ("tylerbutler-2005", (7, 7), (None, None)),
    ("reviewed-article", (4, 5), (None, None)),
    ("sjm-marketing-to-pm", (3, 3), (None, None)),
]


@pytest.mark.parametrize(
    ("source", "rounds", "weeks"), ROUND_COUNTS, ids=[r[0] for r in ROUND_COUNTS]
)
def test_every_round_count_is_a_loop_report(
    real_guide: Guide, source: str, rounds: tuple[int | None, ...], weeks: tuple[int | None, ...]
) -> None:
    reports = [
        r for r in real_guide["loop-reports"].values() if r.source == source and r.track != "pmm"
    ]
    assert [((r.rounds_low, r.rounds_high), (r.weeks_low, r.weeks_high)) for r in reports] == [
        (rounds, weeks)
    ]


@pytest.mark.parametrize(
    ("table", "count"),
    [("claims", 99), ("questions", 149), ("glossary", 139), ("article-figures", 10)],
)
def test_nothing_that_was_researched_is_lost(real_guide: Guide, table: str, count: int) -> None:
    """More may come; rows leave only by way of retired-ids.yml."""
    retired = sum(row.table == table for row in real_guide["retired-ids"].values())
    assert len(real_guide[table]) + retired >= count


def test_the_claims_are_numbered_without_a_gap(real_guide: Guide) -> None:
    assert list(real_guide.claims)[:99] == [f"C{number:03}" for number in range(1, 100)]


def test_the_stages_of_the_pmm_loop_are_a_planning_model_unless_a_source_reports_them(
    real_guide: Guide,
) -> None:
    stages = [stage for stage in real_guide["loops"].values() if stage.track == "pmm"]
    assert stages
    assert any(stage.basis == "planning-model" for stage in stages)


def test_no_aggregate_shows_fewer_than_three_reports(real_guide: Guide) -> None:
    assert min(row.n for row in real_guide["pay-aggregates"].values()) >= 3


def test_merged_source_ids_stay_retired(real_guide: Guide) -> None:
    retired = {row.id: row.replaced_by for row in real_guide["retired-ids"].values()}
    assert (
        retired.items()
        >= {
            "bi-pay-2023": "bi-2023",
            "newsbytes-pay-2025": "bi-2025-newsbytes",
            "levels-note-zh": "ladder-old",
            "rora-pgm-pay": "teamrora",
        }.items()
    )
    tables = ("sources", "glossary", "questions", "prompt-packs")
    known = {key for table in tables for key in real_guide[table]}
    assert set(retired.values()) - {None} <= known


def test_no_two_sources_have_one_address(real_guide: Guide) -> None:
    urls = [row.url for row in real_guide.sources.values() if row.url]
    assert sorted({url for url in urls if urls.count(url) > 1}) == []
