"""What the last-day pack prints beside a reader's own data: rounds, questions to ask, what changed at the company."""

from __future__ import annotations

from typing import Any

from ...facts.freshness import spoken_period
from ...rows.loading import Guide
from ...rows.models.base import period_end

# One question for each person whom a loop has, so that the list stays on one sheet.
INTERVIEWERS = ("hiring-manager", "peer", "cross-functional-partner", "recruiter")
QUESTIONS_EACH = 2


def last_day(guide: Guide) -> dict[str, Any]:
    """`rounds` and `ask` with their tracks; `changes` newest first, with their topics."""
    return {
        "competencies": {row.id: row.name for row in guide["competencies"].values()},
        "mock_rounds": {
            row.id: guide["question-rubrics"][row.id].type for row in guide["mock-rounds"].values()
        },
        "role_plays": {row.id: row.title for row in guide["role-plays"].values()},
        "rounds": _rounds(guide),
        "ask": _questions_to_ask(guide),
        "each": QUESTIONS_EACH,
        "changes": _changes(guide),
    }


def _rounds(guide: Guide) -> list[dict[str, str]]:
    return [
        {"track": row.track, "name": row.name, "want": row.in_brief.they_want}
        for row in sorted(guide["loops"].values(), key=lambda row: row.order)
        if row.in_brief
    ]


def _questions_to_ask(guide: Guide) -> list[dict[str, str]]:
    return [
        {"track": row.track, "whom": row.ask_whom, "question": row.question}
        for whom in INTERVIEWERS
        for row in guide["questions-to-ask"].values()
        if row.ask_whom == whom
    ]


def _changes(guide: Guide) -> list[dict[str, str]]:
    newest_first = sorted(
        guide["company-changes"].values(), key=lambda row: period_end(row.happened), reverse=True
    )
    return [
        {
            "topic": row.topic,
            "when": spoken_period(row.happened),
            "headline": row.headline,
            "means": row.means_for_you,
        }
        for row in newest_first
    ]
