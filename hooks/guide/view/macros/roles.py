"""Macros about the two tracks."""

from __future__ import annotations

from markupsafe import Markup

from ..context import Context
from .tables import statement, table


def track_cards(context: Context) -> Markup:
    """Block. The two roles, each in one sentence with its sources."""
    return context.render("track_cards.html", tracks=list(context.guide["tracks"].values()))


def role_comparison(context: Context) -> Markup:
    """Block. The two roles side by side, one aspect a row, with what is contested."""
    aspects = context.guide["role-aspects"].all
    rows = [
        [row.aspect, row.pm, row.pmm, statement(context, row.contested or "", row.sources)]
        for row in aspects
    ]
    columns = [
        "Aspect",
        "Product Manager",
        "Product Marketing Manager",
        "Good to know, and sources",
    ]
    return table(
        context,
        "PM and PMM at Microsoft, aspect by aspect",
        columns,
        rows,
        kind="roles",
        made_from=aspects,
    )


def ownership_matrix(context: Context) -> Markup:
    """Block. Who leads, shares or advises at each step of a product's life."""
    steps = sorted(context.guide["ownership"].values(), key=lambda step: step.order)
    rows = [
        [
            f"{step.order}. {step.step}",
            context.render("part.html", part=step.pm),
            context.render("part.html", part=step.pmm),
            step.others,
            context.render("ownership_note.html", step=step),
        ]
        for step in steps
    ]
    columns = ["Step", "PM", "PMM", "Others", "How it is known"]
    return table(
        context,
        "Who owns what, from idea to renewal",
        columns,
        rows,
        kind="ownership",
        made_from=steps,
    )


# The lines of the map in words, in the order of the rows.
SIDES = {"pm": "PM", "both": "PM and PMM", "pmm": "PMM"}


def role_map(context: Context) -> Markup:
    """Block. With whom each role works, as a picture with the same data as a table."""
    partners = sorted(
        context.guide["partners"].values(), key=lambda row: list(SIDES).index(row.side)
    )
    rows = [
        [row.partner, SIDES[row.side], statement(context, row.works_on, row.sources)]
        for row in partners
    ]
    data = table(
        context, "Who works with whom", ["Partner", "Works with", "On what"], rows, made_from=()
    )
    return context.render("role_map.html", partners=partners, sides=SIDES, data=data)
