"""The views in which two sites are compared: a page, what is done there, a width and a palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.settling.traffic import Traffic
from tests.engines.journeys import POST


def unfold(page: Page) -> None:
    """Opens all that is folded."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def search(page: Page) -> None:
    """Asks the search box."""
    page.keyboard.press("s")
    page.keyboard.type("loop", delay=20)
    page.wait_for_selector(".md-search-result__link")


def menu(page: Page) -> None:
    """Opens the menu of a phone, and reaches its third link by keys."""
    page.evaluate("document.getElementById('__drawer').click()")
    for _ in range(3):
        page.keyboard.press("Tab")


def paper(page: Page) -> None:
    """As it is printed."""
    page.emulate_media(media="print")


def press(*names: str) -> Callable[[Page], None]:
    """Presses these buttons, one after the other, each once what the one before brought is there."""

    def pressed(page: Page) -> None:
        for name in names:
            with Traffic(page) as traffic:
                page.get_by_role("button", name=name).first.click()
                traffic.rest()

    return pressed


def fill(field: str, text: str, *names: str) -> Callable[[Page], None]:
    """Writes into a field of a tool, then presses these buttons.

    What is written may fetch a part of the tool, which moves the buttons: a click would miss one on its way.
    """

    def filled(page: Page) -> None:
        with Traffic(page) as traffic:
            page.get_by_label(field).fill(text)
            traffic.rest()
        press(*names)(page)

    return filled


def source(page: Page) -> None:
    """Opens the dialog of a mark."""
    page.locator("a.cite:visible").first.click()
    page.locator("dialog[open]").wait_for()


def back(page: Page) -> None:
    """Scrolls down and up again, which shows the button that leads to the top."""
    for place in (2_000, 1_500):
        page.evaluate(
            "async (y) => { scrollTo(0, y); await new Promise(requestAnimationFrame); }", place
        )
    page.locator(".md-top:not([hidden])").wait_for()


class View(NamedTuple):
    """A page's address, what is done there and its name, the width in px and the palette."""

    url: str
    name: str
    act: Callable[[Page], None]
    width: int
    palette: str

    def __str__(self) -> str:
        return f"{self.url or 'home'} {self.name} {self.width} {self.palette}"


# What is done, and what is seen in the end: a part may be fetched meanwhile.
BEGUN: tuple[tuple[str, Callable[[Page], None], str], ...] = (
    ("prepare/practice/", press("PM", "Start", "I have answered"), ".ratings"),
    ("prepare/cards/?page=pay/levels", press("Study", "Show the answer"), "#card-back"),
    ("prepare/role-plays/", press("A region ignores", "With a partner"), ".rehearsal-card"),
    ("prepare/stories/", press("Add a story"), "label:text('Name, in four words')"),
    (
        "pay/offer-calculator/",
        fill("Base a year", "180000", "Remove this offer"),
        ".study-tool:has(.offer-results):has(.tool-ask)",
    ),
    (
        "prepare/decode-a-post/",
        fill("The post, all of it", POST, "Read the post", "Erase the post"),
        ".study-tool:has(.post-found):has(.tool-ask)",
    ),
)


def begun(begin: Callable[[Page], None], seen: str) -> Callable[[Page], None]:
    """Begins a tool, waits for what is seen then, and goes to the top of the page.

    A click scrolls up or down, depending on what was drawn by then, and the way up shows a button.
    """

    def until_seen(page: Page) -> None:
        begin(page)
        page.locator(seen).first.wait_for()
        page.evaluate("scrollTo(0, 0)")

    return until_seen


def views(pages: list[str]) -> Iterator[View]:
    """Each page unfolded and on paper, then what a press shows."""
    for url in pages:
        yield View(url, "unfolded", unfold, 360, "dark")
        yield View(url, "unfolded", unfold, 1280, "light")
        yield View(url, "paper", paper, 1280, "light")
    yield View("loops/pm/", "unfolded", unfold, 360, "light")
    yield View("loops/pm/", "unfolded", unfold, 1280, "dark")
    yield View("loops/pm/", "search", search, 360, "light")
    yield View("loops/pm/", "search", search, 1280, "dark")
    yield View("loops/pm/", "source", source, 360, "dark")
    yield View("loops/pm/", "source", source, 1280, "light")
    yield View("loops/pm/", "menu", menu, 360, "light")
    yield View("loops/pm/", "scrolled back", back, 360, "light")
    yield View("loops/pm/", "scrolled back", back, 1280, "dark")
    for url, begin, seen in BEGUN:
        yield View(url, "begun", begun(begin, seen), 360, "light")
        yield View(url, "begun", begun(begin, seen), 1280, "dark")
