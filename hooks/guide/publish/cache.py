"""Slow results of a build, on disk for the next one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

MAX_ENTRIES = 20  # so that the folder does not grow without end


def cached(folder: Path, key: str, make: Callable[[], str]) -> str:
    """The result of `make()`, read from the folder if the same key was made before."""
    path = folder / hashlib.sha256(key.encode()).hexdigest()
    if path.is_file():
        path.touch()
        return path.read_text(encoding="utf-8")
    text = make()
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime)[:-MAX_ENTRIES]:
        old.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")
    return text
