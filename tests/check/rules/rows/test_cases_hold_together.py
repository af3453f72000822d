"""Rows that break `cases_hold_together`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.check.rules.rows import cases_hold_together

from tests.check.rules.asking import reports
from tests.guides import guide_of, page_of, row


def case_messages(root: Path, body: str, facts: int = 4, **answer: Any) -> list[str]:
    """What the rule about cases says of one page, for a case with so many facts and an answer."""
    guide = guide_of(
        root,
        cases=[row("cases")],
        case_facts=[row("case-facts", id=f"fact-{n}") for n in range(facts)],
        case_numbers=[row("case-numbers")],
        case_answers=[row("case-answers", **answer)],
    )
    return reports(cases_hold_together, guide, [page_of(body)])


CASE_CALL = 'x [[= case_file("a-case") =]]'


def test_a_case_that_its_page_does_not_show_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, 'x [[= case_file("another") =]]') == [
        "data/cases.yml:1: a-case / page\n"
        "    'page.md' does not show this case.\n"
        '    try:  [[= case_file("a-case") =]]'
    ]


def test_a_case_with_too_few_facts_to_hand_out_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, facts=3) == [
        "data/cases.yml:1: a-case / id\n    3 facts in case-facts.yml. Give at least 4."
    ]


def test_a_text_that_names_no_number_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, answer=["It costs {a-sum.prize}."]) == [
        "data/case-answers.yml:1: a-case-answer / answer\n"
        "    'a-sum' has no line 'prize'. Known: price."
    ]


def test_a_case_without_words_to_say_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, case="another") == [
        "data/cases.yml:1: a-case / say\n"
        "    No model answer and no `say`, so a reader never hears how a good answer sounds.\n"
        '    try:  say: "Between $0.80 and $4 a deal, by one partner\'s count."'
    ]


def test_a_complete_case_passes(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, answer=["It costs {a-sum.price}."]) == []
