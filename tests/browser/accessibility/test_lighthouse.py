"""Lighthouse gives each kind of page 100 for accessibility, best practices and search engines."""

from __future__ import annotations

import pytest

from tests.bench.lighthouse import audits, chromium_port

pytestmark = pytest.mark.long

# The start, a loop, figures, cards, questions and a tool; axe reads every page elsewhere.
PAGES = (
    *("", "loops/pm/", "pay/by-level/", "mistakes/", "prepare/questions-pm-product/"),
    "prepare/practice/",
)
CATEGORIES = ("accessibility", "best-practices", "seo")


def test_lighthouse_finds_nothing(address: str) -> None:
    with chromium_port() as port:
        found = audits(port, CATEGORIES, [address + url for url in PAGES])
    assert len(found) == len(PAGES)
    assert [page for page in found if set(page["scores"].values()) != {100}] == []
    assert all(set(page["scores"]) == set(CATEGORIES) for page in found)
