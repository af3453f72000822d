"""Rows that break `tools_find_their_rows`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from guide.check.rules.rows import tools_find_their_rows
from guide.facts.tool_needs import RETOLD, SCRIPTS
from guide.publish.tool_data.offer_calculator.evidence import UNKNOWNS
from guide.publish.tool_data.offer_calculator.rules import BONUS_STEPS, MATCH, RULES, TERMS

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row


def amount(name: str, value: str = "1") -> dict[str, str]:
    return {"name": name, "value": value, "unit": "USD"}


def offer_facts() -> dict[str, dict[str, Any]]:
    """Every rule of an offer that the tools need, with the amounts that they count."""
    names = {BONUS_STEPS: ["Step 1"], MATCH: ["Employee limit, 2024"]}
    for term in TERMS.values():
        names.setdefault(term.rule, []).append(term.amount)
    return {
        rule: row("offer-facts", id=rule, amounts=[amount(name) for name in names.get(rule, [])])
        for rule in RULES
    }


def tool_rows(**amounts: list[dict[str, str]]) -> Tables:
    """The rows that the study tools need, with other amounts in some rules of an offer."""
    facts = offer_facts()
    for name, others in amounts.items():
        facts[name.replace("_", "-")]["amounts"] = others
    return {
        "offer_facts": list(facts.values()),
        "unknowns": [row("unknowns", id=key) for key in UNKNOWNS],
        "negotiation_scripts": [row("negotiation-scripts", id=key) for key in SCRIPTS],
        "role_aspects": [row("role-aspects", id=key) for key in RETOLD],
        "study_tools": [row("study-tools", id=key) for key in ("offer-calculator", "story-bank")],
    }


BROKEN: dict[str, tuple[Tables, str]] = {
    "a rule of an offer that is gone": (
        tool_rows() | {"offer_facts": list(offer_facts().values())[:-1]},
        f"data/offer-facts.yml:1: {RULES[-1]}\n"
        "    this row is missing, and the offer calculator needs it. Put it back.",
    ),
    "a gap that is gone": (
        tool_rows() | {"unknowns": [row("unknowns", id=key) for key in UNKNOWNS[1:]]},
        f"data/unknowns.yml:1: {UNKNOWNS[0]}\n"
        "    this row is missing, and the offer calculator needs it. Put it back.",
    ),
    "an aspect under another id": (
        tool_rows()
        | {
            "role_aspects": [
                row("role-aspects", id=key) for key in ("constraint", "customers", *RETOLD[2:])
            ]
        },
        "data/role-aspects.yml:2: customer\n"
        "    this row is missing, and the story bank needs it. Put it back. If 'customers' is that row, "
        "give it its id back.",
    ),
    "an amount under another name": (
        tool_rows(annual_award_vesting=[amount("Vesting periods"), amount("Vests each quarter")]),
        f"data/offer-facts.yml:{RULES.index('annual-award-vesting') + 1}: annual-award-vesting / amounts\n"
        "    the offer calculator needs the amount 'Vesting period'. Add it, under exactly that name. "
        "Is it the one called 'Vesting periods'?",
    ),
    "no limit of the match": (
        tool_rows(**{MATCH: [amount("Match")]}),
        f"data/offer-facts.yml:{RULES.index(MATCH) + 1}: 401k-match / amounts\n"
        "    the offer calculator needs an amount with 'limit' in its name, the newest last. Add it.",
    ),
    "no steps of the bonus": (
        tool_rows(bonus_steps=[]),
        f"data/offer-facts.yml:{RULES.index(BONUS_STEPS) + 1}: bonus-steps / amounts\n"
        "    the offer calculator needs the steps, each an amount. Add them.",
    ),
    "half a year": (
        tool_rows(on_hire_vesting=[amount("Vesting period", "4.5")]),
        f"data/offer-facts.yml:{RULES.index('on-hire-vesting') + 1}: on-hire-vesting / amounts\n"
        "    the offer calculator counts 'Vesting period' in whole numbers, and 4.5 is between two. Round it.",
    ),
    "a share finer than a hundredth of a percent": (
        tool_rows(**{MATCH: [amount("Match", "0.33333"), amount("A limit")]}),
        f"data/offer-facts.yml:{RULES.index(MATCH) + 1}: 401k-match / amounts\n"
        "    the offer calculator counts 'Match' in steps of 0.0001, and 0.33333 is between two. Round it.",
    ),
}
GOOD: dict[str, Tables] = {
    "no tool that needs a row or an amount": {
        "study_tools": [row("study-tools")],
        "offer_facts": [row("offer-facts", id=MATCH)],
    },
    "all that the tools need": tool_rows(
        **{MATCH: [amount("Match", "0.3333"), amount("A limit"), amount("x", "0.1234567")]}
    ),
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(tools_find_their_rows, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(tools_find_their_rows, guide_of(tmp_path, **tables)) == []
