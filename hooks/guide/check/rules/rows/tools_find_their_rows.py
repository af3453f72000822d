"""The study tools find the rows and the amounts that they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ....facts.tool_needs import (
    BONUS_STEPS,
    LIMIT,
    MATCH,
    RETOLD,
    RULES,
    SCRIPTS,
    TERMS,
    UNKNOWNS,
    parts_of,
)
from ....pages.page import Page
from ....rows.loading import Guide, Rows
from ....rows.models import OfferFact
from ....rows.problems import Problem, nearest
from ....rows.readers.raw import RawRow

CALCULATOR, STORIES = "offer-calculator", "story-bank"
# By table: the ids of the rows that a tool looks up, and the tool.
NEEDED: Mapping[str, tuple[Sequence[str], str]] = {
    "offer-facts": (RULES, CALCULATOR),
    "unknowns": (UNKNOWNS, CALCULATOR),
    "negotiation-scripts": (SCRIPTS, CALCULATOR),
    "role-aspects": (RETOLD, STORIES),
}
# The field within the row, and the message.
Fault = tuple[tuple[str | int, ...], str]


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Reports rows and amounts that a tool needs and does not find, and amounts that it cannot use."""
    broken = {problem.file for problem in guide.problems}
    for table, (keys, tool) in NEEDED.items():
        rows = guide[table]
        # A row that its model refuses is not missing, and has been reported.
        if tool in guide["study-tools"] and rows.shown not in broken:
            yield from (_missing(rows, key, tool) for key in keys if key not in rows)
    if CALCULATOR in guide["study-tools"]:
        facts = guide["offer-facts"]
        for row, place in facts.with_places():
            for at, message in (*_absent(row), *_indivisible(row)):
                yield Problem(facts.shown, place.line_of(*at), row.key, "amounts", message)


def _missing(rows: Rows[Any], key: str, tool: str) -> Problem:
    wanted, _ = NEEDED[rows.table.name]
    near = nearest(key, [known for known in rows if known not in wanted])
    place = rows.place_of(near) if near else RawRow(1)
    renamed = f" If '{near}' is that row, give it its id back." if near else ""
    message = f"this row is missing, and {_named(tool)} needs it. Put it back.{renamed}"
    return Problem(rows.shown, place.line, key, "", message)


def _absent(fact: OfferFact) -> Iterator[Fault]:
    names = [amount.name for amount in fact.amounts]
    wanted = [term.amount for term in TERMS.values() if term.rule == fact.id]
    needs = f"{_named(CALCULATOR)} needs"
    for name in (name for name in wanted if name not in names):
        near = nearest(name, [known for known in names if known not in wanted])
        meant = f" Is it the one called '{near}'?" if near else ""
        yield ("amounts",), f"{needs} the amount '{name}'. Add it, under exactly that name.{meant}"
    if fact.id == MATCH and not any(LIMIT in name for name in names):
        yield (
            ("amounts",),
            f"{needs} an amount with '{LIMIT}' in its name, the newest last. Add it.",
        )
    if fact.id == BONUS_STEPS and not names:
        yield ("amounts",), f"{needs} the steps, each an amount. Add them."


def _indivisible(fact: OfferFact) -> Iterator[Fault]:
    for index, amount in enumerate(fact.amounts):
        parts = parts_of(fact.id, amount.name)
        if parts and amount.value * parts % 1:
            counted = f"counts '{amount.name}' in {_unit(parts)}"
            message = (
                f"{_named(CALCULATOR)} {counted}, and {amount.value} is between two. Round it."
            )
            yield ("amounts", index, "value"), message


def _unit(parts: int) -> str:
    return "whole numbers" if parts == 1 else f"steps of {1 / parts:.4g}"


def _named(tool: str) -> str:
    return f"the {tool.replace('-', ' ')}"
