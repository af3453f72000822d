"""What readers type into the search."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import DocsPage, Row, Slug, Text


class SynonymGroup(Row):
    """Words that readers use for one thing. The search also finds the others, and ranks the reader's own first."""

    id: Slug
    words: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="words or phrases that mean the same here; spellings with a hyphen, a space or neither count as one"
    )
    near: tuple[Text, ...] = Field(
        default=(),
        description="words whose results also help those who type the ones above, but not the other way around",
    )


class ReaderQuestion(Row):
    """What readers type to find one place, in words that it may not use. The search treats each as its title."""

    id: Slug
    page: DocsPage
    anchor: Text | None = Field(
        default=None, description="the place on the page; empty for the page itself"
    )
    asked: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="questions or search terms that this place answers"
    )
