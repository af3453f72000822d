"""The state of each address, as Markdown. In code spans, since a link to an issue elsewhere would notify it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..markdown import code
from .link_cache import CachedAnswer

Memory = dict[str, CachedAnswer]
MOST_LINES = 100


def report(memory: Memory, places: dict[str, list[str]], postponed: list[str]) -> str:
    """The report. `places` says where the guide names each address."""
    parts: list[tuple[str, Callable[[CachedAnswer], bool]]] = [
        ("## Links that died", lambda answer: answer.is_dead),
        ("## Links that moved for good", lambda answer: answer.state == "moved"),
        ("## Links that refuse automatic visitors", lambda answer: answer.state == "closed"),
    ]
    lines: list[str] = []
    for title, belongs in parts:
        found = [address for address in sorted(memory) if belongs(memory[address])]
        lines += [title, "", *(_part(found, memory, places) or ["None."]), ""]
    lines.append(f"{len(memory)} addresses are known.")
    if postponed:
        lines.append(
            f"{len(postponed)} were due but not checked in time; the next run checks them."
        )
    return "\n".join(lines) + "\n"


def _part(found: list[str], memory: Memory, places: dict[str, list[str]]) -> list[str]:
    shown = [_line(address, memory[address], places[address]) for address in found[:MOST_LINES]]
    more = len(found) - MOST_LINES
    return [*shown, f"- And {more} more."] if more > 0 else shown


def _line(address: str, known: CachedAnswer, where: list[str]) -> str:
    return ". ".join([f"- {code(address)} {code(known.said)}", *_facts(known, where)]) + "."


def _facts(known: CachedAnswer, where: list[str]) -> Iterator[str]:
    if known.bad_since:
        yield f"First failed on {known.bad_since}, {known.bad_runs} runs"
    if known.moved_to:
        yield f"Now at {code(known.moved_to)}"
    if known.is_dead:
        yield f"[Archived copy]({known.archived})" if known.archived else "No archived copy known"
    yield f"In {', '.join(code(place) for place in where[:3])}"
    if len(where) > 3:
        yield f"And in {len(where) - 3} more places"
