"""The box of the search and its results, as a reader uses them."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import TabOpener, until
from tests.built.site import SUB_PATH

FIELD = "[data-md-component=search-query]"
LINKS = ".md-search-result__link"
LINE = ".md-search-result__meta"
STUB = {"search/search_index.json", "assets/search/worker.js"}


def search(page: Page, query: str) -> None:
    """Opens the box, enters the whole query at once, and waits for its answer. The theme reads the box after a key."""
    page.locator(LINKS).evaluate_all("all => all.forEach(link => { link.dataset.old = ''; })")
    page.locator(FIELD).fill(query)
    page.locator(FIELD).press("End")
    page.wait_for_selector(f"{LINKS}:not([data-old])")


def type_query(page: Page, query: str) -> None:
    """Opens the box by keyboard and types letter by letter; what is shown may still answer the first letters."""
    page.keyboard.press("/")
    page.locator(FIELD).fill("")
    page.locator(FIELD).press_sequentially(query)


def places(page: Page) -> list[str]:
    """Where the results lead, below the site and without the words to highlight."""
    links = page.locator(LINKS).evaluate_all("all => all.map(a => a.href)")
    return [re.sub(r"\?h=[^#]*", "", link.split(SUB_PATH, 1)[-1]) for link in links]


def assert_places(page: Page, wanted: Callable[[list[str]], object]) -> None:
    """The results lead where is wanted, as soon as the whole query is answered."""
    found = until(page, lambda: places(page), wanted)
    assert wanted(found), found


def fetched(page: Page) -> set[str]:
    """A set that fills up with what the page asks for on behalf of the search."""
    requests: set[str] = set()

    def note(address: str) -> None:
        path = urlsplit(address).path.removeprefix(SUB_PATH)
        if path.startswith(("search/", "assets/search/", "assets/javascripts/workers/")):
            requests.add(path)

    page.on("request", lambda request: note(request.url))
    return requests


@pytest.fixture
def page(open_tab: TabOpener) -> Page:
    return open_tab()
