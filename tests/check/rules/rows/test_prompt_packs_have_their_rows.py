"""Rows that break `prompt_packs_have_their_rows`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import prompt_packs_have_their_rows

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "interviewer whose questions no rubric judges": (
        {
            "prompt_packs": [row("prompt-packs")],
            "loops": [row("loops")],
            "questions": [row("questions")],
        },
        "data/prompt-packs.yml:1: a-pack / categories\n    No rubric of 'pm' judges 'strategy'.",
    ),
    "interviewer without questions": (
        {"prompt_packs": [row("prompt-packs")], "loops": [row("loops")]},
        "data/prompt-packs.yml:1: a-pack / categories\n"
        "    No question of 'strategy' is asked on the track 'pm'.",
    ),
    "interviewer of another track's round": (
        {
            "prompt_packs": [row("prompt-packs", stage="pmm-talk")],
            "loops": [row("loops"), row("loops", id="pmm-talk", track="pmm")],
            "questions": [row("questions")],
            "question_rubrics": [row("question-rubrics")],
        },
        "data/prompt-packs.yml:1: a-pack / stage\n"
        "    'pmm-talk' is not a round of 'pm'. Allowed: a-stage.",
    ),
    "interviewer that asks nothing": (
        {"prompt_packs": [row("prompt-packs", categories=[])], "loops": [row("loops")]},
        "data/prompt-packs.yml:1: a-pack / categories\n"
        "    An interviewer needs kinds of question, such as [behavioral, motivation].",
    ),
    "scorer that plays a round": (
        {"prompt_packs": [row("prompt-packs", kind="scorer")]},
        "data/prompt-packs.yml:1: a-pack / stage\n"
        "    A scorer plays no round. Leave out stage and categories.",
    ),
    "case partner without cases": (
        {
            "prompt_packs": [
                {
                    **row("prompt-packs", kind="case-partner", track="both", categories=[]),
                    "stage": None,
                }
            ]
        },
        "data/prompt-packs.yml:1: a-pack / track\n"
        "    No case in cases.yml has the track 'both'. Allowed: pm, pmm.",
    ),
}
GOOD: dict[str, Tables] = {
    "interviewer with its round, rubric and questions": {
        "prompt_packs": [row("prompt-packs")],
        "loops": [row("loops")],
        "questions": [row("questions")],
        "question_rubrics": [row("question-rubrics")],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(prompt_packs_have_their_rows, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(prompt_packs_have_their_rows, guide_of(tmp_path, **tables)) == []
