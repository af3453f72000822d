"""The data of plans with dates, besides tasks and questions: rounds to rehearse, and priorities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...facts.labels import CATEGORIES
from ...pages.links import address_below_site
from ...rows.loading import Guide
from ...rows.models import MockRound

SCORING = 10  # minutes after a mock interview, to score it
MOCKS_A_KIND = 2
MOCK_PAGE = "prepare/mock-interview.md"
# The interactive version of a case: its own page shows every fact at once.
CASE_PAGE = "prepare/case-room.md"


def plan_guide(guide: Guide) -> dict[str, Any]:
    """`kinds` in the order of rehearsal, `priorities`, what is special in `tasks`, `questions` by category.

    Warm-ups are trivia, and in no plan.
    """
    return {
        "kinds": _kinds(guide),
        "priorities": _priorities(guide),
        "tasks": _special_tasks(guide),
        "questions": [
            {"name": name, "ids": _in_bank(guide, category)}
            for category, name in CATEGORIES.items()
        ],
    }


def _kinds(guide: Guide) -> list[dict[str, Any]]:
    rubrics = guide["question-rubrics"]
    return [
        {
            "id": row.id,
            "track": rubrics[row.id].track,
            "name": rubrics[row.id].type,
            "trains": row.trains,
        }
        for row in _in_order(guide)
    ]


def _priorities(guide: Guide) -> list[dict[str, Any]]:
    return [
        {
            "track": row.track,
            "tasks": [f"task/{task}" for task in row.tasks],
            "rounds": row.rounds or 0,
            "eachWeak": row.each_weak or 0,
            "weakPercent": row.weak_percent or 0,
            "questionsPercent": row.questions_percent or 0,
        }
        for row in sorted(guide["plan-priorities"].values(), key=lambda row: row.order)
    ]


def _special_tasks(guide: Guide) -> dict[str, dict[str, Any]]:
    return {
        f"task/{row.id}": {
            "kinds": row.rounds,
            "isWhole": row.in_one_sitting,
            "isMockLoop": row.is_mock_loop,
        }
        for row in guide["checklist"].values()
        if row.rounds or row.in_one_sitting
    }


def _in_bank(guide: Guide, category: str) -> list[str]:
    questions = guide["questions"].values()
    return [row.id for row in questions if row.category == category and row.set == "bank"]


def round_list(guide: Guide) -> list[dict[str, Any]]:
    """The rounds of each kind, in the order of rehearsal."""
    return [session for row in _in_order(guide) for session in _rounds(guide, row.id)]


def _in_order(guide: Guide) -> list[MockRound]:
    return sorted(guide["mock-rounds"].values(), key=lambda row: row.place)


def _rounds(guide: Guide, kind: str) -> list[dict[str, Any]]:
    """Mocks and cases of a kind in turn, a mock first."""
    cases = list(_cases(guide, kind))
    mocks = list(_mocks(guide, kind))
    turns = [
        [*mocks[at : at + 1], *cases[at : at + 1]] for at in range(max(len(cases), len(mocks)))
    ]
    return [session for turn in turns for session in turn]


def _cases(guide: Guide, kind: str) -> Iterator[dict[str, Any]]:
    for case in guide["cases"].values():
        if case.question_type == kind:
            text, minutes = f"Case aloud: {case.title}", case.minutes + SCORING
            page = f"{address_below_site(CASE_PAGE)}#case={case.id}"
            yield _round(guide, kind, f"case/{case.id}", text, minutes, page)


def _mocks(guide: Guide, kind: str) -> Iterator[dict[str, Any]]:
    text = f"Mock interview against the clock: {guide['question-rubrics'][kind].type}"
    minutes = guide["mock-rounds"][kind].minutes + SCORING
    page = f"{address_below_site(MOCK_PAGE)}#round={kind}"
    for number in range(1, MOCKS_A_KIND + 1):
        yield _round(guide, kind, f"mock/{kind}/{number}", text, minutes, page)


def _round(guide: Guide, kind: str, key: str, text: str, minutes: int, page: str) -> dict[str, Any]:
    return {
        "kinds": [kind],
        "page": page,
        "track": guide["question-rubrics"][kind].track,
        "minutes": minutes,
        "id": key,
        "text": text,
    }
