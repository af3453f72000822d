"""Groups of citation marks that would crowd a phone's screen, each folded into one mark at its end.

Every statement keeps its own mark in the page: wide screens, paper, books and texts show it. On a phone a list, a table
or a run of paragraphs that brings more than three marks to a screen shows one mark for all of them, with the number
of statements it covers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil
from typing import NamedTuple

from .citation_marks import BLOCKS, CITE, numbers_of
from .citation_places import PART, Mark, Scope, marks_of

# More marks than this are too many for a screen.
MOST_MARKS = 3
# A screen of 360 by 640 pixels shows 25 lines. Line breaks are estimated, so this is a little more.
SCREEN_LINES = 28
# A mark is at most this many lines below the first statement that it covers.
REACH_LINES = 28
_FOLDED = "cite--folded"

# Makes a mark: which of the page it is, the numbers of its sources, how many statements it is for.
FoldOf = Callable[[int, list[int], int], str]


class Folds(NamedTuple):
    """The HTML between the folded marks, and the sources and number of statements of each."""

    pieces: list[str]
    needed: list[tuple[list[int], int]]


@dataclass(eq=False)
class Stop:
    """What a reader sees as one mark: a single mark, or a folded one."""

    marks: list[Mark]

    @property
    def last(self) -> Mark:
        """The mark at whose place it is."""
        return self.marks[-1]


def folds_of(html: str) -> Folds:
    """Where a phone needs folded marks, in HTML whose marks are already in place."""
    if html.count(CITE) <= MOST_MARKS:
        return Folds([html], [])
    pieces, needed, at = [""], [], 0
    for stop in _stops(marks_of(html)):
        if len(stop.marks) == 1:
            continue
        written = [html[mark.start : mark.end] for mark in stop.marks]
        numbers = list(dict.fromkeys(number for mark in written for number in numbers_of(mark)))
        for mark, text in zip(stop.marks, written, strict=True):
            hidden = text.replace(CITE, f"{CITE}{_FOLDED} ")
            pieces[-1] += html[at : mark.start] + hidden
            at = mark.end
        end = _end_of_words(html, at)
        pieces[-1] += html[at:end]
        pieces.append("")
        needed.append((numbers, len(stop.marks)))
        at = end
    pieces[-1] += html[at:]
    return Folds(pieces, needed)


def with_folds(folds: Folds, fold_of: FoldOf) -> str:
    """The HTML with these marks, which `fold_of` makes."""
    marks = [fold_of(place, *needed) for place, needed in enumerate(folds.needed, start=1)]
    # As text: joined to a mark that is markup, the HTML before it would be escaped.
    return "".join(f"{piece}{mark}" for piece, mark in zip(folds.pieces, [*marks, ""], strict=True))


def _end_of_words(html: str, at: int) -> int:
    """The end of the text around this position: the next block, or the end of its own."""
    parts = (part for part in PART.finditer(html, at) if not part["mark"])
    end = next((part.start() for part in parts if part["tag"].lower() in BLOCKS), len(html))
    return at + len(html[at:end].rstrip())


def _stops(marks: Sequence[Mark]) -> list[Stop]:
    """The marks as a phone shows them: as few as fit a screen, wherever their blocks allow it."""
    stops = [Stop([mark]) for mark in marks]
    folded: set[Scope] = set()
    while scope := _crowded(stops, folded):
        folded.add(scope)
        stops = [*_folded(stops, scope)]
    return stops


def _crowded(stops: list[Stop], folded: set[Scope]) -> Scope | None:
    """The smallest scope of marks that crowd a screen, except those that are folded already."""
    seen = [stop for stop in stops if not stop.last.is_in_fold]
    by_flow = ((seen, "lines"), (stops, "lines_unfolded"))
    for flow, measure in by_flow:
        for first in range(len(flow) - MOST_MARKS):
            window = flow[first : first + MOST_MARKS + 1]
            if getattr(window[-1].last, measure) - getattr(window[0].last, measure) >= SCREEN_LINES:
                continue
            shared = [_shared(one.last, other.last) for one, other in pairwise(window)]
            found = [scope for scopes in shared for scope in scopes if scope not in folded]
            if found:
                return max(found, key=lambda scope: scope.block)
    return None


def _shared(one: Mark, other: Mark) -> list[Scope]:
    """The scopes of both, the smallest last. None if something may show one of them without the other."""
    if one.shown_by != other.shown_by:
        return []
    shared: list[Scope] = []
    for here, there in zip(one.scopes, other.scopes, strict=False):
        if here != there:
            break
        shared.append(here)
    return shared


def _folded(stops: list[Stop], scope: Scope) -> Iterator[Stop]:
    """The stops, with those of a scope as one for each part of it."""
    for (is_inside, _), group in groupby(
        stops, key=lambda stop: (scope in stop.last.scopes, stop.last.shown_by)
    ):
        found = [*group]
        yield from _parts(found) if is_inside else found


def _parts(stops: list[Stop]) -> Iterator[Stop]:
    """One stop for all marks that are within reach of each other, or as few as can be, of about the same height."""
    top = stops[0].marks[0].lines_unfolded
    height = stops[-1].last.lines_unfolded - top
    share = height / ceil(height / REACH_LINES) if height else 1
    parts: dict[int, list[Mark]] = {}
    part, before = 1, stops[0].last.scopes
    for stop in stops:
        # The marks of a paragraph stay together.
        if stop.last.scopes != before:
            part = max(part, ceil((stop.last.lines_unfolded - top) / share))
            before = stop.last.scopes
        parts.setdefault(part, []).extend(stop.marks)
    yield from map(Stop, parts.values())
