"""Pages that break `facts_are_cited`, with what the writer reads, and pages that pass."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

import pytest
from guide.check.rules.pages import facts_are_cited
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import page_of

UNCITED = " states a fact and has no source in its paragraph. | try:  Add cite(), or a macro that brings its source. If it needs none, say why in hooks/guide/check/uncited.yml."


@pytest.mark.parametrize(
    ("body", "line", "start"),
    [
        ("Microsoft publishes its levels.", 6, "Microsoft publishes its levels."),
        (
            "Plan well.\n\nMost interviewers ask about\none failure.",
            8,
            "Most interviewers ask about one failure.",
        ),
        ("- Ask.\n- The recruiter sends two names.", 7, "The recruiter sends two names."),
        ("Senior levels are 63 and 64.", 6, "Senior levels are 63 and 64."),
        (
            '[[= term("base", text="Base") =]] and bonus are yearly.',
            6,
            "Base and bonus are yearly.",
        ),
        ("A [loop](loop.md) has five rounds.", 6, "A loop has five rounds."),
        (
            'First [[= cite("a") =]].\n\nYour interviewers score each answer.',
            8,
            "Your interviewers score each answer.",
        ),
    ],
)
def test_a_fact_without_a_source_is_reported(
    real_guide: Guide, body: str, line: int, start: str
) -> None:
    assert page_reports(facts_are_cited, real_guide, page_of(body)) == [
        f"{line} | '{start}'{UNCITED}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        'Microsoft publishes its levels [[= cite("a") =]].',
        'Microsoft publishes its levels. They grew in 2025 [[= cite("a") =]].',
        "Ask your recruiter which levels are open.",
        "The recruiter may send two names.",
        "Does the loop have five rounds?",
        "If the interviewer asks twice, stop.",
        '"Microsoft is a place to learn."',
        "What Microsoft asks is not public.",
        "# Microsoft publishes its levels.",
        "Cats are yearly.",
        "`Microsoft publishes its levels.`",
    ],
)
def test_advice_questions_and_sourced_facts_pass(real_guide: Guide, body: str) -> None:
    assert page_reports(facts_are_cited, real_guide, page_of(body)) == []


def test_an_exception_that_nobody_needs_is_reported(
    real_guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = {"page.md": frozenset({"Microsoft sleeps.", "Microsoft is large."})}
    monkeypatch.setattr("guide.check.rules.pages.facts_are_cited.reviewed", lambda: listed)
    assert page_reports(facts_are_cited, real_guide, page_of("Microsoft is large.")) == [
        "1 | 'Microsoft sleeps.' is accepted in hooks/guide/check/uncited.yml, and this page does not hold it. Take it off that list."
    ]
