"""The questions that the search is judged by, and what counts as a right result.

queries.csv holds one query a line: what is typed, its kind, its half, and the places that answer it, with a space
between them ("/" is the start page). plain: the pages' own words; synonym: the reader's word for them; row: one row.
The half "set-aside" is the test: nobody looks at its results while tuning, only at its totals. README.md tells where
the queries come from. Edit a row when the site changes under it, never because an engine fails on it.

for query in load_queries():
    is_right("pay/levels/#level-64", query)  # would a reader who typed it be glad to land there?
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

FILE = Path(__file__).with_name("queries.csv")
START = "/"
KINDS = ("plain", "synonym", "typing-error", "full-question", "row")
HALVES = ("tune", "set-aside")
FIELDS = ["query", "kind", "half", "right"]
# Pages made of rows, where a reader who wants the page is not helped by any one row of it.
ROW_PAGES = frozenset(
    {
        *("mistakes/", "pay/levels/", "prepare/plan/", "prepare/questions/", "prepare/role-plays/"),
        *("reference/claims/", "reference/faq/", "reference/glossary/", "reference/sources/"),
    }
)
# Places on a page that say what it rests on or lacks; they answer only what names them.
APPARATUS = ("unknown-", "source", "next", "gaps-in-", "what-is-not-known", "what-the-reviewed-")


@dataclass(frozen=True)
class Query:
    """What is typed, its kind and half, and the places ("path/", "path/#anchor") that answer it."""

    text: str
    kind: str
    half: str
    right: tuple[str, ...]


def load_rows() -> list[dict[str, str]]:
    """The rows as they are in the file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def load_queries(half: str | None = None) -> list[Query]:
    """All queries in the order of the file, or those of one half."""
    queries = [
        Query(row["query"], row["kind"], row["half"], _places(row["right"])) for row in load_rows()
    ]
    return [query for query in queries if half in (None, query.half)]


def _places(cell: str) -> tuple[str, ...]:
    return tuple("" if place == START else place for place in cell.split())


def is_right(place: str, query: Query) -> bool:
    """Whether a result that opens at `place` answers the query.

    A place with an anchor stands for itself. A page without one stands for itself and for what is on it, save rows of
    a page of rows and the page's apparatus.
    """
    place = unquote(place)
    page, _, anchor = place.partition("#")
    covered = page not in ROW_PAGES and not anchor.startswith(APPARATUS)
    return place in query.right or (covered and page in query.right)
