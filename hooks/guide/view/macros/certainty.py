"""Macros that show how sure an answer is."""

from __future__ import annotations

from markupsafe import Markup

from ...facts.certainty import certainty_of
from ..context import Context

METHOD = "pay/how-sure.md"


def certainty(context: Context, answer_id: str) -> Markup:
    """Inline. How sure a headline answer is: a word and bars, linked to the reason."""
    answer = context.guide["answers"][answer_id]
    return context.render(
        "certainty.html",
        known=certainty_of(context.guide, answer, context.today),
        address=context.links.to(METHOD, f"answer-{answer.id}"),
    )


def answer_list(context: Context) -> Markup:
    """Block. Every headline answer with its certainty, the reason, and what would change it."""
    answers = [
        (answer, certainty_of(context.guide, answer, context.today))
        for answer in context.guide["answers"].values()
    ]
    return context.render("answer_list.html", answers=answers)
