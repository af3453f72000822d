"""Every page that a row names is below docs/: links, plans and the search lead there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....pages.page import Page
from ....rows.loading import Guide, Rows
from ....rows.problems import Problem, allowed, nearest
from ....rows.readers.raw import RawRow
from ....rows.references import named_pages

# These have stricter rules of their own: a claim links to a topic, and a tool's page calls the tool.
CHECKED_ELSEWHERE = frozenset({"claims", "study-tools"})


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Names the row, and suggests similar pages."""
    known = {page.path for page in pages if page.path.endswith(".md")}
    for name in guide.tables.keys() - CHECKED_ELSEWHERE:
        rows = guide[name]
        for row, place, field, path in rows.once(_named):
            if path not in known:
                message = f"'{path}' is not a page below docs/. {allowed(path, known)}"
                near = nearest(path, known)
                yield rows.problem(row, place, field, message, near or "")


def unknown_pages_in_rows(guide: Guide, pages: Sequence[Page]) -> frozenset[str]:
    """Pages that rows name and that do not exist: they are reported at the row, not on a page that shows it."""
    named = {path for rows in guide.tables.values() for _, _, _, path in rows.once(_named)}
    return frozenset(named) - {page.path for page in pages}


def _named(rows: Rows[Any]) -> list[tuple[Any, RawRow, str, str]]:
    """The pages that the rows of one table name, each with its row, the place of that, and the field."""
    return [
        (row, place, field, path)
        for row, place in rows.with_places()
        for field, path in named_pages(row)
    ]
