"""Results of a build that take time, kept for the next one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

KEPT = 20  # so that the folder does not grow for ever


def kept(folder: Path, key: str, make: Callable[[], str]) -> str:
    """What `make()` gives, or gave before for the same key."""
    path = folder / hashlib.sha256(key.encode()).hexdigest()
    if path.is_file():
        path.touch()
        return path.read_text(encoding="utf-8")
    text = make()
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")
    return text
