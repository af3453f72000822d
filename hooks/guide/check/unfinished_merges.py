"""Conflict markers in files that are not read as rows or pages: templates, styles, scripts, settings.

Git leaves them in a file that two people changed. In a template they would be on every page of the site, in a style
sheet they switch off the rule after them, and mkdocs.yml cannot be parsed at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..rows.problems import Problem
from ..rows.readers.files import merge_fault, shown_path

# Text files of overrides/; the others are pictures.
TEXTS = frozenset({".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".yml"})


def unfinished_merges(root: Path) -> Iterator[Problem]:
    """A problem for each file below `root` in which a merge was not finished."""
    for path in _texts(root):
        # Invalid UTF-8 is read all the same: markers are plain ASCII.
        text = path.read_bytes().decode("utf-8", "replace")
        if found := merge_fault(text):
            at, message = found
            yield Problem(shown_path(path, root), text.count("\n", 0, at) + 1, "", "", message)


def _texts(root: Path) -> Iterator[Path]:
    """The project's own texts, and what is published from overrides/. Symbolic links are refused elsewhere."""
    inside = sorted(root.joinpath("overrides").rglob("*"))
    files = (*sorted(root.glob("*.md")), root / "mkdocs.yml", *inside)
    return (path for path in files if path.suffix in TEXTS and path.is_file())
