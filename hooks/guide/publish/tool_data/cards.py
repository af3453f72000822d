"""Which page holds which cards, and the words of each: one small file a row, since a reader meets a few of hundreds."""

from __future__ import annotations

from typing import Any

from ...facts.flashcards import cards_by_page
from ...pages.links import page_url
from ...rows.loading import Guide
from .sources import source_facts

ByKey = dict[str, dict[str, Any]]


def deck_list(guide: Guide) -> list[dict[str, Any]]:
    """One deck a page: its address below the site without slashes around, its title, the ids of its cards."""
    return [
        {"page": page_url(path).strip("/"), "title": title, "cards": cards}
        for path, (title, cards) in cards_by_page(guide).items()
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
    """The question, what a strong answer does, the source, and by track the rubric of its competency."""
    return {
        row.id: {
            "text": row.question,
            "strong": row.strong_answer,
            "source": source_facts(guide, row.source),
            "rubrics": {
                track: getattr(guide["competencies"][row.competency], track).model_dump()
                for track in ("pm", "pmm")
                if row.track in (track, "both")
            },
        }
        for row in guide["questions"].values()
    }
