"""The wait for a page at rest sees what "networkidle" misses: late files, chains of them, tools that are not drawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import TabOpener, go
from tests.browser.settling.traffic import Traffic, go_to_rest

TOOL_PAGE, LISTS = "prepare/practice/", "**/assets/tools/data/*.json*"
LATE = "**/search/core.json"
CHAIN = "() => void fetch('../../search/core.json').then(() => fetch('../../search/texts/0.json'))"
SHORT_MS = 500


class Held:
    """Answers that do not come until they are let go."""

    def __init__(self, page: Page, addresses: str) -> None:
        self.page, self.addresses, self.routes = page, addresses, list[Route]()
        page.route(addresses, self._hold)

    # Playwright takes no method of a list.
    def _hold(self, route: Route) -> None:
        self.routes.append(route)

    def let_go(self) -> None:
        for route in self.routes:
            route.continue_()
        self.page.unroute(self.addresses)


@pytest.mark.long
def test_a_file_that_is_asked_for_after_the_first_rest_is_waited_for(open_tab: TabOpener) -> None:
    page = open_tab()
    with Traffic(page) as traffic:
        go(page, "reference/faq/")
        traffic.rest()
        page.wait_for_load_state("networkidle")
        held = Held(page, LATE)
        before = len(traffic.begun)
        page.evaluate("() => void fetch('../../search/core.json')")
        page.wait_for_load_state("networkidle")  # returns at once, which is why it is not used
        with pytest.raises(AssertionError, match=r"search/core\.json is being fetched"):
            traffic.rest(SHORT_MS)
        held.let_go()
        traffic.rest()
        assert [request.response().finished() for request in traffic.begun[before:]] == [None]


@pytest.mark.long
def test_a_file_that_another_asks_for_is_waited_for(open_tab: TabOpener) -> None:
    page = open_tab()
    with Traffic(page) as traffic:
        go(page, "reference/faq/")
        traffic.rest()
        before = len(traffic.begun)
        page.evaluate(CHAIN)
        traffic.rest()
        names = [request.url.rpartition("/search/")[2] for request in traffic.begun[before:]]
        assert names == ["core.json", "texts/0.json"]


def test_a_tool_that_has_not_drawn_itself_is_waited_for(open_tab: TabOpener) -> None:
    page = open_tab()
    held = Held(page, LISTS)
    with Traffic(page) as traffic:
        page.goto(TOOL_PAGE, wait_until="domcontentloaded")
        with pytest.raises(AssertionError, match=r"<practice-tool> is not ready"):
            traffic.rest(SHORT_MS)
        held.let_go()
        traffic.rest()
    assert page.get_by_role("button", name="PM", exact=True).is_visible()


def test_a_page_that_is_at_rest_is_not_waited_for(open_tab: TabOpener) -> None:
    page = open_tab()
    go_to_rest(page, TOOL_PAGE)
    with Traffic(page) as traffic:
        traffic.rest(SHORT_MS)
    assert traffic.begun == []
