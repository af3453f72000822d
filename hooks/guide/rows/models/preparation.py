"""Choosing, planning and asking."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .base import DocsPage, References, Row, Slug, SourceIds, Text, TrackName

# Rows arrive as text, and a Literal of numbers takes numbers only.
PlanLength = Annotated[
    Literal[2, 4, 8], BeforeValidator(lambda text: int(text) if str(text).isdecimal() else text)
]
TaskId = Annotated[Slug, References("checklist")]
Phase = Literal["understand", "gather", "practice", "final-week", "after"]
FaqTopic = Literal["choosing", "loops", "pay", "preparing", "moving", "evidence"]


class ChecklistTask(Row):
    """One task of the preparation checklist."""

    id: Slug
    phase: Phase
    order: int = Field(ge=1)
    track: TrackName
    task: Text
    minutes: int = Field(ge=5, le=480)
    done_when: Text
    page: DocsPage
    when_short: int | None = Field(
        default=None, ge=1, description="place among the few tasks to do if there is hardly time"
    )


class PlanWeek(Row):
    """One week of a study plan."""

    id: Slug
    weeks: PlanLength
    week: int = Field(ge=1)
    focus: Text
    tasks: Annotated[tuple[TaskId, ...], Field(min_length=1)]


class AssessmentItem(Row):
    """One pair of statements of the self-assessment. Neither is the better one."""

    id: Slug
    order: int = Field(ge=1)
    theme: Text
    pm_statement: Text
    pmm_statement: Text
    weight: int = Field(ge=1, le=3)
    why: Text


class QuestionToAsk(Row):
    """A question that a candidate may ask, and what to listen for."""

    id: Slug
    track: TrackName
    ask_whom: Literal["recruiter", "hiring-manager", "peer", "cross-functional-partner"]
    question: Text
    listen_for: Text


class FaqEntry(Row):
    """A real question with a short answer and the page that tells it in full."""

    id: Slug
    topic: FaqTopic
    question: Text
    answer: Text
    page: DocsPage
    sources: SourceIds
