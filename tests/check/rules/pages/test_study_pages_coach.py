"""Pages that break `study_pages_coach`, with what the writer reads, and pages that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.pages import study_pages_coach
from guide.check.voice import voice
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import guide_of, page_of

STUDY_PAGE = "roles/tried-here.md"
PLAIN = "Say what you decided. " * 20


def coached(guide: Guide, body: str, path: str = STUDY_PAGE) -> list[str]:
    """What a writer reads about a page, as "line | message", without the wording to try."""
    found = page_reports(study_pages_coach, guide, page_of(body, path=path))
    return [one.replace(f"docs/{path}:", "").split(" | try:")[0] for one in found]


@pytest.fixture
def empty(tmp_path: Path) -> Guide:
    return guide_of(tmp_path)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Expect a last, senior interview.\n\nPrepare each\ntalk.", "each talk"),
        ("## The final talk", "final talk"),
        ("Ask somebody on the team.", "somebody"),
        ("The list stands on [the loop](pm.md).", "stands"),
        ("Mend it before you send it.", "Mend"),
        ("The part that you answer for.", "you answer for"),
        ("Nobody has published it.", "Nobody has"),
        ("With a letter in your hand, go on.", "With a letter"),
    ],
)
def test_a_word_of_the_old_voice_is_reported_at_its_line(
    empty: Guide, body: str, found: str
) -> None:
    line = 6 + body[: body.index(found.split(maxsplit=1)[0])].count("\n")
    report = f"{line} | '{found}' is not how this guide speaks to a candidate."
    assert report in coached(empty, body)


@pytest.mark.parametrize(
    "body",
    [
        "Talk to one PM. You can talk about it. They talk between rounds.",
        "PM stands for product manager. Where do I stand? Let one thing stand out.",
        "Recommend a fix. Give your answer for each.",
        "A [talk](../loops/after.md#the-final-talk) and `somebody` in code.",
        'See [[= term("x", text="the final talk") =]].',
    ],
)
def test_words_that_mean_something_else_pass(empty: Guide, body: str) -> None:
    assert coached(empty, body) == []


def test_hedges_are_reported_once_they_are_more_than_one_in_twenty(empty: Guide) -> None:
    hedge = "\n\nHow it is scored is not known."
    assert coached(empty, PLAIN + hedge) == []
    message = "'not known' hedges or talks about the guide itself, as 2 of 22 sentences here do. Allowed: 1."
    assert coached(empty, PLAIN + hedge + hedge) == [f"8 | {message}", f"10 | {message}"]


def test_a_second_verdict_is_reported(empty: Guide) -> None:
    body = '[[= verdict("C001") =]]\n\n[[= verdict("C002") =]]\n\n[[= page_claims() =]]'
    message = "shows a verdict, and a study page has at most 1. The ledger holds them all."
    assert coached(empty, body) == [f"8 | {message}", f"10 | {message}"]


@pytest.mark.parametrize(
    "path",
    ["reference/claims.md", "contribute/style.md", "pay/article-figures.md", "pay/method.md"],
)
def test_pages_that_are_not_for_study_pass(empty: Guide, path: str) -> None:
    assert coached(empty, "Somebody. The verdict is not known. Nobody has shown it.", path) == []


def test_an_exempt_page_passes(monkeypatch: pytest.MonkeyPatch, empty: Guide) -> None:
    assert coached(empty, "Ask somebody.")
    monkeypatch.setitem(voice().listed, "exempt_pages", [STUDY_PAGE])
    assert coached(empty, "Ask somebody.") == []
