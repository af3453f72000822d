"""The set that judges the search is well formed, balanced, and asks for places that exist."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.built.site import BuiltSite, assert_none
from tests.search.queries import (
    FIELDS,
    HALVES,
    KINDS,
    ROW_PAGES,
    Query,
    is_right,
    load_queries,
    load_rows,
)

LEAST_QUERIES = 170
LEAST_OF_A_KIND = 32


def test_every_row_has_the_fields_in_order_and_nothing_empty() -> None:
    rows = load_rows()
    assert rows
    assert_none([f"{row}" for row in rows if list(row) != FIELDS or not all(row.values())])


def test_kinds_and_halves_are_known() -> None:
    assert {query.kind for query in load_queries()} == set(KINDS)
    assert {query.half for query in load_queries()} == set(HALVES)


def test_no_query_or_place_is_listed_twice() -> None:
    queries = load_queries()
    counts = Counter(query.text.casefold() for query in queries)
    assert_none([text for text, count in counts.items() if count > 1])
    assert_none([q.text for q in queries if len(set(q.right)) < len(q.right)])


def test_there_are_enough_of_each_kind() -> None:
    counts = Counter(query.kind for query in load_queries())
    assert counts.total() >= LEAST_QUERIES
    assert {kind: n for kind, n in counts.items() if n < LEAST_OF_A_KIND} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_the_test_half_weighs_each_kind_alike(kind: str) -> None:
    counts = Counter(query.kind for query in load_queries("set-aside"))
    assert abs(counts[kind] - counts.total() / len(KINDS)) <= 2


def test_every_right_place_is_in_the_built_site(site: BuiltSite) -> None:
    places = {(query.text, place) for query in load_queries() for place in query.right}
    faults = [f"{text}: {place!r}" for text, place in sorted(places) if not _exists(site, place)]
    assert_none(faults)
    assert_none([page for page in ROW_PAGES if page not in site.pages])


def _exists(site: BuiltSite, place: str) -> bool:
    path, hash_, anchor = place.partition("#")
    return path in site.pages and (not hash_ or anchor in site.pages[path].ids)


@pytest.mark.parametrize(
    ("right", "place", "expected"),
    [
        ("pay/by-level/", "pay/by-level/", True),
        ("pay/by-level/", "pay/by-level/#base-pay", True),
        ("pay/by-level/", "pay/by-level/#source-crosswalk-2026", False),
        ("pay/by-level/#base-pay", "pay/by-level/", False),
        ("pay/by-level/#base-pay", "pay/by-level/#base-pay", True),
        ("mistakes/", "mistakes/#blaming-sales", False),
        ("mistakes/#blaming-sales", "mistakes/#blaming-sales", True),
        ("", "#the-short-answer", True),
        ("", "", True),
        ("pay/levels/", "pay/", False),
    ],
)
def test_a_page_covers_what_is_on_it_and_an_anchor_only_itself(
    right: str, place: str, expected: bool
) -> None:
    assert is_right(place, Query("x", "plain", "tune", (right,))) is expected
