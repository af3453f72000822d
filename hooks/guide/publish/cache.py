"""A cache on disk for slow results of a build."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from .stored.whole import whole_file

MAX_ENTRIES = 200  # so that the folder does not grow without end; a build asks for about 25


def cached(folder: Path, key: str, make: Callable[[], str]) -> str:
    """The result of `make()`, read from the folder if the key is cached."""
    return cached_bytes(folder, key, lambda: make().encode()).decode()


def cached_bytes(
    folder: Path, key: str, make: Callable[[], bytes], max_entries: int = MAX_ENTRIES
) -> bytes:
    """The same for a result in bytes."""
    path = folder / hashlib.sha256(key.encode()).hexdigest()
    if path.is_file():
        with suppress(OSError):
            path.touch()
        return path.read_bytes()
    made = make()
    # A checkout that may not be written to is only slower.
    with suppress(OSError):
        _save(path, made, max_entries)
    return made


def _save(path: Path, made: bytes, max_entries: int) -> None:
    saved = [*path.parent.glob("*")]  # of a folder that does not exist: nothing
    if len(saved) > max_entries:
        for old in sorted(saved, key=_used)[:-max_entries]:
            old.unlink(missing_ok=True)
    with whole_file(path) as written:
        written.write(made)


def _used(path: Path) -> float:
    return path.stat().st_mtime
