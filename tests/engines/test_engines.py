"""Pages and tools in Firefox, in WebKit and in Chrome 112: everything works, and no console holds an error."""

from __future__ import annotations

import time

import pytest

from tests.built.site import ADDRESS_OF_404, assert_none, page_urls
from tests.engines.conftest import ENGINES
from tests.engines.driver import Driver
from tests.engines.journeys import JOURNEYS
from tests.offline.reading import tool_pages

pytestmark = pytest.mark.long

# What a console holds of a page is there a moment after the page is.
MOMENT = 0.3
# What would be a fault of a page, and the words of its message in the console.
FAULTS = [
    (
        "const script = document.createElement('script'); script.src = 'assets/broken.js';"
        "document.head.append(script)",
        "broken on purpose",
    ),
    (
        "document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' }))",
        "example.com/x.png",
    ),
]


def new_errors(browser: Driver, address: str, before: list[str]) -> list[str]:
    """What the console holds beyond what it held before."""
    time.sleep(MOMENT)
    return browser.errors(address)[len(before) :]


# Firefox opens each page in tests/offline/test_firefox.py.
@pytest.mark.parametrize(
    "browser", [name for name in ENGINES if name != "firefox"], indirect=True, scope="module"
)
def test_every_page_comes_without_an_error(browser: Driver, address: str) -> None:
    found: list[str] = []
    for url in [*page_urls(), ADDRESS_OF_404]:
        before = browser.errors(address)
        browser.open(address + url)
        browser.run("return document.fonts.ready.then(() => 1)")
        found += [f"{url}: {error}" for error in browser.errors(address)[len(before) :]]
    assert_none(found)


@pytest.mark.parametrize("page", JOURNEYS)
def test_a_reader_does_what_the_tool_is_for(browser: Driver, address: str, page: str) -> None:
    before = browser.errors(address)
    JOURNEYS[page](browser, address + page)
    assert_none(new_errors(browser, address, before))


@pytest.mark.parametrize(("script", "words"), FAULTS)
def test_a_fault_is_found_in_the_console(
    browser: Driver, address: str, script: str, words: str
) -> None:
    browser.open(address)
    before = browser.errors(address)
    browser.run(script)
    assert any(words in error for error in new_errors(browser, address, before))


def test_every_tool_has_a_journey() -> None:
    walked = {page.partition("?")[0] for page in JOURNEYS} | {"prepare/progress/"}
    # Saving the guide has tests of its own, in Chromium and in Firefox.
    assert set(tool_pages()) - walked == {"reference/offline/"}, (
        "walk each of these in tests/engines/journeys.py"
    )
