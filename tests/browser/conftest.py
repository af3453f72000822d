"""One server, one browser and one tab for each worker; a test that needs more opens a profile of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import chromium_for_tests
from tests.browser.server import serving
from tests.browser.slowing import slow_down
from tests.browser.watching import Watch
from tests.built.site import built_once

# The first three start it where there is no screen and no sandbox; the rest keep it off the network.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-quic", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
# Generous: a machine that does other work too is slow, and a test that passes never waits that long.
PATIENCE_MS = 15_000
Opener = Callable[..., BrowserContext]
TabOpener = Callable[..., Page]
expect.set_options(timeout=PATIENCE_MS)


def go(page: Page, url: str) -> None:
    """Open a page of the site and wait until the theme's script has run (it takes `no-js` away)."""
    page.goto(url)
    page.wait_for_selector("html:not(.no-js)", state="attached")


def until(page: Page, read: Callable[[], Any], wanted: Callable[[Any], bool] = bool) -> Any:
    """What `read()` finds once that is as wanted, or after a while as it then is.

    Playwright's `wait_for_function` needs eval after its first look, and the site's policy forbids that.
    """
    for _ in range(PATIENCE_MS // 100):
        if wanted(found := read()):
            break
        page.wait_for_timeout(100)
    return found


class Tab:
    """One profile that tests use one after the other; each finds a new page in it, and nothing of those before."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.watch = Watch(context, address)
        self.origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        slow_down(context)
        self.page = context.new_page()

    def opened(self, width: int, height: int, **media: Any) -> Page:
        """The page at this size; `media` is what `Page.emulate_media` takes."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(**media)
        return self.page

    def left(self) -> list[str]:
        """Ends what a test began, empties the profile, and names what broke a promise of `Watch`."""
        old = self.context.pages
        # The page goes, and its listeners and routes with it; fetched and compiled files stay. The new one comes first:
        # without any page the window would close, and a new window costs a third more CPU than a page.
        self.page = self.context.new_page()
        for page in old:
            page.close()
        return self.emptied()

    def emptied(self) -> list[str]:
        """The faults that `Watch` noted. Empties the profile and leaves the page alone."""
        faults = self.watch.faults()
        self.watch.noted.clear()
        session = self.context.new_cdp_session(self.page)
        cleared = {"origin": self.origin, "storageTypes": "all"}
        session.send("Storage.clearDataForOrigin", cleared)
        session.detach()
        self.context.clear_cookies()
        return faults


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built guide, with its sub-path."""
    with serving(built_once(tmp_path_factory).root) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window. There is no skipping: `make browser` installs one."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=chromium_for_tests(), args=list(FLAGS)
        )
        yield chromium
        chromium.close()


@contextmanager
def watched_context(browser: Browser, address: str, **options) -> Iterator[BrowserContext]:
    """A fresh profile; in the end it fails if a page broke the site's policy, asked another host, or left a cookie."""
    context = browser.new_context(base_url=address, **options)
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, address)
    slow_down(context)
    yield context
    faults = watch.faults()
    context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def new_context(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens a fresh profile: `new_context(width=360, color_scheme="dark")`; relative addresses lead into the site.

    Whatever the test is about, it fails if a page breaks what `Watch` watches.
    """
    with ExitStack() as opened:

        def open_context(width: int = 1280, height: int = 800, **options) -> BrowserContext:
            viewport = {"width": width, "height": height}
            context = watched_context(browser, address, viewport=viewport, **options)
            return opened.enter_context(context)

        yield open_context


@pytest.fixture(scope="session")
def tab(browser: Browser, address: str) -> Iterator[Tab]:
    """The one tab of a worker, for `open_tab`."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(PATIENCE_MS)
    yield Tab(context, address)
    context.close()


@pytest.fixture
def open_tab(tab: Tab) -> Iterator[TabOpener]:
    """Opens an empty page in a profile that looks unused: `open_tab(width=360, color_scheme="dark")`.

    A profile of its own costs a test twice the CPU: every file is fetched, read and compiled again. So this is for
    tests that change nothing but their page; those with a clock, two tabs, no network, no scripts, a script for all
    pages, or an eye on what is fetched open a profile with `new_context`.
    """

    def open_page(width: int = 1280, height: int = 800, **media: Any) -> Page:
        return tab.opened(width, height, **media)

    yield open_page
    faults = tab.left()
    assert not faults, "\n".join(faults)
