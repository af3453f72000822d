"""Rows that break `references_resolve`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import references_resolve
from guide.rows.loading import load_guide

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row, write_tables

SOURCE = row("sources")
ACCOUNT = {"says": "Ten percent", "sources": ["a-source"]}
BROKEN: dict[str, tuple[Tables, str]] = {
    "unresolved source": (
        {"sources": [SOURCE], "questions": [row("questions", source="a-sorce")]},
        "data/questions.yml:1: PM001 / source\n"
        "    'a-sorce' is not in data/sources.yml. Allowed: a-source. Did you mean 'a-source'? "
        "Add its row there, or name another.",
    ),
    "unresolved source in a list": (
        {"sources": [SOURCE], "claims": [row("claims", evidence=["a-source", "zzz"])]},
        "data/claims.yml:1: C001 / evidence\n"
        "    'zzz' is not in data/sources.yml. Allowed: a-source. Add its row there, or name another.",
    ),
    "unresolved source in a CSV cell": (
        {"sources": [SOURCE], "levels": [row("levels", sources="a-source;b-source")]},
        "data/levels.csv:2: 64 / sources\n"
        "    'b-source' is not in data/sources.yml. Allowed: a-source. Did you mean 'a-source'? "
        "Add its row there, or name another.",
    ),
    "unresolved source of an unknown": (
        {"sources": [SOURCE], "unknowns": [row("unknowns", sources=["gone"])]},
        "data/unknowns.yml:1: a-gap / sources\n"
        "    'gone' is not in data/sources.yml. Allowed: a-source. Add its row there, or name another.",
    ),
    "unresolved source in a group": (
        {
            "sources": [SOURCE],
            "offer_facts": [
                row("offer-facts", conflict=[ACCOUNT, {"says": "x", "sources": ["gone"]}])
            ],
        },
        "data/offer-facts.yml:1: a-fact / conflict\n"
        "    'gone' is not in data/sources.yml. Allowed: a-source. Add its row there, or name another.",
    ),
    "unresolved claim": (
        {
            "sources": [SOURCE],
            "claims": [row("claims")],
            "mistakes": [row("mistakes", claims=["C001", "C010"])],
        },
        "data/mistakes.yml:1: a-mistake / claims\n"
        "    'C010' is not in data/claims.yml. Allowed: C001. Did you mean 'C001'? "
        "Add its row there, or name another.",
    ),
    "unresolved claim of a figure": (
        {"article_figures": [row("article-figures", claim="C999")]},
        "data/article-figures.csv:2: a-figure / claim\n"
        "    'C999' is not in data/claims.yml. Allowed: nothing. Add its row there, or name another.",
    ),
    "unresolved competency in a list": (
        {"story_map_example": [row("story-map-example", competencies=["delight"])]},
        "data/story-map-example.yml:1: a-story / competencies\n"
        "    'delight' is not in data/competencies.yml. Allowed: nothing. Add its row there, or name another.",
    ),
    "unresolved question": (
        {
            "sources": [SOURCE],
            "competencies": [row("competencies")],
            "worked_answers": [row("worked-answers", question="PM002")],
            "questions": [row("questions")],
        },
        "data/worked-answers.yml:1: an-answer / question\n"
        "    'PM002' is not in data/questions.yml. Allowed: PM001. Did you mean 'PM001'? "
        "Add its row there, or name another.",
    ),
    "unresolved task": (
        {"checklist": [row("checklist")], "study_plans": [row("study-plans", tasks=["a-tsk"])]},
        "data/study-plans.yml:1: two-week-1 / tasks\n"
        "    'a-tsk' is not in data/checklist.yml. Allowed: a-task. Did you mean 'a-task'? "
        "Add its row there, or name another.",
    ),
}
GOOD: dict[str, Tables] = {
    "references": {
        "sources": [SOURCE],
        "claims": [row("claims")],
        "mistakes": [row("mistakes", claims=["C001"])],
        "offer_facts": [row("offer-facts", conflict=[ACCOUNT, ACCOUNT])],
        "levels": [row("levels")],
        "unknowns": [row("unknowns")],
        "competencies": [row("competencies")],
        "questions": [row("questions")],
        "worked_answers": [row("worked-answers")],
        "story_map_example": [row("story-map-example")],
        "checklist": [row("checklist")],
        "study_plans": [row("study-plans")],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(references_resolve, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(references_resolve, guide_of(tmp_path, **tables)) == []


def test_a_row_that_its_model_refuses_is_not_reported_as_missing_too(tmp_path: Path) -> None:
    refused = row("sources", grade="sure")
    write_tables(tmp_path, sources=[refused], questions=[row("questions", source=refused["id"])])
    guide = load_guide(tmp_path)
    assert [problem.field for problem in guide.problems] == ["grade"]
    assert reports(references_resolve, guide) == []
