"""The study tools that run in a page."""

from __future__ import annotations

from pydantic import Field

from .base import DocsPage, Row, Slug, Text


class StudyTool(Row):
    """One study tool. It is the custom element `<id>-tool`, in `overrides/assets/tools/<id>/<id>-tool.js`."""

    id: Slug
    name: Text
    promise: Text = Field(description="what it does for the reader, in one or two sentences")
    on_paper: Text = Field(description="how to do the same without scripts")
    page: DocsPage = Field(description="the page that holds it")
