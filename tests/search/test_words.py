"""Words are compared without their spelling: endings, symbols, levels, hyphens, UK and US."""

from __future__ import annotations

import pytest
from guide.publish.search.words import fold, folded_words, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("behaviour", "behavior"),
        ("behavioural", "behavioral"),
        ("prioritise", "prioritize"),
        ("prioritisation", "prioritization"),
        ("programme", "program"),
        ("judgement", "judgment"),
        ("licence", "license"),
        ("negotiate", "negotiation"),
        ("stories", "story"),
        ("planning", "plan"),
        ("levels", "level"),
        ("bonuses", "bonus"),
    ],
)
def test_two_spellings_are_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("pm", "pmm"), ("ic4", "ic5"), ("base", "basis"), ("64", "640")),
        *(
            ("notes", "not"),
            ("plane", "plan"),
            ("site", "sits"),
            ("themes", "them"),
            ("paste", "past"),
        ),
        *(("billion", "bill"), ("mission", "miss"), ("some", "som"), ("care", "car")),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("401(k)", ["401k"]),
        ("401k", ["401k"]),
        ("P&L", ["pl"]),
        ("L64", ["level", "64"]),
        ("level64", ["level", "64"]),
        ("$274,000", ["274000"]),
        ("274K", ["274000"]),
        ("role-play", ["role", "play", "roleplay"]),
        ("Microsoft’s café", ["microsoft", "cafe"]),
        ("<b>&", ["b"]),
    ],
)
def test_text_becomes_words(text: str, expected: list[str]) -> None:
    assert folded_words(text) == expected


def test_folding_twice_changes_nothing() -> None:
    once = fold("L64, 401(k), Zoë’s P&L: $1,234")
    assert fold(once) == once


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Level 63 and L 64", "level 63 and level 64"),
        ("all 64, until 2025", "all 64 until 2025"),
        ("(Two) “eight” weeks.", "2 8 weeks"),
        ("We’ll ask: 401(k), $274,000 or A/B?", "well ask 401k 274000 or ab"),
        ("two-two in a naïve P&L…", "2 2 22 in a naive pl"),
        ("one.two,three", "one 2 3"),
    ],
)
def test_the_words_of_a_text_are_folded_in_their_order(text: str, words: str) -> None:
    assert folded_words(text) == words.split()
