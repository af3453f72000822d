"""Macros for the study tools that run in a page."""

from __future__ import annotations

from markupsafe import Markup

from ...facts.flashcards import KINDS, cards_on
from ...pages.links import page_url
from ...pages.reading import read_page
from ..context import Context


def study_tool(context: Context, tool_id: str) -> Markup:
    """Block. The element of a study tool, with what it does and how to do the same without scripts."""
    return context.render("study_tool.html", tool=context.guide["study-tools"][tool_id])


def progress_marks(context: Context) -> Markup:
    """Block. Lets readers mark what the page lists (tasks, questions, pages) as done, and counts it."""
    return context.render("progress_marks.html")


def continue_line(context: Context) -> Markup:
    """Block. The line that takes a returning reader to their next task; it needs a script."""
    return context.render("continue_line.html")


def page_cards(context: Context) -> str:
    """Block. The link that opens the terms, claims and questions of this page as cards.

    page_sources() writes it on every page, so only a long page needs it higher up. Raises ValueError on a page that
    has nothing to make cards from.
    """
    link = cards_link(context)
    if not link:
        raise ValueError("the page shows no term, claim or question, so it has no cards")
    return link


def cards_link(context: Context) -> str:
    """The link to the cards of this page; empty for a page without any."""
    here = context.links.here
    cards = cards_on(context.guide, context.page or read_page(context.guide.root, here))
    if not cards:
        return ""
    held = {card.partition("/")[0] for card in cards}
    kinds = [f"{kind}s" for kind in KINDS if kind in held]
    page = page_url(here).strip("/")
    return context.render("page_cards.html", page=page, count=len(cards), kinds=kinds)
