"""Reading with a keyboard: the way to the content, the search, the palette, the menu; the focus is always seen."""

from __future__ import annotations

import re

import pytest
from guide.rows.loading import Guide
from playwright.sync_api import Page, expect

from tests.browser.conftest import TabOpener, go, until
from tests.browser.reading.lightness import LIGHTNESS
from tests.built.site import ADDRESS_OF_404
from tests.guides import quick_and_slow

SCHEME = "document.body.getAttribute('data-md-color-scheme')"
# The name and role of whatever has the focus.
FOCUSED = """
() => {
  const e = document.activeElement;
  const name = e.getAttribute("aria-label") || e.title || e.textContent.trim().slice(0, 40);
  return e.matches("body") ? "" : [e.tagName, e.id, e.className, name].join(" ");
}
"""
# Whether a reader sees what has the focus: itself, or the label that is drawn for or beside a radio button.
FOCUS_IS_SEEN = """
() => {
  const seen = e => {
    const b = e.getBoundingClientRect();
    return b.width > 2 && b.height > 2 && b.right > 0 && b.bottom > 0 && b.left < innerWidth && b.top < innerHeight;
  };
  const e = document.activeElement;
  const drawn = e.matches("input") ? [...e.labels, e.nextElementSibling] : [];
  return e === document.body || [e, ...drawn].some(one => one && seen(one));
}
"""
# Scrolls a list to its end; whether there was anything left to scroll.
SCROLL_ON = """
list => {
  const before = list.scrollTop;
  list.scrollTo(0, list.scrollHeight);
  return list.scrollTop > before;
}
"""
# Whether the navigation of a phone is on the screen.
NAVIGATION_IS_OPEN = """
() => {
  const drawer = document.querySelector(".md-sidebar--primary");
  const { left, right } = drawer.getBoundingClientRect();
  return drawer.checkVisibility({ visibilityProperty: true }) && right > 1 && left < innerWidth - 1;
}
"""


def _press_tab_until(page: Page, selector: str, most: int = 40) -> None:
    """Move the focus with Tab until it is on `selector`; fails with the way it took."""
    way = []
    for _ in range(most):
        page.keyboard.press("Tab")
        way.append(page.evaluate(FOCUSED))
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError("\n".join([f"Tab does not reach {selector}; it went", *way]))


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_the_skip_link_comes_first_and_works(open_tab: TabOpener, width: int) -> None:
    page = open_tab(width)
    page.goto("pay/by-level/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')"), page.evaluate(FOCUSED)
    expect(page.locator(".md-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "!!document.activeElement.closest('main .md-content')"
    assert page.evaluate(inside), page.evaluate(FOCUSED)


@pytest.mark.parametrize("key", quick_and_slow("/", "sf"))
def test_a_key_opens_the_search_and_escape_closes_it(open_tab: TabOpener, key: str) -> None:
    page = open_tab()
    go(page, "loops/pm/")
    page.keyboard.press(key)
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    # The theme hears of the focus a moment later, and listens to Escape from then on.
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("[data-md-component=search-query]")).not_to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_key_goes_on_to_the_next_page_and_not_while_a_reader_writes(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "pay/levels/")
    page.keyboard.press("/")
    # The theme hears of the focus a moment later, and listens to Escape from then on.
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.type("n.")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).not_to_be_focused()
    assert page.url.endswith("/pay/levels/")
    page.keyboard.press("n")
    page.wait_for_url("**/pay/by-level/")
    page.keyboard.press("p")
    page.wait_for_url("**/pay/levels/")


@pytest.mark.parametrize(
    ("table", "field", "place"),
    [
        ("glossary", "term", "reference/glossary/"),
        pytest.param("mistakes", "title", "mistakes/", marks=pytest.mark.long),
    ],
)
def test_the_last_row_of_a_table_is_found_and_highlighted(
    open_tab: TabOpener, real_guide: Guide, table: str, field: str, place: str
) -> None:
    page = open_tab()
    go(page, "loops/pm/")
    page.keyboard.press("/")
    wanted = getattr(real_guide[table].all[-1], field)
    page.keyboard.type(wanted)
    result = page.locator(f".md-search-result__link[href*='{place}']").first
    # The list grows as it is scrolled.
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    while not result.count() and page.locator(".md-search__scrollwrap").evaluate(SCROLL_ON):
        page.wait_for_timeout(100)
    result.press("Enter")
    page.wait_for_url(re.compile("[?&]h="))
    expect(page.locator("main").get_by_text(wanted).first).to_be_attached()


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_the_palette_is_switched_by_keyboard_and_remembered(
    open_tab: TabOpener, width: int
) -> None:
    page = open_tab(width, color_scheme="light")
    go(page, "loops/pm/")
    assert page.evaluate(SCHEME) == "default"
    _press_tab_until(page, ".theme-switch")
    switch = page.get_by_role("button", name="Switch to dark mode")
    expect(switch).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Switch to light mode")).to_be_focused()
    page.keyboard.press("Enter")
    expect(switch).to_be_focused()
    page.keyboard.press("Enter")
    assert until(page, lambda: page.evaluate(f"{SCHEME} === 'slate'"))
    assert page.evaluate(LIGHTNESS) < 80
    go(page, "mistakes/")
    assert page.evaluate(SCHEME) == "slate"


def test_the_data_of_a_chart_open_by_keyboard(open_tab: TabOpener) -> None:
    page = open_tab()
    page.goto("pay/by-level/")
    details = page.locator("main details:has(> summary)").first
    table = details.locator("table")
    expect(table).to_be_hidden()
    details.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(table).to_be_visible()


def test_the_navigation_of_a_phone_opens_by_keyboard(open_tab: TabOpener) -> None:
    page = open_tab(360)
    go(page, "loops/pm/")
    assert until(page, lambda: not page.evaluate(NAVIGATION_IS_OPEN))
    opener = "header [aria-controls], header button, header [for=__drawer], #__drawer"
    _press_tab_until(page, f":is({opener}):not(.md-search *)")
    page.keyboard.press("Enter")
    assert until(page, lambda: page.evaluate(NAVIGATION_IS_OPEN))
    _press_tab_until(page, ".md-sidebar--primary a[href]")
    page.keyboard.press("Escape")
    assert until(page, lambda: not page.evaluate(NAVIGATION_IS_OPEN))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "url", quick_and_slow(["pay/by-level/"], ["", "loops/pm/", ADDRESS_OF_404])
)
def test_focus_is_always_visible(open_tab: TabOpener, url: str, width: int) -> None:
    page = open_tab(width)
    go(page, url)
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        if not page.evaluate(FOCUS_IS_SEEN):
            unseen.append(page.evaluate(FOCUSED))
    assert unseen == []
