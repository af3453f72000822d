"""What changed in the guide, in a reader's words."""

from __future__ import annotations

from typing import Literal

from .base import Day, DocsPage, Row, Slug, Text


class Change(Row):
    """One change that a reader would notice."""

    id: Slug
    date: Day
    kind: Literal["added", "corrected", "removed"]
    what: Text
    page: DocsPage
