"""The menu names pages that exist. Pages show parts of it, and would have to report a fault that is not theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ....pages.navigation import menu
from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem, allowed, nearest

SETTINGS = "mkdocs.yml"


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Names the line of the menu, and suggests similar pages."""
    known = {page.path for page in pages if page.path.endswith(".md")}
    for path in sorted(unknown_pages_in_menu(guide.root, pages)):
        message = f"'{path}' in the menu is not a page below docs/. {allowed(path, known)}"
        correction = nearest(path, known) or ""
        yield Problem(SETTINGS, _line_of(path, guide.root), "nav", "", message, correction)


def unknown_pages_in_menu(root: Path, pages: Sequence[Page]) -> frozenset[str]:
    """Pages that the menu names and that do not exist; addresses of other sites are none."""
    if not (root / SETTINGS).is_file():
        return frozenset()
    named = {entry.path for entry in menu(root) if "://" not in entry.path}
    return frozenset(named) - {page.path for page in pages}


def _line_of(path: str, root: Path) -> int:
    lines = (root / SETTINGS).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if path in line), 1)
