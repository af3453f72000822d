"""One server and one browser for each worker; each test opens pages of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.server import serving
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


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built guide, with its sub-path."""
    with serving(built_once(tmp_path_factory).root) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window. There is no skipping: `make browser` installs one."""
    path = find_chromium()
    assert path is not None, "no Chromium starts here; `make browser` finds or installs one"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@contextmanager
def watched_context(browser: Browser, address: str, **options) -> Iterator[BrowserContext]:
    """A fresh profile; in the end it fails if a page broke the site's policy, asked another host, or left a cookie."""
    context = browser.new_context(base_url=address, **options)
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, address)
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
