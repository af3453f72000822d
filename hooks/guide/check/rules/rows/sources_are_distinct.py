"""No two sources share an address: one text listed twice would count as two voices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....facts.addresses import bare_address
from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Names the first source with the same address."""
    first: dict[str, str] = {}
    for row, place in guide.sources.with_places():
        if row.url and (other := first.setdefault(bare_address(row.url), row.id)) != row.id:
            message = (
                f"'{row.url}' is already the address of '{other}'. Use that source: one text is one voice. "
                "For another edition, give the address of an archived copy."
            )
            yield guide.sources.problem(row, place, "url", message)
