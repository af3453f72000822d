"""Which page holds which cards, and the words of each: one small file a row, since a reader meets a few of hundreds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...facts.flashcards import cards_by_page
from ...pages.links import page_url
from ...pages.page import Page
from ...rows.loading import Guide
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
    """The question, what a strong answer does, and the source. What the practice needs besides is in `practice.py`."""
    return {
        row.id: {
            "text": row.question,
            "strong": row.strong_answer,
            "source": source_facts(guide, row.source),
        }
        for row in guide["questions"].values()
    }
