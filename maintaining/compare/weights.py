"""How a change affects the cost of a first visit: each budget's most expensive page, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from ..weights import Costs, weigh

BUDGETS = Path("tests/built/budgets.yml")


@dataclass(frozen=True)
class WeightChange:
    """A budget whose figure changed: the highest cost before and after, the limit after it, and the page."""

    budget: str
    before: int
    after: int
    limit: int
    page: str

    @property
    def is_over(self) -> bool:
        """Whether the page is over its budget after the change."""
        return self.after > self.limit


def changed_weights(base: Path, head: Path, root: Path) -> list[WeightChange]:
    """The budgets of the project `root` for which two built sites have different figures."""
    budgets = yaml.safe_load((root / BUDGETS).read_text(encoding="utf-8"))
    old, new = weigh(base), weigh(head)
    return list(filter(None, (_change(name, limit, old, new) for name, limit in budgets.items())))


def _change(budget: str, limit: int, old: Costs, new: Costs) -> WeightChange | None:
    before, after = old.get(budget, {}), new.get(budget, {})
    most = max(after.values(), default=0)
    if most == max(before.values(), default=0):
        return None
    page = next((page for page, cost in after.items() if cost == most), "")
    return WeightChange(budget, max(before.values(), default=0), most, limit, page)
