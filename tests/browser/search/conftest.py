"""The pages in which the search is tried."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener, TabOpener


@pytest.fixture
def page(open_tab: TabOpener) -> Page:
    return open_tab()


@pytest.fixture
def first_visit(new_context: Opener) -> Page:
    """A page of a reader who has nothing of the site yet."""
    return new_context().new_page()
