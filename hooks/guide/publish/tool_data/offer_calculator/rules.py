"""The rules of an offer, for the calculator: their numbers, and what a reader is shown beside each use of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from ....facts.freshness import build_date, is_stale, shelf_life_in_months, spoken_period
from ....facts.tool_needs import BONUS_STEPS, LIMIT, MATCH, RULES, TERMS, parts_of
from ....rows.loading import Guide
from ....rows.models import OfferFact
from ..sources import source_facts


def offer_rules(guide: Guide) -> dict[str, Any]:
    """`terms`: the numbers; `rules`: each rule by id with date, confidence, accounts; `sources`: who published them."""
    facts = {rule: guide["offer-facts"][rule] for rule in RULES}
    sources = {source for fact in facts.values() for source in _sources_of(fact)}
    return {
        "terms": _terms(guide),
        "rules": {rule: _rule(guide, fact) for rule, fact in facts.items()},
        "sources": {source: _who(guide, source) for source in sorted(sources)},
    }


def sources_beside_rules(guide: Guide, sources: Iterable[str]) -> dict[str, dict[str, Any]]:
    """These sources, without those that `offer_rules` has already: the calculator merges both lists."""
    named = {source for rule in RULES for source in _sources_of(guide["offer-facts"][rule])}
    return {source: _who(guide, source) for source in sorted(set(sources) - named)}


def dated(guide: Guide, table: str, period: str | None) -> dict[str, str]:
    """The date of a row as text, and `stale`: a sentence part once it is past its shelf life, or nothing."""
    stale = is_stale(table, period, build_date(guide, os.environ))
    note = f"older than {shelf_life_in_months(table)} months" if stale else ""
    return {"as_of": spoken_period(period), "stale": note}


def _who(guide: Guide, source: str) -> dict[str, Any]:
    """What the calculator shows of a source; `page` without the place on it, which it makes of the id."""
    facts = source_facts(guide, source)
    shown = {name: facts[name] for name in ("publisher", "graded")}
    return {**shown, "page": facts["page"].partition("#")[0]}


def _terms(guide: Guide) -> dict[str, Any]:
    """Whole numbers, and the name of the newest limit. A rule (tools_find_their_rows.py) checks that all exist."""
    counts = {
        (fact.id, amount.name): int(amount.value * parts)
        for fact in guide["offer-facts"].values()
        for amount in fact.amounts
        if (parts := parts_of(fact.id, amount.name))
    }
    steps, match = (guide["offer-facts"][rule] for rule in (BONUS_STEPS, MATCH))
    # The newest comes last.
    limit = [amount for amount in match.amounts if LIMIT in amount.name][-1]
    return {
        **{name: counts[term.rule, term.amount] for name, term in TERMS.items()},
        "bonus_steps": [counts[steps.id, amount.name] for amount in steps.amounts],
        "match_limit": counts[match.id, limit.name],
        "match_limit_name": limit.name,
    }


def _rule(guide: Guide, fact: OfferFact) -> dict[str, Any]:
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
