"""Rows that break `pages_exist`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from guide.check.rules.pages import macros_exist
from guide.check.rules.rows import pages_exist

from tests.check.rules.asking import page_reports, reports
from tests.guides import guide_of, page_of, row


def test_a_path_to_a_page_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    step = {"page": "pay/level.md", "name": "N", "gives": "a page"}
    guide = guide_of(tmp_path, reader_paths=[row("reader-paths", steps=[step])])
    page = page_of("[[= reader_paths() =]]", path="pay/levels.md")
    assert page_reports(macros_exist, guide, page) == []
    (report,) = page_reports(pages_exist, guide, page)
    assert report.startswith(
        "data/reader-paths.yml:1: a-path / steps | 'pay/level.md' is not a page "
    )
    assert report.endswith("Did you mean 'pay/levels.md'? | try:  pay/levels.md")


NAMING_PAGES = (
    ("changes", "a-change", "page", "", "page"),
    ("checklist", "a-task", "page", "", "page"),
    ("faq", "a-question", "page", "", "page"),
    ("reader-questions", "a-place", "page", "", "page"),
    ("company-changes", "a-change", "pages", ["page.md", "pay/level.md"], "pages"),
    (
        "reader-paths",
        "a-path",
        "steps",
        [{"page": "pay/level.md", "name": "A", "gives": "b"}],
        "steps",
    ),
)


@pytest.mark.parametrize(("table", "key", "field", "value", "said"), NAMING_PAGES)
def test_a_row_that_names_a_missing_page_is_reported(
    tmp_path: Path, table: str, key: str, field: str, value: Any, said: str
) -> None:
    named = row(table, id=key, **{field: value or "pay/level.md"})
    guide = guide_of(tmp_path, **{table.replace("-", "_"): [named]})
    pages = [page_of("Text"), page_of("Text", path="pay/levels.md")]
    assert reports(pages_exist, guide, pages) == [
        f"data/{table}.yml:1: {key} / {said}\n"
        "    'pay/level.md' is not a page below docs/. Allowed: page.md, pay/levels.md. Did you mean 'pay/levels.md'?\n"
        "    try:  pay/levels.md"
    ]


@pytest.mark.parametrize(("table", "key", "field", "value", "said"), NAMING_PAGES)
def test_a_row_that_names_a_page_of_the_guide_passes(
    tmp_path: Path, table: str, key: str, field: str, value: Any, said: str
) -> None:
    named = row(table, id=key, **{field: value or "pay/level.md"})
    guide = guide_of(tmp_path, **{table.replace("-", "_"): [named]})
    pages = [page_of("Text"), page_of("Text", path="pay/level.md")]
    assert reports(pages_exist, guide, pages) == []
