"""Runs the rules. Their findings in tables, or in one page, are cached until those change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, replace
from itertools import chain, islice
from typing import Any

from ..pages.page import Page
from ..rows.loading import Guide
from ..rows.problems import Problem
from ..rows.recalling import Recall, uncached
from ..rows.recalling_tables import noting, recall_of_tables
from .rules import OTHER_RULES, PAGE_RULES, ROW_RULES, TEXT_RULES, Rule

# Enough to see what is wrong. A file of 50,000 bad rows is reported in seconds, not in minutes.
MOST_OF_A_KIND = 200


def run_rules(guide: Guide, pages: Sequence[Page], recall: Recall) -> list[Problem]:
    """All problems, up to a limit for each rule."""
    if guide.problems:  # rows that could not be read are not part of the cache key
        recall = uncached
    found: list[Iterable[Problem]] = [rule(guide, pages) for rule in OTHER_RULES]
    for rule in ROW_RULES:
        found += _recalled([rule], guide, pages, ("row rule", rule.__module__), recall)
    found += _by_page(TEXT_RULES, guide, pages, ("text rules",), recall)
    found += _by_page(PAGE_RULES, guide, pages, ("page rules",), recall)
    return [problem for of_a_kind in found for problem in first_of_a_kind(iter(of_a_kind))]


def first_of_a_kind(problems: Iterator[Problem]) -> list[Problem]:
    """The problems of one check, cut off at a limit; the last one then says so."""
    first = list(islice(problems, MOST_OF_A_KIND))
    if next(problems, None):
        more = " More problems of this kind are left out here."
        first[-1] = replace(first[-1], message=first[-1].message + more)
    return first


def _by_page(
    rules: Sequence[Rule],
    guide: Guide,
    pages: Sequence[Page],
    key: tuple[str, ...],
    recall: Recall,
) -> list[Iterable[Problem]]:
    """What each rule finds in all pages, one page at a time."""
    of_pages = [
        _recalled(rules, guide, [page], (*key, page.path, page.shown, page.text), recall)
        for page in pages
    ]
    return [chain.from_iterable(of_a_rule) for of_a_rule in zip(*of_pages, strict=True)]


def _recalled(
    rules: Sequence[Rule],
    guide: Guide,
    pages: Sequence[Page],
    key: tuple[str, ...],
    recall: Recall,
) -> list[list[Problem]]:
    """What each rule finds, cached; up to one more than is shown."""

    def find() -> tuple[list[list[tuple[Any, ...]]], set[str]]:
        noted, tables = noting(guide)
        found = (islice(rule(noted, pages), MOST_OF_A_KIND + 1) for rule in rules)
        return [[astuple(problem) for problem in of_a_rule] for of_a_rule in found], tables.read

    found = recall_of_tables(recall, guide, key, find)
    return [[Problem(*fields) for fields in of_a_rule] for of_a_rule in found]
