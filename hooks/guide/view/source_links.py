"""Links from what a page shows into the repository: the rows behind it at their line, and a form about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..pages.repository import Repository
from ..rows.loading import Guide
from ..rows.models import Row
from ..rows.tables import TABLE_BY_MODEL

FIGURE_FORM, PAGE_FORM = "wrong-figure.yml", "page-problem.yml"


@dataclass(frozen=True)
class SourceLink:
    """A link to one row, or to the first of several: file, what it is called, address."""

    file: str
    name: str
    edit: str


def links_to_rows(rows: Sequence[Row], guide: Guide, repository: Repository) -> list[SourceLink]:
    """One link for each file among the rows, to the first of its rows that is shown."""
    firsts: dict[str, Row] = {}
    for row in rows:
        firsts.setdefault(TABLE_BY_MODEL[type(row)].name, row)
    return [
        _source_link(name, row, len(rows) == 1, guide, repository) for name, row in firsts.items()
    ]


def _source_link(
    name: str, row: Row, is_alone: bool, guide: Guide, repository: Repository
) -> SourceLink:
    file = TABLE_BY_MODEL[type(row)].file
    line = guide[name].place_of(row.key).line
    return SourceLink(
        file, f"{file} {row.key}" if is_alone else file, repository.line(f"data/{file}", line)
    )
