"""Every source is cited by a row or a page, or says why it is set aside; never both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....pages.page import Page
from ....rows.loading import Guide, Rows
from ....rows.problems import Problem
from ....rows.references import references


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks through all rows and through the `cite` calls of all pages."""
    used = _used(guide, pages)
    for row, place in guide.sources.with_places():
        # A row or a file that could not be read may be what uses the source, and has been reported.
        if row.id not in used and not row.set_aside and not guide.problems:
            message = f"'{row.id}' is used by no row and no page. Cite it, or say in set_aside why nothing rests on it."
            yield guide.sources.problem(row, place, "id", message)
        if row.id in used and row.set_aside:
            message = (
                f"'{row.id}' is set aside, but {used[row.id]} rests on it. Remove one of the two."
            )
            yield guide.sources.problem(row, place, "set_aside", message)


def _used(guide: Guide, pages: Sequence[Page]) -> dict[str, str]:
    used: dict[str, str] = {}
    for rows in guide.tables.values():
        used |= rows.once(_used_in)
    for page in pages:
        used.update(
            {
                str(arg): page.shown
                for call in page.calls
                if call.name == "cite"
                for arg in call.args
            }
        )
    return used


def _used_in(rows: Rows[Any]) -> dict[str, str]:
    """The sources that the rows of one table name, each with the last row that does."""
    return {
        reference.key: f"{rows.shown} ({row.key})"
        for row in rows.values()
        for reference in references(row)
        if reference.table == "sources"
    }
