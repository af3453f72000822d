"""Pages that break `terms_have_one_spelling`, with what the writer reads, and pages that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.pages import terms_have_one_spelling
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import guide_of, page_of, row


@pytest.fixture
def spelt_guide(tmp_path: Path) -> Guide:
    terms = [
        row("glossary", term="go-to-market", not_written=["go to market", "GTM++"]),
        row("glossary", id="b", term="sign-on", not_written=["signing bonus"]),
        row("glossary", id="c", term="Other"),
    ]
    return guide_of(tmp_path, glossary=terms)


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("go to market", "go-to-market"),
        ("Go To Market", "go-to-market"),
        ("GTM++", "go-to-market"),
        ("signing bonus", "sign-on"),
        ("\u017figning bonus", "sign-on"),  # a letter that equals `s` when case is ignored
    ],
)
def test_another_spelling_of_a_term_is_reported(
    spelt_guide: Guide, written: str, term: str
) -> None:
    body = f"Text\n\nA ({written}) is here."
    assert page_reports(terms_have_one_spelling, spelt_guide, page_of(body)) == [
        f"8 | '{written}' is written '{term}' in this guide. | try:  {term}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The go-to-market plan and the sign-on",
        "`go to market`",
        "cargo to markets, assigning bonuses",
        "[[= term('b', text='signing bonus') =]]",
    ],
)
def test_the_spelling_of_the_guide_passes(spelt_guide: Guide, body: str) -> None:
    assert page_reports(terms_have_one_spelling, spelt_guide, page_of(body)) == []


def test_a_glossary_without_other_spellings_finds_nothing(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, glossary=[row("glossary")])
    assert page_reports(terms_have_one_spelling, guide, page_of("Any text")) == []
