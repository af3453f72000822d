"""What a server holds from one build to the next: what a step made, for as long as what it is made of is equal.

Only the last build's are held, and only while serving. An edit of the guide's code loads this module again, empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ..pages.page import Page
from ..rows.recalling import Recall

A = TypeVar("A")
_made: dict[str, tuple[tuple[str | bytes, ...], Any]] = {}


def made_again(name: str, made_of: Iterable[str | bytes], make: Callable[[], A]) -> A:
    """The result of the last `make` of this name, if that was made of the same."""
    key = tuple(made_of)
    if name not in _made or _made[name][0] != key:
        _made[name] = (key, make())
    return _made[name][1]  # type: ignore[no-any-return]


def recalling(name: str) -> Recall:
    """A `Recall` that holds what is asked for under this name, once for each number of parts that its key has."""

    def recall(key: Iterable[str], make: Callable[[], A], /) -> A:
        parts = tuple(key)  # a lookup in steps has more of them in each
        return made_again(f"{name} {len(parts)}", parts, make)

    return recall


def called_by(pages: Iterable[Page]) -> str:
    """What steps read of pages as they were written: each with its title and its macro calls."""
    return "\n".join(page.called_text for page in pages)
