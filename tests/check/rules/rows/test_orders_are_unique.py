"""Rows that break `orders_are_unique`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import orders_are_unique

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "two stages in one place": (
        {"loops": [row("loops"), row("loops", id="other")]},
        "data/loops.yml:2: other / order\n"
        "    1 is already taken by 'a-stage'. Give each row its own number.",
    ),
    "two steps in one place": (
        {"ownership": [row("ownership"), row("ownership", id="other")]},
        "data/ownership.yml:2: other / order\n"
        "    1 is already taken by 'a-step'. Give each row its own number.",
    ),
    "two tasks of a phase in one place": (
        {"checklist": [row("checklist"), row("checklist", id="other", track="pm")]},
        "data/checklist.yml:2: other / order\n"
        "    1 is already taken by 'a-task'. Give each row its own number.",
    ),
    "two rows of a plan for one week": (
        {"study_plans": [row("study-plans"), row("study-plans", id="other")]},
        "data/study-plans.yml:2: other / week\n"
        "    1 is already taken by 'two-week-1'. Give each row its own number.",
    ),
    "two priorities in one place": (
        {"plan_priorities": [row("plan-priorities"), row("plan-priorities", id="other")]},
        "data/plan-priorities.yml:2: other / order\n"
        "    1 is already taken by 'a-priority'. Give each row its own number.",
    ),
    "two pairs in one place": (
        {"self_assessment": [row("self-assessment"), row("self-assessment", id="other")]},
        "data/self-assessment.yml:2: other / order\n"
        "    1 is already taken by 'a-pair'. Give each row its own number.",
    ),
    "two stages of a sale in one place": (
        {"sales_stages": [row("sales-stages"), row("sales-stages", id="other")]},
        "data/sales-stages.yml:2: other / order\n"
        "    1 is already taken by 'a-call'. Give each row its own number.",
    ),
}
GOOD: dict[str, Tables] = {
    "one place in each track, phase and plan": {
        "loops": [row("loops"), row("loops", id="other", track="pmm")],
        "checklist": [row("checklist"), row("checklist", id="other", phase="after")],
        "study_plans": [row("study-plans"), row("study-plans", id="other", weeks=4)],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(orders_are_unique, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(orders_are_unique, guide_of(tmp_path, **tables)) == []
