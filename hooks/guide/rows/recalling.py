"""The interface of a cache for pure functions. `publish/memory.py` implements it; callers pass it in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

A = TypeVar("A")


class Recall(Protocol):
    """Looks up a cached result, or computes and stores it."""

    def __call__(self, key: Iterable[str], make: Callable[[], A], /) -> A:
        """The result of `make`, which must be JSON-serializable. `key` is everything that it depends on."""


def uncached(_: Iterable[str], make: Callable[[], A]) -> A:
    """A `Recall` that caches nothing."""
    return make()


def hash_of(*texts: str) -> str:
    """One hash of all texts."""
    # Each is prefixed with its length, so that two different lists never hash the same input.
    written = "".join(f"{len(text)}:{text}" for text in texts)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
