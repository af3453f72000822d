"""The inputs that all pages share, as part of the cache key of rendered pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from ..rows.loading import Guide
from ..rows.readers.files import below
from ..rows.recalling import hash_of


def shared_inputs_hash(guide: Guide, setting: object, today: dt.date) -> str:
    """The hash of components, menu, names of pages, setting and day; empty while rows are broken.

    The guide's code is not part of it: each version of the code has its own cache. What a macro reads
    besides is noted by its context.
    """
    if guide.problems:
        return ""
    return hash_of(repr(setting), today.isoformat(), *_files(guide.root))


def _files(root: Path) -> Iterator[str]:
    """Each component with its text, the names of what pages may link to, and the menu."""
    components = root / "overrides" / "components"
    for path in sorted(components.rglob("*")):
        if path.is_file():
            yield path.relative_to(components).as_posix()
            yield path.read_bytes().decode("utf-8", "surrogateescape")
    docs = root / "docs"
    yield "\n".join(path.removeprefix(str(docs)) for path in below(docs))
    menu = root / "mkdocs.yml"
    yield menu.read_bytes().decode("utf-8", "surrogateescape") if menu.is_file() else ""
