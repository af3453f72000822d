"""Keys in the middle of a tool's work and after it: each control in its order, seen, and never a page or focus lost."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Tab, TabOpener
from tests.browser.settling.traffic import Traffic
from tests.browser.tools.any_state.later_states import ON_THE_WAY, STATES
from tests.browser.tools.any_state.test_keys_anywhere import (
    LEAVE,
    SETTLED,
    keeps_the_focus,
    keys_do_nothing,
)
from tests.browser.tools.any_state.walking import Walker
from tests.built.site import assert_none
from tests.guides import quick_and_slow

# What a Tab can come to. One radio of a group has the focus for all of them.
REACHED = ":is(a[href], button, summary, select, textarea, input:not([type=radio])):visible:enabled"
PRESSED = ".study-tool :is(button, summary):visible:enabled"
# A link before the tool, from which the first Tab goes into it.
BEFORE = """() => {
  const link = Object.assign(document.createElement("a"), { href: "#", textContent: "Before the tool" });
  document.querySelector(".study-tool").before(link);
  link.focus({ preventScroll: true });
}"""
# Where the focus is: its place in the page, whether it is drawn, and whether something lies over it.
STOP = """() => {
  const one = document.activeElement;
  const isInTool = Boolean(one.closest(".study-tool"));
  const [box] = one.getClientRects();
  const inside = (from, length) => from + Math.min(length / 2, 9);
  const hit = box && document.elementFromPoint(inside(box.left, box.width), inside(box.top, box.height));
  const isTop = Boolean(hit) && (one.contains(hit) || hit.contains(one));
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  // The parts of a field for a date are drawn by the browser, which tells nothing of them.
  const isOutlined = one.type === "date" || (outlineStyle !== "none" && parseFloat(outlineWidth) > 0);
  return {
    isInTool, isTop, isOutlined,
    isTyped: one.matches("select, textarea, input:not([type=checkbox], [type=radio])"),
    place: [...document.querySelectorAll("*")].indexOf(one),
    what: `${one.localName} ${one.getAttribute("aria-label") ?? one.innerText}`.slice(0, 60),
  };
}"""
# A rating is saved before the next question is drawn: nothing is being read or written, two frames long.
WATCHED = """{
  const transact = IDBDatabase.prototype.transaction;
  window.openTransactions = 0;
  IDBDatabase.prototype.transaction = function (...all) {
    const transaction = transact.apply(this, all);
    window.openTransactions += 1;
    for (const end of ["complete", "abort"])
      transaction.addEventListener(end, () => { window.openTransactions -= 1; });
    return transaction;
  };
}"""
AT_REST = f"""async () => {{
  const settled = {SETTLED};
  do await settled(); while (window.openTransactions);
}}"""
# More than the fullest tool has.
MOST_STOPS = 200


def walked(page: Page, address: str, state: str) -> None:
    url, walk = STATES[state]
    walk(Walker(page), address + url)
    page.evaluate(SETTLED)


def stops(page: Page) -> list[dict[str, Any]]:
    """Where each Tab comes to within the tool; single keys are pressed on one of each kind, where they are no text."""
    page.evaluate(BEFORE)
    found: list[dict[str, Any]] = []
    pressed: set[str] = set()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if not stop["isInTool"]:
            return found
        kind = stop["what"].partition(" ")[0]
        if not stop["isTyped"] and kind not in pressed:
            keys_do_nothing(page, stop["what"])
            pressed.add(kind)
        found.append(stop)
    raise AssertionError(f"the focus does not leave the tool in {MOST_STOPS} steps")


# The others are marks, lists and buttons within the text of their pages.
NO_TOOL = ("home, done", "reference/changes/, done", "prepare/prompts/, done")
HAVE_A_TOOL = [state for state in STATES if state not in NO_TOOL]


@pytest.mark.parametrize("state", quick_and_slow(HAVE_A_TOOL[:1], HAVE_A_TOOL[1:]))
def test_tab_comes_to_each_control_in_its_order_and_shows_where_it_is(
    open_tab: TabOpener, address: str, state: str
) -> None:
    page = open_tab()
    walked(page, address, state)
    controls = page.locator(f".study-tool {REACHED}").count()
    found = stops(page)
    places = [stop["place"] for stop in found]
    assert places == sorted(places), "the order is another one than that of the page"
    assert len(set(places)) >= controls, f"{controls} controls, reached {found}"
    assert [stop["what"] for stop in found if not stop["isOutlined"]] == []
    assert [stop["what"] for stop in found if not stop["isTop"]] == []


def kinds(pressed: Locator) -> dict[int, str]:
    """The place and words of one control of each kind."""
    found: dict[str, int] = {}
    for place, words in enumerate(pressed.all_inner_texts()):
        if words.split() and not any(leaves in words for leaves in LEAVE.split("|")):
            found.setdefault(" ".join(words.split()[:3]), place)
    return {place: words for words, place in found.items()}


@pytest.mark.parametrize("state", quick_and_slow([], ON_THE_WAY))
def test_no_press_on_the_way_loses_the_focus_and_escape_closes_a_question(
    open_tab: TabOpener, tab: Tab, address: str, state: str
) -> None:
    page = open_tab()
    walked(page, address, state)
    for place, words in kinds(page.locator(PRESSED)).items():
        assert_none(tab.left())
        page = open_tab()
        page.add_init_script(WATCHED)
        walked(page, address, state)
        control = page.locator(PRESSED).nth(place)
        with Traffic(page) as traffic:
            control.press("Enter")
            traffic.rest()
        page.evaluate(AT_REST)
        keeps_the_focus(page, f"“{words}”")
        keys_do_nothing(page, words)
        if page.locator(".tool-ask button:visible").count():
            page.locator(".tool-ask button").last.focus()
            page.keyboard.press("Escape")
            expect(page.locator(".tool-ask")).to_have_count(0)
            keeps_the_focus(page, f"Escape that follows “{words}”")
