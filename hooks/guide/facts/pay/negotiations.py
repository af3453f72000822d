"""How often asking for more succeeded, counted from accounts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...rows.loading import Guide
from ...rows.models import NegotiationAccount

Test = Callable[[NegotiationAccount], bool]
# For each count: which accounts it is out of, and which of those it counts.
COUNTS: Mapping[str, tuple[Test, Test]] = {
    "gained": (lambda row: True, lambda row: row.outcome == "gained"),
    "refused": (lambda row: True, lambda row: row.outcome == "refused"),
    "with-offer": (
        lambda row: row.asked_by == "other-offer",
        lambda row: row.outcome == "gained",
    ),
    "without-offer": (
        lambda row: row.asked_by != "other-offer",
        lambda row: row.outcome == "gained",
    ),
    "base": (lambda row: bool(row.moved), lambda row: "base" in row.moved),
    "stock": (lambda row: bool(row.moved), lambda row: "stock" in row.moved),
    "sign-on": (lambda row: bool(row.moved), lambda row: "sign-on" in row.moved),
    "relocation": (lambda row: bool(row.moved), lambda row: "relocation" in row.moved),
}


@dataclass(frozen=True)
class Tally:
    """`part` of `whole` accounts."""

    part: int
    whole: int


def negotiation_tally(guide: Guide, what: str) -> Tally:
    """How many accounts gained, were refused, or name a part that moved (of those that name any)."""
    is_considered, counts = COUNTS[what]
    accounts = [row for row in guide["negotiation-accounts"].values() if is_considered(row)]
    return Tally(sum(map(counts, accounts)), len(accounts))
