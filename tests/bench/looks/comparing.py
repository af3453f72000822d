"""What a browser computes for each element of a view, at two addresses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.conftest import PATIENCE_MS
from tests.browser.settling.traffic import go_to_rest

from .views import View

SETTLED_MS = 300
# What is around the content is the same on all pages: it is read on the start page and one other.
WITH_HEAD_AND_MENU = ("", "loops/pm/")
SCRIPT = Path(__file__).with_name("computing.js").read_text(encoding="utf-8")
COMPUTED = SCRIPT.partition("export default ")[2]
# An element and its look.
Looks = dict[str, str]


@contextmanager
def opened(browser: Browser, address: str, view: View) -> Iterator[Page]:
    """The view at one address, in a profile of its own."""
    context = browser.new_context(
        viewport={"width": view.width, "height": 900},
        color_scheme=view.palette,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    go_to_rest(page, address + view.url)
    page.evaluate("document.querySelector('#edition')?.remove()")  # names the commit
    view.act(page)
    page.mouse.move(1, 899)
    yield page
    context.close()


def looks_of(page: Page, within: str) -> Looks:
    """What the browser computes, by element."""
    found = page.evaluate(COMPUTED, within)
    return {name: found["looks"][look] for name, look in found["seen"].items()}


def compared(browser: Browser, old: str, new: str, view: View) -> tuple[int, list[str]]:
    """How many elements the view has at the first address, and what differs at the second, once nothing does; after a
    while, as it then is: either page may still be about to draw something."""
    within = "body" if view.url in WITH_HEAD_AND_MENU else ".md-content"
    with opened(browser, old, view) as before, opened(browser, new, view) as after:
        for _ in range(PATIENCE_MS // SETTLED_MS):
            was = looks_of(before, within)
            if not (found := differences(was, looks_of(after, within))):
                break
            before.wait_for_timeout(SETTLED_MS)
        return len(was), found


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
