"""The questions that the search is judged by, and what counts as a right result.

for query in load_queries():
    is_right("pay/levels/#level-64", query)  # would a reader who typed it be glad to land there?
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import yaml

FILE = Path(__file__).with_name("queries.yml")
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


def load_rows() -> list[dict[str, object]]:
    """The rows as they stand in the file."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def load_queries(half: str | None = None) -> list[Query]:
    """All queries in the order of the file, or those of one half."""
    queries = [Query(r["query"], r["kind"], r["half"], tuple(r["right"])) for r in load_rows()]
    return [query for query in queries if half in (None, query.half)]


def is_right(place: str, query: Query) -> bool:
    """Whether a result that opens at `place` answers the query.

    A place with an anchor stands for itself. A page without one stands for itself and for what is on it, save rows of
    a page of rows and the page's apparatus.
    """
    place = unquote(place)
    page, _, anchor = place.partition("#")
    covered = page not in ROW_PAGES and not anchor.startswith(APPARATUS)
    return place in query.right or (covered and page in query.right)
