"""The rounds of a mock interview: a list for all, and a file for each, fetched when a reader begins it."""

from __future__ import annotations

from typing import Any

from ...rows.loading import Guide
from ...rows.models import MockRound
from .cards import ByKey


def mock_list(guide: Guide) -> list[dict[str, Any]]:
    """One entry a round, in the order of rehearsal: id, track, type, minutes."""
    rubrics = guide["question-rubrics"]
    rows = sorted(guide["mock-rounds"].values(), key=lambda row: row.place)
    return [
        {
            "id": row.id,
            "track": rubrics[row.id].track,
            "type": rubrics[row.id].type,
            "minutes": row.minutes,
        }
        for row in rows
    ]


def mock_words(guide: Guide) -> ByKey:
    """What the interviewer says in each round, and the questions it may draw. The rubric comes with a question."""
    return {
        row.id: {
            "opening": row.opening,
            "marks": [mark.model_dump() for mark in row.marks],
            "curveballs": row.curveballs,
            "questions": _questions(guide, row),
        }
        for row in guide["mock-rounds"].values()
    }


def _questions(guide: Guide, row: MockRound) -> list[str]:
    """Of the bank alone: a warm-up is trivia, and no interviewer opens with it."""
    rubric = guide["question-rubrics"][row.id]
    return [
        question.id
        for question in guide["questions"].values()
        if question.category in rubric.categories
        and question.track in (rubric.track, "both")
        and question.set == "bank"
    ]
