"""A reader saves the guide, the server goes away, and the reader reads, practices and searches on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import go, until, watched_context
from tests.browser.search.box import LINKS, search
from tests.browser.settling.traffic import go_to_rest
from tests.built.site import built_once
from tests.offline.reading import PREFIXES, SAVED, counted_files, page_addresses, tool_pages
from tests.offline.serving import OfflineServer, offline_server

pytestmark = pytest.mark.long  # the whole guide is fetched, stored and read again

HERE = "reference/offline/"
NOTE = "localStorage.setItem('mine', 'kept'); await caches.open('mine');"
OWN = "(await caches.keys()).filter((name) => name.startsWith('offline '))"
SAVE_MS = 180_000
# Which of these addresses have no answer. Firefox opens each page: tests/offline/test_firefox.py.
MISSING = """async ([root, names]) => {
    const missing = [];
    for (const name of names) {
        const response = await fetch(root + name).catch(() => ({ ok: false }));
        if (!response.ok) missing.push(name);
    }
    return missing;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_once(tmp_path_factory).root


@pytest.fixture(params=PREFIXES)
def server(folder: Path, request: pytest.FixtureRequest) -> Iterator[OfflineServer]:
    with offline_server(folder, request.param) as server:
        yield server


@pytest.fixture
def context(browser: Browser, server: OfflineServer) -> Iterator[BrowserContext]:
    with watched_context(browser, server.address) as context:
        yield context


def press_save(page: Page) -> None:
    page.get_by_role("button", name="Save for offline").click()
    expect(page.get_by_text(SAVED)).to_be_visible(timeout=SAVE_MS)
    # The browser's own cache would answer for the copy.
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")


def evaluate(page: Page, body: str) -> object:
    return page.evaluate(f"(async () => {{ {body} }})()")


def without_server(page: Page, server: OfflineServer, urls: list[str]) -> list[str]:
    """Walks pages with the server gone; what the console complained of."""
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    server.is_gone = True
    for url in urls:
        go(page, server.address + url)
        expect(page.locator(".study-tool__body:not(:defined)")).to_have_count(0)
        expect(page.get_by_text("Without scripts.")).to_have_count(0)  # each tool has drawn itself
        assert page.get_by_text("could not start").count() == 0, url
    return complaints


def remove(page: Page) -> None:
    page.get_by_role("button", name="Remove from this device").click()
    page.get_by_role("button", name="Remove the pages").click()
    expect(page.get_by_text("The pages are removed")).to_be_visible()


def test_nothing_is_saved_before_a_reader_asks(
    context: BrowserContext, server: OfflineServer
) -> None:
    page = context.new_page()
    go(page, server.address)
    go_to_rest(page, server.address + HERE)
    assert not {"offline-worker.js", "offline.json", "manifest.json"} & set(server.requests)
    assert evaluate(page, "return (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert evaluate(page, f"return {OWN}") == []


def test_a_reader_saves_the_guide_and_reads_on_without_a_server(
    context: BrowserContext, server: OfflineServer, folder: Path
) -> None:
    page = context.new_page()
    go_to_rest(page, server.address + HERE)
    evaluate(page, NOTE)
    size = float(page.locator("offline-tool strong").inner_text().split()[0])

    server.forget()
    press_save(page)
    assert server.sent / 1_000_000 == pytest.approx(size, rel=0.05)
    assert len(server.requests) <= counted_files(folder) + 8  # list, worker, manifest and its icons

    complaints = without_server(page, server, ["", *tool_pages()])
    assert page.evaluate(MISSING, [server.address, page_addresses(folder)]) == []
    search(page, "battlecard")
    expect(page.locator(LINKS).first).to_be_visible()
    assert (complaints, server.served_while_gone) == ([], [])
    remove_the_copy(page, server)


def remove_the_copy(page: Page, server: OfflineServer) -> None:
    """By its button; what else is stored here stays."""
    go(page, server.address + HERE)
    remove(page)
    assert evaluate(page, f"return {OWN}") == []
    assert evaluate(page, "return localStorage.getItem('mine')") == "kept"
    assert evaluate(page, "return caches.has('mine')")


@pytest.mark.parametrize("server", PREFIXES[:1], indirect=True)
def test_a_server_that_takes_long_is_not_waited_for(
    context: BrowserContext, server: OfflineServer
) -> None:
    page = context.new_page()
    go(page, server.address + HERE)
    press_save(page)
    server.delay = 60.0
    page.goto(server.address + "pay/levels/", timeout=50_000)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert until(page, lambda: page.evaluate("!document.documentElement.matches('.no-js')"))
    server.delay = 0.0
