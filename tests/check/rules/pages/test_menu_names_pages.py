"""Menus that break `menu_names_pages`, with what the writer reads, and menus that pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from guide.check.rules.pages import macros_exist, menu_names_pages
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import PROJECT, guide_of, page_of

MENU = """site_name: A guide
nav:
  - Home: index.md
  - Pay:
      - Levels: pay/levels.md
      - pay/offers.md
  - Elsewhere: https://example.org/
"""
PAGE = page_of("[[= reading_list() =]]", path="pay/levels.md")


@pytest.fixture
def small_guide(tmp_path: Path) -> Guide:
    root = tmp_path / "guide"
    root.mkdir()
    (root / "mkdocs.yml").write_text(MENU, encoding="utf-8")
    (root / "overrides").symlink_to(PROJECT / "overrides")
    return replace(guide_of(tmp_path), root=root)


def test_a_page_of_the_menu_that_does_not_exist_is_reported_at_its_line(small_guide: Guide) -> None:
    pages = [PAGE, page_of("", path="index.md"), page_of("", path="pay/offer.md")]
    (problem,) = menu_names_pages.check(small_guide, pages)
    assert str(problem) == (
        "mkdocs.yml:6: nav\n"
        "    'pay/offers.md' in the menu is not a page below docs/. "
        "Allowed: index.md, pay/levels.md, pay/offer.md. Did you mean 'pay/offer.md'?\n"
        "    try:  pay/offer.md"
    )


def test_a_page_that_shows_the_menu_has_not_to_report_its_fault(small_guide: Guide) -> None:
    assert page_reports(macros_exist, small_guide, PAGE) == []


def test_pages_that_exist_and_addresses_pass(small_guide: Guide) -> None:
    pages = [PAGE, page_of("", path="index.md"), page_of("", path="pay/offers.md")]
    assert list(menu_names_pages.check(small_guide, pages)) == []


def test_a_guide_without_settings_has_no_menu(tmp_path: Path) -> None:
    guide = replace(guide_of(tmp_path), root=tmp_path / "empty")
    assert list(menu_names_pages.check(guide, [PAGE])) == []
