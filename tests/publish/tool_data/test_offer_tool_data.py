"""What the offer calculator is given: every conflict with its accounts, every figure with its age and its source."""

from __future__ import annotations

from typing import Any

import pytest
from guide.publish.tool_data.offer_calculator.evidence import offer_evidence
from guide.publish.tool_data.offer_calculator.rules import RULES, dated, offer_rules
from guide.rows.loading import Guide


@pytest.fixture(scope="module")
def lists(real_guide: Guide) -> dict[str, Any]:
    return offer_rules(real_guide)


@pytest.fixture(scope="module")
def evidence(real_guide: Guide) -> dict[str, Any]:
    return offer_evidence(real_guide)


def test_every_rule_keeps_its_conflict_and_names_who_says_so(
    real_guide: Guide, lists: dict[str, Any]
) -> None:
    assert {rule for rule in RULES if lists["rules"][rule]["conflict"]} == {
        fact.id for fact in real_guide["offer-facts"].values() if fact.conflict
    }
    for rule in lists["rules"].values():
        accounts = [source for account in rule["conflict"] for source in account["sources"]]
        assert set(rule["sources"]) | set(accounts) <= lists["sources"].keys()


def test_the_numbers_are_those_of_the_rows(lists: dict[str, Any]) -> None:
    terms = lists["terms"]
    quarters = terms["on_hire_years"] * 4 - 4
    assert terms["cliff_share"] + quarters * terms["quarter_share"] == 10_000
    assert terms["cliff_share"] + 3 * terms["anniversary_share"] == 10_000
    assert terms["annual_years"] * 4 * terms["annual_quarter_share"] == 10_000
    assert terms["match_limit_name"].startswith("Employee limit")
    assert terms["bonus_steps"] == sorted(terms["bonus_steps"])


def test_a_figure_past_its_shelf_life_says_so(
    real_guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")  # January 2027
    assert dated(real_guide, "posted-ranges", "2023") == {
        "as_of": "2023",
        "stale": "older than 18 months",
    }
    assert dated(real_guide, "posted-ranges", "2026")["stale"] == ""
    assert dated(real_guide, "offer-facts", None) == {"as_of": "no date shown", "stale": ""}


def test_each_figure_names_a_source_that_is_listed_once(
    lists: dict[str, Any], evidence: dict[str, Any]
) -> None:
    assert not evidence["sources"].keys() & lists["sources"].keys()
    listed = evidence["sources"].keys() | lists["sources"].keys()
    for table in ("reports", "newest", "posted"):
        assert evidence[table], table
        assert {row["source"] for row in evidence[table]} <= listed


def test_a_small_sample_is_marked(evidence: dict[str, Any]) -> None:
    assert {row["small"] for row in evidence["reports"] if row["n"] < 10} == {True}
    assert {row["small"] for row in evidence["reports"] if row["n"] >= 10} == {False}
