"""A page that is left in the middle of its reads and writes; Safari keeps it, and it must not hold up the next page."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.engines.driver import Driver, PageLeft
from tests.engines.webkit import WebKit

pytestmark = pytest.mark.long

LEFT, NEXT, STORE = "prepare/stories/", "reference/your-data/", "assets/tools/shared/store.js"
OPEN = "const store = await (await import(arguments[0])).openStore();"
# What a story's text does with every key, and what a page reads again after it: read, then write.
LAST = 19
BUSY = f"""for (let at = 0; at <= {LAST}; at += 1) {{
    store.change("progress", "left", () => at);
    store.list();
}}"""
# A press on the next page is saved. After ten seconds without an answer it is refused.
PRESS = "await store.put('progress', 'next', true); return store.problem;"


def test_a_page_that_is_left_does_not_hold_up_the_next(browser: Driver, address: str) -> None:
    for _ in range(5):
        browser.open(address + LEFT)
        browser.run(OPEN + BUSY, address + STORE)
        browser.open(address + NEXT)
        assert browser.run(OPEN + PRESS, address + STORE) == ""


def test_a_wait_goes_on_in_the_page_that_took_the_place(browser: Driver, address: str) -> None:
    for there in (NEXT, LEFT, NEXT):
        browser.open(address)
        with suppress(PageLeft):  # an engine may leave the page before it has answered
            browser.run("setTimeout(() => location.assign(arguments[0]));", address + there)
        browser.wait_for(f"location.pathname.endsWith({there!r})")


def test_what_a_left_page_had_begun_is_saved_if_its_reader_comes_back(
    browser: Driver, address: str
) -> None:
    browser.open(address + LEFT)
    browser.run(f"{OPEN} window.wasKept = true; {BUSY}", address + STORE)
    browser.open(address + NEXT)
    with suppress(PageLeft):
        browser.run("setTimeout(() => history.back());")
    browser.wait_for(f"location.pathname.endsWith({LEFT!r}) && document.readyState === 'complete'")
    was_kept = browser.run("return Boolean(window.wasKept)")
    assert was_kept or not isinstance(browser, WebKit), "else this proves nothing"
    if was_kept:
        browser.run(f"{OPEN} window.store = store;", address + STORE)
        browser.wait_for(f"(await store.list('progress')).some(({{ value }}) => value === {LAST})")
