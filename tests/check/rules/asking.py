"""What one rule reports about a made-up guide: the tests of all rules ask it this way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any

from guide.check.rules import ROW_RULES
from guide.pages.page import Page
from guide.rows.loading import Guide

# What `guide_of` takes: the rows of each table.
Tables = dict[str, list[dict[str, Any]]]


class Untouchable:
    """Stands for what a rule must not read, and fails one that does."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"a rule read '{name}' of what its list says that it does not read")

    __iter__ = __len__ = __getitem__ = lambda self, *_: self.__getattr__("it")


def reports(rule: ModuleType, guide: Guide, pages: Sequence[Page] = ()) -> list[str]:
    """What a contributor reads about these rows and pages. A rule of ROW_RULES that reads more than rows fails."""
    if rule.check in ROW_RULES:
        guide, pages = replace(guide, root=Untouchable()), Untouchable()  # type: ignore
    return [str(problem) for problem in rule.check(guide, pages)]


def page_reports(rule: ModuleType, guide: Guide, page: Page) -> list[str]:
    """What a writer reads about one page, as "line | message | try: ...". The body of `page_of` starts on line 6."""
    return [
        report.replace("docs/page.md:", "").replace("\n    ", " | ")
        for report in reports(rule, guide, [page])
    ]
