"""A page is styled once, and a press costs what it changes: counted, since seconds differ between machines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TabOpener, go
from tests.browser.settling.traffic import go_to_rest
from tests.browser.tools.offer_calculator.entering import entered, in_short, opened
from tests.browser.tools.shared.tracing import traced
from tests.guides import quick_and_slow

# Two pictures later, whatever a press changes is styled, and what fades has begun.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FEW = 20
MOST_STYLED = 10
ADD = """tool => {
  tool.append(document.createElement("p"));
  return getComputedStyle(tool.lastChild).color && document.querySelectorAll("*").length;
}"""
# Elements that come or go while a tool draws; texts that change are none.
WATCH = """tool => {
  window.drawn = 0;
  const isElement = ({nodeType}) => nodeType === Node.ELEMENT_NODE;
  new MutationObserver((records) => {
    for (const {addedNodes, removedNodes} of records)
      drawn += [...addedNodes, ...removedNodes].filter(isElement).length;
  }).observe(tool, {childList: true, subtree: true});
}"""


CLASS = """tool => {
  document.documentElement.classList.add("any");
  return getComputedStyle(tool).color && document.querySelectorAll("*").length;
}"""


def passes_for(page: Page, doing: Callable[[], Any]) -> tuple[list[int], Any]:
    """How many elements Chrome styled in each of its passes over the page meanwhile, and what `doing` returns."""
    found, events = traced(page, doing)
    styles = [event for event in events if event["name"] == "UpdateLayoutTree"]
    return [event["args"]["elementCount"] for event in styles], found


def styled_for(page: Page, doing: Callable[[], Any]) -> tuple[int, Any]:
    """How many elements Chrome styled meanwhile, those twice that it styled twice, and what `doing` returns."""
    passes, found = passes_for(page, doing)
    return sum(passes), found


@pytest.mark.parametrize("script", quick_and_slow([ADD], [CLASS]))
@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_what_a_tool_adds_and_a_new_class_style_few_elements(
    open_tab: TabOpener, width: int, script: str
) -> None:
    page = open_tab(width=width)
    go(page, "prepare/mock-interview/")
    tool = page.locator("mock-interview-tool")
    tool.locator("button").first.wait_for()
    styled, whole = styled_for(page, lambda: tool.evaluate(script))
    assert styled < whole / 4, f"{styled} of {whole}: does :has() hold a * or stand on body?"


def test_scripts_that_begin_do_not_style_the_page_again(open_tab: TabOpener) -> None:
    page = open_tab(width=360)
    styled, _ = styled_for(page, lambda: go(page, "mistakes/"))
    whole = page.evaluate("document.querySelectorAll('*').length")
    assert styled < 2 * whole, f"{styled} styles of {whole} elements"


# As the theme's script does on each page when it starts, but for the names of its classes: rules for those hide what
# needs a script.
STARTS = """() => {
  document.documentElement.classList.add("any");
  document.body.toggleAttribute("data-md-color-switching");
  return getComputedStyle(document.body).color;
}"""


@pytest.mark.parametrize(
    "path", quick_and_slow(["mistakes/"], ["", "pay/by-level/", "prepare/practice/"])
)
def test_what_the_theme_sets_as_it_starts_styles_next_to_nothing(
    open_tab: TabOpener, path: str
) -> None:
    page = open_tab(width=360)
    go_to_rest(page, path)
    styled, _ = styled_for(page, lambda: page.evaluate(STARTS))
    assert styled < MOST_STYLED, "does a rule name what is below a changed class or attribute?"


# What changes bit by bit as the menu closes.
CLOSED = """() => {
  document.querySelector("#__drawer").click();
  const held = document.querySelector(".md-sidebar--primary > *");
  return getComputedStyle(held).display && held.getAnimations().map(({ transitionProperty }) => transitionProperty);
}"""


def test_the_closed_menu_of_a_phone_is_not_styled_when_the_palette_changes(
    open_tab: TabOpener,
) -> None:
    """It was a fifth of what a slow phone styled at each switch, and more on pages of a long part of the menu."""
    page = open_tab(width=360)
    go_to_rest(page, "prepare/practice/")

    def switch() -> None:
        page.locator(".theme-switch").click()
        page.evaluate(DRAWN)  # a trace that ends while the page is styled lacks the count

    passes, _ = passes_for(page, switch)
    styled = max(passes)
    menu = page.locator(".md-sidebar--primary *").count()
    whole = page.locator("*").count()
    assert menu > whole / 3
    assert styled < whole - menu, f"{styled} of {whole}, {menu} of them in the menu"
    page.locator("header [for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary a").first).to_be_in_viewport()
    assert "display" in page.evaluate(CLOSED), "the menu is empty while it slides away"


# What the theme's script scrolls in the menu: its list of a page's sections follows the reader.
SCROLLED = """() => {
  window.scrolled = 0;
  const { scrollTo } = Element.prototype;
  Element.prototype.scrollTo = function (...place) {
    if (this.closest(".md-sidebar--primary")) scrolled += 1;
    return scrollTo.apply(this, place);
  };
}"""


def test_the_closed_menu_of_a_phone_does_not_follow_a_page_that_grows(open_tab: TabOpener) -> None:
    """To look up its size there, a browser laid out the menu first: half of what a question in the case room took."""
    page = open_tab(width=360)
    go_to_rest(page, "prepare/case-room/")
    page.locator("case-room-tool button").first.click()
    question = page.get_by_label("Your question to the interviewer")
    question.fill("Who is the customer?")
    page.evaluate(SCROLLED)
    question.press("Enter")
    expect(page.locator(".case-room-answer")).to_be_visible()
    page.evaluate(DRAWN)
    assert page.evaluate("scrolled") == 0


FADES = """() => {
  window.fades = [];
  addEventListener("transitionrun", (run) => run.propertyName.includes("color") && fades.push(run.target.outerHTML));
}"""


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_a_change_of_the_palette_styles_the_page_once_and_fades_nothing(
    open_tab: TabOpener, width: int
) -> None:
    page = open_tab(width=width)
    go(page, "pay/by-level/")
    button = page.locator(".theme-switch:visible")
    button.wait_for()
    page.evaluate(FADES)

    def switch() -> None:
        before = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
        button.click()
        expect(page.locator("html")).not_to_have_css("color-scheme", before)
        expect(page.locator("html:not([data-switching])")).to_have_count(1)
        page.evaluate(DRAWN)

    passes, _ = passes_for(page, switch)
    assert [styled for styled in passes if styled > max(passes) / 2] == [max(passes)]
    assert page.evaluate("fades") == []


def test_a_fold_of_an_offer_is_drawn_once_it_is_opened(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    fields = page.locator(".offer-fold :is(input, select)")
    expect(fields).to_have_count(0)
    page.locator("summary", has_text="Share price:").press("Enter")
    expect(page.get_by_label("Change every year")).to_be_visible()
    expect(fields).to_have_count(1)
    page.locator("summary", has_text="Share price:").press("Enter")
    expect(fields).to_have_count(1)  # what was typed stays


def test_a_digit_of_an_offer_changes_texts_and_draws_nothing_anew(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    page.get_by_label("Level", exact=True).select_option("64")
    entered(page, on_hire="160000", base="180000")
    expect(in_short(page)).to_contain_text("Year 1 pays")
    before = in_short(page).inner_text()
    page.get_by_label("Base a year").click()
    page.get_by_label("Base a year").press("End")
    page.locator("offer-calculator-tool").evaluate(WATCH)
    page.keyboard.press("Backspace")
    page.keyboard.press("5")
    expect(page.get_by_label("Base a year")).to_have_value("180005")
    expect(in_short(page)).not_to_have_text(before)
    assert page.evaluate("drawn") <= FEW
