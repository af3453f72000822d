"""Pages that break `question_banks_are_balanced`, with what the writer reads, and pages that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.pages import question_banks_are_balanced
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import guide_of, page_of, row

KINDS = ("strategy", "execution", "metrics", "technical", "behavioral")

BANK = page_of(
    '[[= question_index(track="pm") =]]\n\n'
    + "\n\n".join(f'[[= question_list(track="pm", category="{kind}") =]]' for kind in KINDS)
)


def bank_of(folder: Path, judged: tuple[str, ...] = KINDS, **counts: int) -> Guide:
    """A guide with 18 questions of each kind, or as many as `counts` says."""
    kinds = [kind for kind in KINDS for _ in range(counts.get(kind, 18))]
    rows = [row("questions", id=f"PM{n:03}", category=kind) for n, kind in enumerate(kinds)]
    rubric = row("question-rubrics", categories=list(judged))
    return guide_of(folder, questions=rows, question_rubrics=[rubric])


def test_a_complete_bank_passes(tmp_path: Path) -> None:
    assert page_reports(question_banks_are_balanced, bank_of(tmp_path), BANK) == []


def test_a_page_that_promises_no_bank_passes(tmp_path: Path) -> None:
    page = page_of("Words.")
    assert page_reports(question_banks_are_balanced, bank_of(tmp_path, strategy=1), page) == []


@pytest.mark.parametrize(
    ("counts", "report"),
    [
        (
            {"metrics": 17},
            "the bank of 'pm' has 89 questions, both tracks included. Allowed: 90 or more. | "
            "try:  Add rows to data/questions.yml.",
        ),
        (
            {"metrics": 5, "execution": 22, "strategy": 22, "technical": 22, "behavioral": 22},
            "'metrics' (Metrics) has 5 for 'pm'. Allowed: 6 or more. | "
            "try:  Add rows of this category, or move these to another.",
        ),
        (
            {"strategy": 26},
            "'strategy' (Strategy) has 26 of 98 for 'pm'. Allowed: a quarter. | "
            "try:  Add rows of other categories.",
        ),
    ],
)
def test_a_bank_out_of_balance_is_reported(
    tmp_path: Path, counts: dict[str, int], report: str
) -> None:
    assert page_reports(question_banks_are_balanced, bank_of(tmp_path, **counts), BANK) == [
        f"6 | {report}"
    ]


def test_a_kind_of_question_without_a_rubric_is_reported(tmp_path: Path) -> None:
    guide = bank_of(tmp_path, judged=KINDS[1:])
    assert page_reports(question_banks_are_balanced, guide, BANK) == [
        "6 | no rubric of 'pm' judges 'strategy' (Strategy). | "
        "try:  Name it in the categories of a row of data/question-rubrics.yml."
    ]


def test_a_question_that_no_page_shows_is_reported(tmp_path: Path) -> None:
    page = page_of(BANK.text.split("\n", 5)[5].rsplit("[[=", 1)[0])
    found = page_reports(question_banks_are_balanced, bank_of(tmp_path), page)
    assert len(found) == 18
    assert "no page shows the questions of 'behavioral' for 'pm'." in found[0]
    assert '[[= question_list(track="pm", category="behavioral") =]]' in found[0]
