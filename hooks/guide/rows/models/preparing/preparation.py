"""Choosing, planning and asking."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from ..base import DocsPage, Flag, References, Row, Slug, SourceIds, Text, TrackName

# Rows arrive as text, and a Literal of numbers takes numbers only.
PlanLength = Annotated[
    Literal[2, 4, 8], BeforeValidator(lambda text: int(text) if str(text).isdecimal() else text)
]
TaskId = Annotated[Slug, References("checklist")]
RoundId = Annotated[Slug, References("mock-rounds")]
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
    rounds: tuple[RoundId, ...] = Field(
        default=(), description="kinds of rounds that it rehearses aloud and against the clock"
    )
    is_mock_loop: Flag = Field(default=False, description="true if it is several rounds in a row")
    in_one_sitting: Flag = Field(default=False, description="true if a plan must not split it")


class PlanPriority(Row):
    """What a dated plan schedules first when there are too few hours for everything: tasks, rounds or questions."""

    id: Slug
    order: int = Field(ge=1)
    track: TrackName = "both"
    name: Text
    tasks: tuple[TaskId, ...] = ()
    rounds: int | None = Field(
        default=None, ge=1, description="how many rounds aloud the plan has by then, in total"
    )
    each_weak: int | None = Field(
        default=None, ge=1, description="how many questions on each weak point the plan has by then"
    )
    weak_percent: int | None = Field(
        default=None,
        ge=1,
        le=100,
        description="the largest share of the hours that questions on weak points may take",
    )
    questions_percent: int | None = Field(
        default=None,
        ge=1,
        le=100,
        description="the largest share of the hours that questions may take",
    )
    why: Text

    @model_validator(mode="after")
    def _holds_one_thing(self) -> Self:
        held = [
            self.tasks,
            self.rounds,
            self.each_weak,
            self.weak_percent,
            self.questions_percent,
        ]
        if sum(bool(value) for value in held) != 1:
            raise ValueError(
                "give one of tasks, rounds, each_weak, weak_percent, questions_percent"
            )
        return self


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
    """A real question with a short answer and the page with the full answer."""

    id: Slug
    topic: FaqTopic
    track: TrackName = "both"
    question: Text
    answer: Text
    page: DocsPage
    sources: SourceIds
