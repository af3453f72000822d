"""Headline answers, with what their certainty is computed from. The certainty itself is never typed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..base import DocsPage, Flag, Row, Slug, SourceId, Text

AnswerSubject = Literal["loop", "pay", "level", "role", "culture", "moving"]
Directness = Literal["direct", "partly", "indirect"]


class Answer(Row):
    """A question that most readers bring, the guide's answer, and who speaks for and against it."""

    id: Slug
    question: Text
    answer: Text = Field(description="in one sentence; a figure has its own row")
    page: DocsPage = Field(description="page that gives it in full")
    subject: AnswerSubject = Field(description="decides after how long its evidence is old")
    directness: Directness = Field(
        description="whether the sources speak about exactly this, about a part of it, or about something near it"
    )
    sources: tuple[SourceId, ...] = Field(
        default=(), description="that say what the answer says; empty if none does"
    )
    against: tuple[SourceId, ...] = Field(default=(), description="that say otherwise")
    traceable: Flag = Field(
        default=False,
        description="true if numbers or addresses in the copies lead anyone to Microsoft's original",
    )
    would_change_it: Text = Field(description="the evidence that would raise or overturn it")
