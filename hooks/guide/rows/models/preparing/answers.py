"""Headline answers, with what their certainty is computed from. The certainty itself is never typed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..base import DocsPage, Flag, Row, Slug, SourceId, Text

AnswerSubject = Literal["loop", "pay", "level", "role", "culture", "moving"]
Directness = Literal["direct", "partly", "indirect"]


class Answer(Row):
    """A question that most readers have, the guide's answer, and the sources for and against it."""

    id: Slug
    question: Text
    answer: Text = Field(
        description="in one sentence, without figures that have a row of their own"
    )
    page: DocsPage = Field(description="the page with the full answer")
    subject: AnswerSubject = Field(description="sets how long its evidence stays fresh")
    directness: Directness = Field(
        description="whether the sources are about exactly this, part of it, or something close to it"
    )
    sources: tuple[SourceId, ...] = Field(
        default=(), description="that support the answer; empty if none does"
    )
    against: tuple[SourceId, ...] = Field(default=(), description="that say otherwise")
    traceable: Flag = Field(
        default=False,
        description="true if numbers or addresses in the copies let anyone find Microsoft's original",
    )
    would_change_it: Text = Field(description="the evidence that would raise or overturn it")
