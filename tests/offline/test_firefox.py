"""The same in Firefox: saved once, read, practiced and searched without a server, and removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built.site import SUB_PATH, built_once
from tests.engines.firefox import Firefox, firefox
from tests.engines.journeys import JOURNEYS
from tests.offline.reading import PREFIXES, SAVED, page_addresses, tool_pages
from tests.offline.serving import OfflineServer, offline_server

pytestmark = pytest.mark.long

HERE = "reference/offline/"
# Firefox notes now and then that the worker did not answer a request, and names none: its address is empty. Seldom, on
# a busy machine, and more often where pages were fetched ahead. The reason is not known; each page and tool came whole.
WITHOUT_ADDRESS = re.compile(r".*/offline-worker\.js: Failed to load ‘’\.").match
STORES = "return (await caches.keys()).filter((name) => name.startsWith('offline '))"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_once(tmp_path_factory).root


@pytest.fixture(params=PREFIXES)
def server(folder: Path, request: pytest.FixtureRequest) -> Iterator[OfflineServer]:
    with offline_server(folder, request.param) as server:
        yield server


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Firefox]:
    with firefox(tmp_path) as browser:
        yield browser


def save(browser: Firefox) -> None:
    browser.wait_for("document.querySelector('offline-tool button')")
    browser.press("Save for offline")
    browser.wait_for(f"document.body.textContent.includes('{SAVED}')", seconds=200)


def read_all(browser: Firefox, server: OfflineServer, folder: Path) -> set[str]:
    """Opens each page, then uses the search and each tool to its end; at the root, opens the tools and searches.

    The errors in the console by then: it is read after each page, since it only holds the newest messages.
    """
    errors: set[str] = set()
    is_below_a_path = server.prefix == SUB_PATH
    for url in page_addresses(folder) if is_below_a_path else tool_pages():
        browser.open(server.address + url)
        if url in tool_pages():
            browser.wait_for("!document.body.textContent.includes('Without scripts.')")
        browser.run("return document.fonts.ready.then(() => 1)")
        errors.update(browser.errors(server.address))
    walks = JOURNEYS if is_below_a_path else {"": JOURNEYS[""]}
    for page, walk in walks.items():
        walk(browser, server.address + page)
    return errors | {*browser.errors(server.address)}


def remove(browser: Firefox) -> None:
    browser.wait_for(f"document.body.textContent.includes('{SAVED}')")
    browser.press("Remove from this device")
    browser.press("Remove the pages")
    browser.wait_for("document.body.textContent.includes('The pages are removed')")


def test_a_reader_of_firefox_reads_on_without_a_server(
    browser: Firefox, server: OfflineServer, folder: Path
) -> None:
    browser.open(server.address + HERE)
    assert "offline-worker.js" not in server.requests
    assert browser.run(STORES) == []
    save(browser)

    server.is_gone = True
    errors = read_all(browser, server, folder)
    assert [error for error in errors if not WITHOUT_ADDRESS(error)] == []
    assert server.served_while_gone == []

    browser.open(server.address + HERE)
    browser.run("localStorage.setItem('mine', 'kept')")
    remove(browser)
    assert browser.run(STORES) == []
    assert browser.run("return localStorage.getItem('mine')") == "kept"
