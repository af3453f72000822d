"""Rows that break `answers_show_how_sure_they_are`, with what the contributor reads, and rows that pass."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

from pathlib import Path

from guide.check.rules.rows import answers_show_how_sure_they_are

from tests.check.rules.asking import page_reports
from tests.guides import guide_of, page_of, row


def test_an_answer_without_its_badge_is_reported(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, sources=[row("sources")], answers=[row("answers")])
    assert page_reports(answers_show_how_sure_they_are, guide, page_of("Three.")) == [
        "data/answers.yml:1: an-answer / page | docs/page.md does not show how sure this is. Put the badge after the "
        'answer. | try:  [[= certainty("an-answer") =]]'
    ]


def test_an_answer_with_its_badge_passes(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, sources=[row("sources")], answers=[row("answers")])
    shown = page_of('Three. [[= certainty("an-answer") =]]')
    assert page_reports(answers_show_how_sure_they_are, guide, shown) == []


def test_a_source_that_is_for_and_against_an_answer_is_reported(tmp_path: Path) -> None:
    both = row("answers", against=["a-source"])
    guide = guide_of(tmp_path, sources=[row("sources")], answers=[both])
    assert page_reports(
        answers_show_how_sure_they_are, guide, page_of('[[= certainty("an-answer") =]]')
    ) == [
        "data/answers.yml:1: an-answer / against | 'a-source' is listed in sources too. A source is either for or against the answer."
    ]
