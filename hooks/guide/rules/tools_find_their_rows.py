"""The study tools find the rows and the amounts that they work by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..loading import Guide, Rows
from ..models import OfferFact
from ..pages import Page
from ..problems import Problem, nearest
from ..reading.raw import RawRow
from ..tool_data.offer_evidence import UNKNOWNS
from ..tool_data.offer_rules import BONUS_STEPS, LIMIT, MATCH, RULES, TERMS, parts_of
from ..tool_data.story_bank import RETOLD

CALCULATOR = "the offer calculator"
# By table: the rows that a tool looks up by their ids, the tool's id, and its name.
NEEDED: Mapping[str, tuple[Sequence[str], str, str]] = {
    "offer-facts": (RULES, "offer-calculator", CALCULATOR),
    "unknowns": (UNKNOWNS, "offer-calculator", CALCULATOR),
    "role-aspects": (RETOLD, "story-bank", "the story bank"),
}
Fault = tuple[tuple[str | int, ...], str]


def check(guide: Guide, _pages: list[Page]) -> Iterator[Problem]:
    """Names missing rows, missing amounts of the rules of an offer, and amounts that the calculator cannot count."""
    broken = {problem.file for problem in guide.problems}
    for table, (keys, tool, name) in NEEDED.items():
        rows = guide[table]
        # A row that its model refuses is told already, and is not missing.
        if tool in guide["study-tools"] and rows.shown not in broken:
            yield from (_missing(rows, key, name) for key in keys if key not in rows)
    facts = guide["offer-facts"]
    for row, place in facts.with_places():
        for at, message in (*_absent(row), *_uneven(row)):
            yield Problem(facts.shown, place.line_of(*at), row.key, "amounts", message)


def _missing(rows: Rows[Any], key: str, tool: str) -> Problem:
    others = [known for known in rows if known not in NEEDED[rows.table.name][0]]
    near = nearest(key, others)
    place = rows.place_of(near) if near else RawRow(1)
    renamed = f" If '{near}' is that row, give it its id back." if near else ""
    message = f"this row is missing, and {tool} needs it. Put it back.{renamed}"
    return Problem(rows.shown, place.line, key, "", message)


def _absent(fact: OfferFact) -> Iterator[Fault]:
    names = [amount.name for amount in fact.amounts]
    wanted = [term.amount for term in TERMS.values() if term.rule == fact.id]
    for name in (name for name in wanted if name not in names):
        message = f"{CALCULATOR} needs the amount '{name}'. Write it under that name."
        near = nearest(name, [known for known in names if known not in wanted])
        yield ("amounts",), message + (f" Did you mean it by '{near}'?" if near else "")
    if fact.id == MATCH and not any(LIMIT in name for name in names):
        yield (
            ("amounts",),
            f"{CALCULATOR} needs an amount with '{LIMIT}' in its name, the newest last. Add it.",
        )
    if fact.id == BONUS_STEPS and not names:
        yield ("amounts",), f"{CALCULATOR} needs the steps, each an amount. Add them."


def _uneven(fact: OfferFact) -> Iterator[Fault]:
    for index, amount in enumerate(fact.amounts):
        parts = parts_of(fact.id, amount.name)
        if parts and amount.value * parts % 1:
            message = f"{CALCULATOR} counts '{amount.name}' in {_unit(parts)}, and {amount.value} is between two."
            yield ("amounts", index, "value"), f"{message} Round it."


def _unit(parts: int) -> str:
    return "whole numbers" if parts == 1 else f"steps of {1 / parts:.4g}"
