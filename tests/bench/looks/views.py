"""The visits in which two sites are compared: a page, what is done there, and the screens on which it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

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


class Screen(NamedTuple):
    """The width in px, the palette and the medium in which a page is seen."""

    width: int
    palette: Literal["light", "dark"]
    media: Literal["screen", "print"] = "screen"

    def __str__(self) -> str:
        return " ".join(map(str, self))


class Visit(NamedTuple):
    """A page's address, what is done there once and its name, the screens, and the elements that are read, as CSS.

    One visit serves several screens: to open a page costs as much as to read what its elements look like.
    """

    url: str
    name: str
    act: Callable[[Page], None]
    screens: tuple[Screen, ...]
    elements: str

    def __str__(self) -> str:
        return f"{self.url or 'home'} {self.name}"


DARK_PHONE, LIGHT_PHONE = Screen(360, "dark"), Screen(360, "light")
DARK_DESK, LIGHT_DESK = Screen(1280, "dark"), Screen(1280, "light")
PAPER = Screen(1280, "light", "print")
CONTENT = ".md-content *"
# The same on all pages: read on two of them, of which one comes in each palette.
AROUND_THE_CONTENT = "body *:not(.md-content *)"
WHOLE_PAGE = "body *"

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


def visits(pages: Iterable[str]) -> Iterator[Visit]:
    """Each page unfolded, on screens and on paper, then what a press shows."""
    for url in pages:
        elements = CONTENT if url else WHOLE_PAGE
        yield Visit(url, "unfolded", unfold, (DARK_PHONE, LIGHT_DESK, PAPER), elements)
    one, both = "loops/pm/", (LIGHT_PHONE, DARK_DESK)
    yield Visit(one, "unfolded in the other palette", unfold, both, WHOLE_PAGE)
    yield Visit(one, "search", search, both, AROUND_THE_CONTENT)
    yield Visit(one, "source", source, (DARK_PHONE, LIGHT_DESK), "dialog, dialog *")
    yield Visit(one, "menu", menu, (LIGHT_PHONE,), AROUND_THE_CONTENT)
    yield Visit(one, "scrolled back on a phone", back, (LIGHT_PHONE,), AROUND_THE_CONTENT)
    yield Visit(one, "scrolled back on a desk", back, (DARK_DESK,), AROUND_THE_CONTENT)
    for url, begin, seen in BEGUN:
        yield Visit(url, "begun", begun(begin, seen), both, CONTENT)
