"""Macros for the study tools that run in a page."""

from __future__ import annotations

from markupsafe import Markup

from ..context import Context


def study_tool(context: Context, tool_id: str) -> Markup:
    """Block. The place of a study tool, with what it does and how to do without it."""
    return context.render("study_tool.html", tool=context.guide["study-tools"][tool_id])


def progress_marks(context: Context) -> Markup:
    """Block. Makes what the page lists (tasks, questions, pages) markable as done, and counts it."""
    return context.render("progress_marks.html")
