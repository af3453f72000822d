"""Which page holds which cards, and the words of each: one small file a row, since a reader meets a few of hundreds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...facts.flashcards import cards_by_page
from ...facts.question_bank import rubric_of
from ...pages.links import page_url
from ...pages.page import Page
from ...rows.loading import Guide
from ...rows.models import Question, QuestionRubric
from ...rows.models.study import LevelLines
from .sources import source_facts

ByKey = dict[str, dict[str, Any]]


def deck_list(guide: Guide, pages: Iterable[Page]) -> list[dict[str, Any]]:
    """One deck a page: its address below the site without slashes around, its title, the ids of its cards."""
    return [
        {"page": page_url(path).strip("/"), "title": title, "cards": cards}
        for path, (title, cards) in cards_by_page(guide, pages).items()
    ]


def term_words(guide: Guide) -> ByKey:
    """Term and definition."""
    return {
        row.id: {"term": row.term, "definition": row.definition}
        for row in guide["glossary"].values()
    }


def claim_words(guide: Guide) -> ByKey:
    """The claim, its verdict, why, and the sources that bear on it."""
    return {
        row.id: {
            "claim": row.claim,
            "verdict": row.verdict,
            "why": row.note,
            "sources": [source_facts(guide, key) for key in row.evidence],
        }
        for row in guide.claims.values()
    }


def question_words(guide: Guide) -> ByKey:
    """The question, what a strong answer does, what is asked next, the levels, the source, and its rubrics by track."""
    return {
        row.id: {
            "text": row.question,
            "strong": row.strong_answer,
            "followUps": row.follow_ups,
            "levels": _by_level(row.levels),
            "source": source_facts(guide, row.source),
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
