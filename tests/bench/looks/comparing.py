"""What a browser computes for each element of a page, at two addresses."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.axe import choose_palette
from tests.browser.conftest import PATIENCE_MS
from tests.browser.settling.traffic import go_to_rest

from .views import Screen, Visit

SETTLED_MS = 300
HEIGHT = 900
SCRIPT = Path(__file__).with_name("computing.js").read_text(encoding="utf-8")
COMPUTED = SCRIPT.partition("export default ")[2]
# An element and its look.
Looks = dict[str, str]


def compared(
    browser: Browser, old: str, new: str, visit: Visit
) -> Iterator[tuple[Screen, int, list[str]]]:
    """For each screen of a visit: how many elements are there at the first address, and what differs at the second."""
    with opened(browser, old, visit) as before, opened(browser, new, visit) as after:
        for screen in visit.screens:
            show(before, screen)
            show(after, screen)
            yield screen, *compared_at_rest(before, after, visit.elements)


@contextmanager
def opened(browser: Browser, address: str, visit: Visit) -> Iterator[Page]:
    """The page of a visit at one address, on its first screen, in a profile of its own, when all is done there."""
    first = visit.screens[0]
    context = browser.new_context(
        viewport={"width": first.width, "height": HEIGHT},
        color_scheme=first.palette,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    go_to_rest(page, address + visit.url)
    page.evaluate("document.querySelector('#edition')?.remove()")  # names the commit
    visit.act(page)
    page.mouse.move(1, HEIGHT - 1)
    yield page
    context.close()


def show(page: Page, screen: Screen) -> None:
    """The same page on another screen; its palette as the theme's switch sets it."""
    page.emulate_media(media="screen", color_scheme=screen.palette)
    page.set_viewport_size({"width": screen.width, "height": HEIGHT})
    choose_palette(page, screen.palette)
    page.emulate_media(media=screen.media)


def compared_at_rest(before: Page, after: Page, elements: str) -> tuple[int, list[str]]:
    """How many elements the first page has, and what differs in the second, once nothing does; after a while, as it
    then is: either page may still be about to draw something."""
    end = time.monotonic() + PATIENCE_MS / 1000
    while True:
        was = looks_of(before, elements)
        found = differences(was, looks_of(after, elements))
        if not found or time.monotonic() > end:
            return len(was), found
        before.wait_for_timeout(SETTLED_MS)


def looks_of(page: Page, elements: str) -> Looks:
    """What the browser computes, by element."""
    found = page.evaluate(COMPUTED, elements)
    return {name: found["looks"][look] for name, look in found["seen"].items()}


def differences(old: Looks, new: Looks) -> list[str]:
    """What is not the same, in words."""
    if old.keys() != new.keys():
        return [f"other elements: {sorted(old.keys() ^ new.keys())[:6]}"]
    return [
        f"{name} {was} became {now}"
        for name, look in old.items()
        if look != new[name]
        for was, now in zip(look.splitlines(), new[name].splitlines(), strict=True)
        if was != now
    ]
