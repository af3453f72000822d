"""Role-plays: what each side wants, what they say, and where each reply leads."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..base import Group, Row, Slug, SourceId, Text, TrackName
from .practice import Rubric, Texts


class Reply(Group):
    """Something the reader may say in a role-play, and what it leads to."""

    id: Slug
    say: Text
    quality: Literal["strong", "mixed", "weak"]
    trust: int = Field(ge=-1, le=1, description="how it changes their trust right away")
    reaction: Text = Field(description="what they do or say in response")
    next: Slug = Field(description="the turn or the ending of this role-play that follows")


class Turn(Group):
    """A moment of a role-play: what the counterpart says and wants, and the replies to choose from."""

    id: Slug
    they_say: Text
    they_want: Text = Field(description="at that moment, unspoken")
    replies: tuple[Reply, ...] = Field(min_length=3, max_length=4)


class Ending(Group):
    """One way a role-play can end."""

    id: Slug
    result: Literal["agreed", "partly", "lost"]
    they_say: Text
    outcome: Text = Field(description="what comes of it later")


class RolePlay(Row):
    """A conversation to rehearse: a graph of turns, with what the counterpart wants and does not say."""

    id: Slug
    title: Text
    track: TrackName
    minutes: int = Field(ge=5, le=60)
    setting: Text
    you_are: Text
    counterpart: Text
    hidden_incentive: Text
    opening_line: Text
    turns: tuple[Turn, ...] = Field(min_length=3, description="the first one follows the opening")
    endings: tuple[Ending, ...] = Field(min_length=2)
    good_path: Texts
    trap: Text
    rubric: Rubric
    basis: Text = Field(description="what grounds this exercise")
    sources: tuple[SourceId, ...] = ()
