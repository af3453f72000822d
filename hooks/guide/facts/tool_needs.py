"""The rows and amounts that the study tools look up by name. A rule checks that they exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Shares are counted in hundredths of a percent, so that the tool adds whole numbers.
WHOLE = 10_000
# The rules that the calculator applies, in the order of its form.
RULES = (
    *("total-comp-formula", "bonus-range-by-level", "bonus-target", "bonus-steps", "bonus-month"),
    "sign-on",
    *("stock-vesting-period", "on-hire-vesting", "on-hire-vesting-cadence", "on-hire-share-count"),
    *("annual-award-vesting", "annual-award-share-count", "leave-rule"),
    *("location-zones", "401k-match", "espp"),
)
BONUS_STEPS, MATCH, LIMIT = "bonus-steps", "401k-match", "limit"


@dataclass(frozen=True)
class Term:
    """A number that the calculator uses: one amount of a rule, counted in parts of its unit."""

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
# What someone with an offer would want to know and no source has published.
UNKNOWNS = (
    *("pmm-pay-after-2021", "pmm-posted-ranges", "pm-posted-ranges"),
    *("guidelines-for-marketing", "medians-sample-size"),
)
# The message that the calculator fills in, by whether the base is low in its range.
SCRIPTS = ("base-low", "counter")
# The aspects in which one event reads differently for each track; the others say nothing about a single story.
RETOLD = ("customer", "constraint", "decisions", "success")


def parts_of(rule: str, amount: str) -> int | None:
    """Into how many parts the calculator splits one unit of an amount; None for an amount that it does not use."""
    if rule == BONUS_STEPS:
        return 100
    if rule == MATCH and LIMIT in amount:
        return 1
    found = (term.parts for term in TERMS.values() if (term.rule, term.amount) == (rule, amount))
    return next(found, None)
