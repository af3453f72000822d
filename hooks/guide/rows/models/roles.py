"""The two tracks, side by side."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import Row, Slug, SourceIds, Text, TrackName

Part = Literal["leads", "shares", "advises", "none"]


class Track(Row):
    """One of the two roles that the guide is about."""

    id: Literal["pm", "pmm"]
    name: Text
    abbreviation: Text
    summary: Text = Field(description="the role in one sentence")
    sources: SourceIds


class RoleAspect(Row):
    """One line of the side-by-side comparison."""

    id: Slug
    aspect: Text = Field(description="what is compared, as a reader would ask it")
    pm: Text
    pmm: Text
    contested: Text | None = Field(default=None, description="what sources disagree about")
    sources: SourceIds


class Partner(Row):
    """A person or team that the sources name as working with one role or both."""

    id: Slug
    partner: Text = Field(description="the team or people, short enough for a chart")
    side: TrackName = Field(description="the role that the sources name them with")
    works_on: Text = Field(description="what they work on together, in a few words")
    sources: SourceIds


class OwnershipStep(Row):
    """One step in a product's life, and the part each track plays in it."""

    id: Slug
    order: int = Field(ge=1)
    step: Text
    pm: Part
    pmm: Part
    others: Text = Field(description="who else decides or contributes")
    disputed: Text | None = Field(
        default=None, description="what sources disagree about or do not show"
    )
    note: Text | None = Field(
        default=None, description="how the split is known, if no source disputes it"
    )
    basis: Literal["sourced", "our-reading"] = Field(
        description="whether a source states the split or we infer it"
    )
    sources: SourceIds
