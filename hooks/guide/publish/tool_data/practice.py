"""The questions that practice draws from, and the text of each in a file of its own, fetched for the day's few."""

from __future__ import annotations

from typing import Any

from ...facts.labels import CATEGORIES, SCOPES
from ...facts.question_bank import rubric_of
from ...rows.loading import Guide
from ...rows.models import Question, QuestionRubric
from ...rows.models.study import LevelLines
from .cards import ByKey, question_words


def practice_list(guide: Guide) -> dict[str, Any]:
    """All that decides what is drawn: `questions` holds [id, track, category, competency, scope, is a warm-up]."""
    return {
        "competencies": {row.id: row.name for row in guide["competencies"].values()},
        "categories": dict(CATEGORIES),
        "scopes": dict(SCOPES),
        "questions": [
            [row.id, row.track, row.category, row.competency, row.scope]
            + [True] * (row.set == "warm-up")
            for row in guide["questions"].values()
        ],
    }


def practice_words(guide: Guide) -> ByKey:
    """The words on its card, what is asked next, the levels, and its rubrics by track."""
    cards = question_words(guide)
    return {
        row.id: cards[row.id]
        | {
            "followUps": row.follow_ups,
            "levels": _by_level(row.levels),
            "rubrics": {
                track: getattr(guide["competencies"][row.competency], track).model_dump()
                for track in _tracks(row)
            },
            "scores": {
                track: _scores(rubric)
                for track in _tracks(row)
                if (rubric := rubric_of(guide, track, row.category))
            },
        }
        for row in guide["questions"].values()
    }


def _tracks(row: Question) -> list[str]:
    return [track for track in ("pm", "pmm") if row.track in (track, "both")]


def _by_level(lines: LevelLines) -> dict[str, str]:
    """The lines by the number of their level: `61`."""
    return {name.removeprefix("at_"): line for name, line in lines.model_dump().items()}


def _scores(rubric: QuestionRubric) -> dict[str, Any]:
    """What a kind of question is judged by: the five levels in order, and what ends an answer."""
    return {
        "type": rubric.type,
        "levels": list(rubric.levels.model_dump().values()),
        "byLevel": _by_level(rubric.by_level),
        "redFlag": rubric.red_flag,
    }
