"""Rows that break `plans_hold_every_task`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import plans_hold_every_task

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "a task without a priority": (
        {
            "checklist": [row("checklist"), row("checklist", id="other", order=2)],
            "plan_priorities": [row("plan-priorities")],
        },
        "data/checklist.yml:2: other / id\n"
        "    no dated plan can schedule this task: add it to a row of data/plan-priorities.yml: "
        "tasks: [..., other]",
    ),
    "two rounds of a track in one place": (
        {
            "question_rubrics": [
                row("question-rubrics"),
                row("question-rubrics", id="other", categories=["strategy"]),
            ],
            "mock_rounds": [row("mock-rounds"), row("mock-rounds", id="other")],
        },
        "data/mock-rounds.yml:2: other / place\n"
        "    1 is already taken by 'a-rubric'. Give each round of a track its own number.",
    ),
}
GOOD: dict[str, Tables] = {
    "tasks that a plan can rank": {
        "checklist": [
            row("checklist"),
            row("checklist", id="a-case", order=2, rounds=["a-rubric"]),
            row("checklist", id="later", phase="after"),
        ],
        "plan_priorities": [row("plan-priorities")],
        "question_rubrics": [
            row("question-rubrics"),
            row("question-rubrics", id="other", track="pmm"),
        ],
        "mock_rounds": [row("mock-rounds"), row("mock-rounds", id="other")],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(plans_hold_every_task, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(plans_hold_every_task, guide_of(tmp_path, **tables)) == []
