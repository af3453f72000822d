"""How well an engine answers the queries: success@1, success@3 and MRR by kind, printed as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.search.asking import Answered
from tests.search.queries import KINDS, Query, is_right

# success@1 and success@3 by kind, and under "all".
Scores = Mapping[str, tuple[float, float]]


def print_head() -> None:
    """Prints the names of the columns that `print_scores` fills."""
    print(f"{'engine':24} {'half':10} {'kind':14} {'n':>3} {'s@1':>6} {'s@3':>6} {'MRR':>6}")


def print_scores(engine: str, half: str, queries: list[Query], answered: Answered) -> Scores:
    """Prints a line a kind and one for all; returns success@1 and success@3 by kind."""
    rows = {}
    for kind in (*KINDS, "all"):
        ranks = [
            rank(places, query)
            for query, places in zip(queries, answered, strict=True)
            if query.half == half and kind in (query.kind, "all")
        ]
        first, third, mean = (_mean(ranks, value_of) for value_of in (_first, _third, _reciprocal))
        rows[kind] = (first, third)
        print(
            f"{engine:24} {half:10} {kind:14} {len(ranks):3} {first:6.3f} {third:6.3f} {mean:6.3f}"
        )
    return rows


def rank(places: list[str], query: Query) -> int:
    """The place of the first right result, counted from 1; 0 if there is none."""
    return next((n for n, place in enumerate(places, start=1) if is_right(place, query)), 0)


def _mean(ranks: list[int], value_of: Callable[[int], float]) -> float:
    return sum(map(value_of, ranks)) / len(ranks)


def _first(rank: int) -> float:
    return rank == 1


def _third(rank: int) -> float:
    return 1 <= rank <= 3


def _reciprocal(rank: int) -> float:
    return 1 / rank if rank else 0.0
