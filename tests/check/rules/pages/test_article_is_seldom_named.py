"""Pages that break `article_is_seldom_named`, with what the writer reads, and pages that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.pages import article_is_seldom_named
from guide.pages.page import Page
from guide.rows.loading import Guide

from tests.check.rules.asking import reports
from tests.guides import guide_of, page_of

NAMES_IT = "Say what you decided.\n\nThe reviewed article says so."


@pytest.fixture
def empty(tmp_path: Path) -> Guide:
    return guide_of(tmp_path)


def study_pages(count: int) -> list[Page]:
    return [page_of(NAMES_IT, path="roles/tried-here.md")] * count


def test_ten_mentions_in_all_study_pages_pass(empty: Guide) -> None:
    assert reports(article_is_seldom_named, empty, study_pages(10)) == []


def test_each_of_eleven_mentions_is_reported(empty: Guide) -> None:
    message = (
        "docs/roles/tried-here.md:8\n    names the article, which the study pages together do too often. "
        "It belongs in the claims ledger."
    )
    found = reports(article_is_seldom_named, empty, study_pages(11))
    assert [one.split("\n    try:")[0] for one in found] == [message] * 11


def test_pages_that_are_not_for_study_pass(empty: Guide) -> None:
    pages = [page_of(NAMES_IT, path="reference/claims.md")] * 11
    assert reports(article_is_seldom_named, empty, pages) == []
