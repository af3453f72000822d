"""Prompt packs: what a reader gives to an assistant of their choice, and what practicing with it sounds like."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..base import Group, References, Row, Slug, Text, TrackName
from ..study import QuestionCategory

PackKind = Literal[
    "interviewer",
    "scorer",
    "role-play-partner",
    "negotiation-partner",
    "story-coach",
    "case-partner",
    "post-analyst",
]
StageId = Annotated[Slug, References("loops")]
PackId = Annotated[Slug, References("prompt-packs")]


class PromptPack(Row):
    """A file for an assistant: which role it plays, and which rows it is given."""

    id: Slug
    kind: PackKind
    track: TrackName
    title: Text
    use: Text = Field(description="when to use it, in one sentence")
    stage: StageId | None = Field(
        default=None, description="the round that it plays; only for an interviewer"
    )
    categories: tuple[QuestionCategory, ...] = Field(
        default=(), description="the categories of its questions; only for an interviewer"
    )


class Turn(Group):
    """One thing that is said."""

    who: Literal["assistant", "you"]
    says: Text


class PromptExample(Row):
    """A short made-up practice session with an assistant that was given one pack."""

    id: Slug
    pack: PackId
    title: Text
    turns: tuple[Turn, ...] = Field(min_length=4)
    notice: Text = Field(description="what to notice in it")
