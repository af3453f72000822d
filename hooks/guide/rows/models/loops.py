"""Interview loops: the stages to prepare for, and what each source reports."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import DocsPage, Period, Row, Slug, SourceId, SourceIds, Text

Minutes = Annotated[int, Field(ge=5, le=600)] | None
Rounds = Annotated[int, Field(ge=1, le=12)] | None
Weeks = Annotated[int, Field(ge=1, le=52)] | None


class StageInBrief(Row):
    """A round of a loop as one line of a table: when it comes, what it looks for, what to practice."""

    when: Literal["first", "next", "loop", "end"]
    they_want: Text = Field(description="what the interviewer wants to see, in a few words")
    practice: Text = Field(description="what to practice for it, in a few words")
    page: DocsPage = Field(description="where to practice it")
    section: Slug | None = Field(default=None, description="the heading on that page to open at")


class LoopStage(Row):
    """One stage of a loop, in order, as reported or (for PMM) as a planning model."""

    id: Slug
    track: Literal["pm", "pmm"]
    order: int = Field(ge=1)
    name: Text
    minutes_low: Minutes = None
    minutes_high: Minutes = None
    in_brief: StageInBrief | None = Field(
        default=None, description="empty for a stage in which no one asks you anything"
    )
    who_is_in_the_room: Text
    what_is_evaluated: tuple[Text, ...] = Field(min_length=1)
    how_to_prepare: tuple[Text, ...] = Field(min_length=1)
    what_to_ask: Text
    basis: Literal["reported", "planning-model"] = Field(
        description="planning-model: no public report describes it"
    )
    sources: SourceIds


class LoopReport(Row):
    """What one source reports about the length and shape of a loop."""

    id: Slug
    source: SourceId
    track: Literal["pm", "pmm", "all-roles"]
    reported_on: Period | None = Field(
        default=None, description="empty if the source shows no date"
    )
    level: Text | None = Field(
        default=None, description="the level or candidate group, if the source names one"
    )
    screens: Text | None = Field(default=None, description="interviews before the loop")
    rounds_low: Rounds = Field(
        default=None, description="interviews in the loop, screens not counted"
    )
    rounds_high: Rounds = None
    minutes_low: Minutes = None
    minutes_high: Minutes = None
    weeks_low: Weeks = Field(default=None, description="application to decision")
    weeks_high: Weeks = None
    note: Text | None = None
