"""Every path through a role-play reaches an ending, and the length of a reply does not give its quality away."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import RolePlay
from ....rows.problems import Problem

# The longest reply of a turn has at most this many times the words of the shortest.
WIDEST = 1.5

Fault = tuple[str, str]


def check(guide: Guide, _: list[Page]) -> Iterator[Problem]:
    """Looks at every role-play."""
    plays = guide["role-plays"]
    for row, place in plays.with_places():
        # With a duplicate name, paths are ambiguous.
        faults = list(_names(row)) or [*_paths(row), *_choices(row), *_lengths(row)]
        for field, message in faults:
            yield plays.problem(row, place, field, message)


def _names_of(play: RolePlay) -> list[str]:
    return [*(turn.id for turn in play.turns), *(ending.id for ending in play.endings)]


def _names(play: RolePlay) -> Iterator[Fault]:
    """Turns and endings have names of their own, and so have the replies of a turn."""
    names = _names_of(play)
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield "turns", f"'{name}' is the id of two turns or endings. Give each its own."
    for turn in play.turns:
        ids = [reply.id for reply in turn.replies]
        for name in dict.fromkeys(name for name in ids if ids.count(name) > 1):
            yield (
                "turns",
                f"Turn '{turn.id}': '{name}' is the id of two replies. Give each its own.",
            )


def _paths(play: RolePlay) -> Iterator[Fault]:
    """Every reply leads to a turn or an ending, there is no cycle, and everything can be reached."""
    yield from _dead_ends(play)
    graph = {turn.id: [reply.next for reply in turn.replies] for turn in play.turns}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " -> ".join(reversed(error.args[1]))
        yield "turns", f"The conversation can loop: {circle}. Lead one reply elsewhere."
    reached = _reached(play.turns[0].id, graph)
    parts = [("turns", turn.id) for turn in play.turns]
    parts += [("endings", ending.id) for ending in play.endings]
    for field, name in parts:
        if name not in reached:
            yield (
                field,
                f"No reply leads to '{name}'. Make it the next of a reply, or remove it.",
            )


def _dead_ends(play: RolePlay) -> Iterator[Fault]:
    names = _names_of(play)
    for turn in play.turns:
        for reply in turn.replies:
            if reply.next not in names:
                allowed = ", ".join(names)
                yield (
                    "turns",
                    f"Turn '{turn.id}', reply '{reply.id}': next is '{reply.next}'. Allowed: {allowed}.",
                )


def _reached(start: str, graph: dict[str, list[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = [name for name in graph.get(waiting.pop(), ()) if name not in reached]
        reached.update(new)
        waiting += new
    return reached


def _choices(play: RolePlay) -> Iterator[Fault]:
    for turn in play.turns:
        qualities = [reply.quality for reply in turn.replies]
        if qualities.count("strong") != 1 or "weak" not in qualities:
            listed = ", ".join(qualities)
            yield (
                "turns",
                f"Turn '{turn.id}' has {listed}. Give one strong reply and a weak one or more.",
            )


def _lengths(play: RolePlay) -> Iterator[Fault]:
    longest, shortest = [], []
    for turn in play.turns:
        counts = {reply.id: len(reply.say.split()) for reply in turn.replies}
        if max(counts.values()) > WIDEST * min(counts.values()):
            lengths = ", ".join(f"{name} {count}" for name, count in counts.items())
            yield (
                "turns",
                f"Turn '{turn.id}': one reply is far longer than another (words: {lengths}). Even them out.",
            )
        strong = [counts[reply.id] for reply in turn.replies if reply.quality == "strong"]
        others = [counts[reply.id] for reply in turn.replies if reply.quality != "strong"]
        if strong and others:
            longest += [turn.id] if min(strong) > max(others) else []
            shortest += [turn.id] if max(strong) < min(others) else []
    for name, turns in (("longest", longest), ("shortest", shortest)):
        if len(turns) > len(play.turns) / 2:
            yield (
                "turns",
                f"The strong reply is the {name} in {len(turns)} of {len(play.turns)} turns "
                f"({', '.join(turns)}), so its length gives it away. Change half of them.",
            )
