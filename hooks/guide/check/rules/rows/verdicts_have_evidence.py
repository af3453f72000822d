"""A claim is called supported or contradicted only with evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Without evidence, the verdict can only be unverifiable."""
    for row, place in guide.claims.with_places():
        if row.verdict != "unverifiable" and not row.evidence:
            message = f"'{row.verdict}' needs at least one source in evidence, or the verdict is unverifiable."
            yield guide.claims.problem(row, place, "verdict", message, "verdict: unverifiable")
