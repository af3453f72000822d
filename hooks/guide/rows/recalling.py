"""How a pure function asks for an answer that it gave before. What remembers is handed in: `publish/memory.py`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

A = TypeVar("A")


class Recall(Protocol):
    """How a function asks."""

    def __call__(self, made_of: Iterable[str], make: Callable[[], A], /) -> A:
        """The answer, which JSON can hold. `made_of` is all that it depends on."""


def anew(_: Iterable[str], make: Callable[[], A]) -> A:
    """Remembers nothing."""
    return make()


def hash_of(*texts: str) -> str:
    """One hash for all of them."""
    # With its length before each, so that no two lists of texts are one.
    written = "".join(f"{len(text)}:{text}" for text in texts)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
