"""Everything that can be wrong before a build, found in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .loading import Guide, load_guide
from .pages import Page, read_pages
from .problems import Problem, ProblemsFound
from .rules import RULES


@dataclass(frozen=True)
class Checked:
    """The guide and its pages with every problem found in them."""

    guide: Guide
    pages: list[Page]
    problems: tuple[Problem, ...]


def check_everything(root: Path) -> Checked:
    """Reads data and pages under `root` and applies all rules. Does not raise for bad input."""
    guide = load_guide(root)
    pages = list(read_pages(root))
    found = [*guide.problems, *(problem for page in pages for problem in page.problems)]
    found += [problem for rule in RULES for problem in rule(guide, pages)]
    return Checked(guide, pages, tuple(sorted(set(found))))


def checked_guide(root: Path) -> Guide:
    """The guide, if nothing is wrong. Raises ProblemsFound with all problems otherwise."""
    checked = check_everything(root)
    if checked.problems:
        raise ProblemsFound(checked.problems)
    return checked.guide
