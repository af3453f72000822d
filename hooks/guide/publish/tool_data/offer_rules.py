"""The rules of an offer, for the calculator: their numbers, and what a reader is shown beside each use of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...facts.freshness import build_date, is_stale, shelf_life_in_months, spoken_period
from ...rows.loading import Guide
from ...rows.models import OfferFact
from .sources import source_facts

# Shares are told in hundredths of a percent, so that the tool adds whole numbers.
WHOLE = 10_000
# Those that the calculator works by, in the order of its form.
RULES = (
    *("total-comp-formula", "bonus-range-by-level", "bonus-target", "bonus-steps", "sign-on"),
    *("stock-vesting-period", "on-hire-vesting", "on-hire-vesting-cadence", "on-hire-share-count"),
    *("annual-award-vesting", "annual-award-share-count", "leave-rule"),
    *("location-zones", "401k-match", "espp"),
)
BONUS_STEPS, MATCH, LIMIT = "bonus-steps", "401k-match", "limit"


@dataclass(frozen=True)
class Term:
    """A number that the calculator works by: one amount of a rule, counted in parts of its unit."""

    rule: str
    amount: str
    parts: int = 1


TERMS: Mapping[str, Term] = {
    "on_hire_years": Term("on-hire-vesting", "Vesting period"),
    "cliff_share": Term("on-hire-vesting-cadence", "At month 12, both accounts", WHOLE),
    "quarter_share": Term(
        "on-hire-vesting-cadence", "Each quarter after year 1, first account", WHOLE
    ),
    "anniversary_share": Term("on-hire-vesting-cadence", "Each anniversary, second account", WHOLE),
    "annual_years": Term("annual-award-vesting", "Vesting period"),
    "annual_quarter_share": Term("annual-award-vesting", "Vests each quarter", WHOLE),
    "split_above": Term("sign-on", "Split over two years above"),
    "match_share": Term(MATCH, "Match", WHOLE),
    "discount": Term("espp", "Discount", WHOLE),
    "purchase_share": Term("espp", "Highest share of pay", WHOLE),
    "purchase_cap": Term("espp", "Yearly cap"),
}


def offer_rules(guide: Guide) -> dict[str, Any]:
    """`terms`: the numbers; `rules`: each rule by id with date, confidence, accounts; `sources`: who says so."""
    facts = {rule: guide["offer-facts"][rule] for rule in RULES}
    sources = {source for fact in facts.values() for source in _sources_of(fact)}
    return {
        "terms": _terms(guide),
        "rules": {rule: _told(guide, fact) for rule, fact in facts.items()},
        "sources": {source: source_facts(guide, source) for source in sorted(sources)},
    }


def dated(guide: Guide, table: str, period: str | None) -> dict[str, str]:
    """The date of a row as text, and `stale`: a sentence part once it is past its shelf life, or nothing."""
    stale = is_stale(table, period, build_date(guide, os.environ))
    note = f"older than {shelf_life_in_months(table)} months" if stale else ""
    return {"as_of": spoken_period(period), "stale": note}


def parts_of(rule: str, amount: str) -> int | None:
    """Into how many parts the calculator splits one unit of an amount; None for an amount that it does not use."""
    if rule == BONUS_STEPS:
        return 100
    if rule == MATCH and LIMIT in amount:
        return 1
    found = (term.parts for term in TERMS.values() if (term.rule, term.amount) == (rule, amount))
    return next(found, None)


def _terms(guide: Guide) -> dict[str, Any]:
    """Whole numbers, and the name of the newest limit. A rule (tools_find_their_rows.py) says that all are there."""
    counts = {
        (fact.id, amount.name): int(amount.value * parts)
        for fact in guide["offer-facts"].values()
        for amount in fact.amounts
        if (parts := parts_of(fact.id, amount.name))
    }
    steps, match = (guide["offer-facts"][rule] for rule in (BONUS_STEPS, MATCH))
    # The newest stands last.
    limit = [amount for amount in match.amounts if LIMIT in amount.name][-1]
    return {
        **{name: counts[term.rule, term.amount] for name, term in TERMS.items()},
        "bonus_steps": [counts[steps.id, amount.name] for amount in steps.amounts],
        "match_limit": counts[match.id, limit.name],
        "match_limit_name": limit.name,
    }


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
