"""Everything that can be wrong before a build, found in one pass."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from ..pages.reading import read_pages
from ..pages.settings import settings_problems
from ..rows.loading import Guide, load_guide
from ..rows.problems import Problem, ProblemsFound
from ..rows.readers.files import below, links_below
from ..rows.recalling import Recall, uncached
from ..view.macros import MACROS
from ..view.render import PLAIN, RenderedPages, Setting
from .rule_runner import run_rules
from .unfinished_merges import unfinished_merges

# The inputs of a check: an edit in any of them invalidates the cached result.
READ = ("data", "docs", "overrides", "mkdocs.yml")
Edit = tuple[str, int, int]


@dataclass(frozen=True)
class Checked:
    """The guide and its pages with every problem found in them."""

    guide: Guide
    pages: RenderedPages
    problems: tuple[Problem, ...]


def check_everything(root: Path, setting: Setting = PLAIN, recall: Recall = uncached) -> Checked:
    """Reads data and pages under `root`, renders them, and applies all rules. Does not raise for bad input."""
    guide = load_guide(root)
    # Rules need the menu, so nothing else can be checked while it cannot be read.
    if unreadable := settings_problems(root):
        return Checked(guide, RenderedPages(guide, (), MACROS, setting), tuple(unreadable))
    pages = RenderedPages(guide, read_pages(root), MACROS, setting, recall)
    found = [*guide.problems, *(problem for page in pages for problem in page.problems)]
    # Files in the theme's folder are published too, and a symbolic link may point outside the project.
    found += [
        problem for part in ("data", "overrides") for problem in links_below(root / part, root)
    ]
    found += unfinished_merges(root)
    found += run_rules(guide, pages, recall)
    return Checked(guide, pages, tuple(sorted(set(found))))


def checked_pages(root: Path, setting: Setting = PLAIN, recall: Recall = uncached) -> Checked:
    """The guide and its rendered pages, if nothing is wrong. Raises ProblemsFound with all problems otherwise.

    The last result is cached until a file changes: MkDocs calls this once a build, Zensical once a page.
    """
    checked = _cached(root, setting, recall, _edits_below(root))  # type: ignore[arg-type]
    if checked.problems:
        raise ProblemsFound(checked.problems)
    return checked


@lru_cache(maxsize=1)
def _cached(root: Path, setting: Setting, recall: Recall, _edits: frozenset[Edit]) -> Checked:
    return check_everything(root, setting, recall)


def _edits_below(root: Path) -> frozenset[Edit]:
    """Path, modification time and size of each file that the check reads."""
    read = [os.fspath(path) for path in (*(root / part for part in READ), *root.glob("*.md"))]
    found: set[Edit] = set()
    for path in (*read, *chain.from_iterable(map(below, read))):
        with suppress(FileNotFoundError):  # the check reports missing files
            stat = os.lstat(path)
            found.add((path, stat.st_mtime_ns, stat.st_size))
    return frozenset(found)
