"""The rules of an offer, for the calculator: their numbers, and what a reader is shown beside each use of them."""

from __future__ import annotations

import os
from typing import Any

from ..context import GRADES
from ..freshness import build_date, is_stale, shelf_life_in_months, spoken_period
from ..loading import Guide
from ..models import OfferFact

# Shares are told in hundredths of a percent, so that the tool adds whole numbers.
WHOLE = 10_000
# Those that the calculator works by, in the order of its form.
RULES = (
    *("total-comp-formula", "bonus-range-by-level", "bonus-target", "bonus-steps", "sign-on"),
    *("stock-vesting-period", "on-hire-vesting", "on-hire-vesting-cadence", "on-hire-share-count"),
    *("annual-award-vesting", "annual-award-share-count", "leave-rule"),
    *("location-zones", "401k-match", "espp"),
)


def offer_rules(guide: Guide) -> dict[str, Any]:
    """`terms`: the numbers; `rules`: each rule by id with date, confidence, accounts; `sources`: who says so."""
    facts = {rule: guide["offer-facts"][rule] for rule in RULES}
    sources = {source for fact in facts.values() for source in _sources_of(fact)}
    return {
        "terms": _terms(guide),
        "rules": {rule: _told(guide, fact) for rule, fact in facts.items()},
        "sources": source_notes(guide, sources),
    }


def dated(guide: Guide, table: str, period: str | None) -> dict[str, str]:
    """The date of a row as text, and `stale`: a sentence part once it is past its shelf life, or nothing."""
    stale = is_stale(table, period, build_date(guide, os.environ))
    note = f"older than {shelf_life_in_months(table)} months" if stale else ""
    return {"as_of": spoken_period(period), "stale": note}


def source_notes(guide: Guide, ids: set[str]) -> dict[str, dict[str, str]]:
    """Publisher and grade, in words, of each source."""
    return {
        source_id: {
            "publisher": guide.sources[source_id].publisher,
            "grade": GRADES[guide.sources[source_id].grade][0],
        }
        for source_id in sorted(ids)
    }


def _terms(guide: Guide) -> dict[str, Any]:
    cadence, annual, espp = "on-hire-vesting-cadence", "annual-award-vesting", "espp"
    limits = [a for a in guide["offer-facts"]["401k-match"].amounts if "limit" in a.name]
    return {
        "on_hire_years": _number(guide, "on-hire-vesting", "Vesting period"),
        "cliff_share": _share(guide, cadence, "At month 12, both accounts"),
        "quarter_share": _share(guide, cadence, "Each quarter after year 1, first account"),
        "anniversary_share": _share(guide, cadence, "Each anniversary, second account"),
        "annual_years": _number(guide, annual, "Vesting period"),
        "annual_quarter_share": _share(guide, annual, "Vests each quarter"),
        "bonus_steps": [
            int(amount.value * 100) for amount in guide["offer-facts"]["bonus-steps"].amounts
        ],
        "split_above": _number(guide, "sign-on", "Split over two years above"),
        "match_share": _share(guide, "401k-match", "Match"),
        # The newest stands last.
        "match_limit": int(limits[-1].value),
        "match_limit_name": limits[-1].name,
        "discount": _share(guide, espp, "Discount"),
        "purchase_share": _share(guide, espp, "Highest share of pay"),
        "purchase_cap": _number(guide, espp, "Yearly cap"),
    }


def _number(guide: Guide, rule: str, name: str) -> int:
    """One amount of a rule, which must be whole. Raises KeyError or ValueError if a row no longer says it."""
    fact: OfferFact = guide["offer-facts"][rule]
    value = {amount.name: amount.value for amount in fact.amounts}[name]
    if value != int(value):
        raise ValueError(f"offer-facts.yml: '{name}' of '{rule}' is {value}; the tool counts whole")
    return int(value)


def _share(guide: Guide, rule: str, name: str) -> int:
    fact: OfferFact = guide["offer-facts"][rule]
    return int({amount.name: amount.value for amount in fact.amounts}[name] * WHOLE)


def _told(guide: Guide, fact: OfferFact) -> dict[str, Any]:
    return {
        "fact": fact.fact,
        **dated(guide, "offer-facts", fact.as_of),
        "confidence": fact.confidence,
        "note": fact.note or "",
        "sources": list(fact.sources),
        "conflict": [
            {"says": account.says, "sources": list(account.sources)} for account in fact.conflict
        ],
    }


def _sources_of(fact: OfferFact) -> list[str]:
    return [*fact.sources, *(source for account in fact.conflict for source in account.sources)]
