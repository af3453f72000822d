"""A page's cards are the terms, claims and questions that it shows."""

from __future__ import annotations

from pathlib import Path

from guide.facts.flashcards import cards_by_page, cards_on
from guide.pages.calls import parse_calls
from guide.pages.page import Page
from guide.pages.reading import read_pages
from guide.rows.loading import Guide

from tests.guides import PROJECT, guide_of, row

PAGE = """---
title: "A page"
---

[[= term("b") =]] and [[= term("a") =]], then [[= term("b") =]] and [[= verdict("C002") =]].

[[= page_claims() =]]

[[= question_list(track="pm", category="strategy") =]]

[[= page_sources() =]]
"""


def guide_and_page(folder: Path, text: str) -> tuple[Guide, Page]:
    page = Page("page.md", "docs/page.md", text)
    parse_calls(page)
    guide = guide_of(
        folder,
        sources=[row("sources")],
        glossary=[row("glossary", id=key, term=key) for key in ("a", "b", "c")],
        claims=[row("claims", id="C001"), row("claims", id="C002", page="other.md")],
        questions=[
            row("questions", id="PM001"),
            row("questions", id="PM002", category="metrics"),
            row("questions", id="PM003", set="warm-up"),
            row("questions", id="PMM001", track="pmm"),
        ],
    )
    return guide, page


def test_each_card_is_listed_once_and_the_largest_kind_first(tmp_path: Path) -> None:
    guide, page = guide_and_page(tmp_path, PAGE)
    cards = ["term/b", "term/a", "claim/C002", "claim/C001", "question/PM001"]
    assert cards_on(guide, page) == cards
    assert cards_by_page(guide, [page]) == {"page.md": ("A page", cards)}


def test_a_page_that_shows_none_has_none(tmp_path: Path) -> None:
    guide, page = guide_and_page(
        tmp_path, "---\ntitle: A page\n---\n\nWords.\n\n[[= page_sources() =]]\n"
    )
    assert cards_on(guide, page) == []
    assert cards_by_page(guide, [page]) == {}


def test_every_card_of_the_real_pages_has_its_row(real_guide: Guide) -> None:
    tables = {"term": "glossary", "claim": "claims", "question": "questions"}
    decks = cards_by_page(real_guide, read_pages(PROJECT))
    for _, cards in decks.values():
        for kind, _, key in (card.partition("/") for card in cards):
            assert key in real_guide[tables[kind]]
    assert {f"term/{key}" for key in real_guide["glossary"]} == set(
        decks["reference/glossary.md"][1]
    )
    assert {f"claim/{key}" for key in real_guide.claims} == set(decks["reference/claims.md"][1])
    banks = [cards for path, (_, cards) in decks.items() if path.startswith("prepare/questions")]
    assert {f"question/{key}" for key in real_guide["questions"]} <= {
        card for cards in banks for card in cards
    }
