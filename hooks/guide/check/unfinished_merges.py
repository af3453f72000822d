"""Conflict markers in files that are not read as rows or pages: templates, styles, scripts, settings.

Git leaves them in a file that two people changed. In a template they would be on every page of the site, in a style
sheet they switch off the rule after them, and mkdocs.yml cannot be parsed at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from ..rows.problems import Problem
from ..rows.readers.files import below, bytes_of, merge_fault, shown_path, stamp_of

# Text files of overrides/; the others are pictures.
TEXTS = (".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".yml")


def unfinished_merges(root: Path) -> Iterator[Problem]:
    """A problem for each file below `root` in which a merge was not finished."""
    for path in _texts(root):
        with suppress(FileNotFoundError):  # a link of an editor that leads nowhere
            if found := _fault_in(path, stamp_of(path)):
                yield Problem(shown_path(Path(path), root), found[0], "", "", found[1])


@lru_cache(maxsize=2_000)  # while serving: those of a large guide
def _fault_in(path: str, _: tuple[int, ...]) -> tuple[int, str] | None:
    """The line of a file's first marker, and the message about it."""
    # Invalid UTF-8 is read all the same: markers are plain ASCII.
    text = bytes_of(path).decode("utf-8", "replace")
    found = merge_fault(text)
    return (text.count("\n", 0, found[0]) + 1, found[1]) if found else None


def _texts(root: Path) -> list[str]:
    """The project's own texts, and what is published from overrides/. Symbolic links are refused elsewhere."""
    own = (*sorted(root.glob("*.md")), root / "mkdocs.yml")
    files = (*map(os.fspath, own), *below(root / "overrides"))
    return [path for path in files if path.endswith(TEXTS) and os.path.isfile(path)]  # noqa: PTH113
