"""Every button of every tool, pressed with a key: the focus stays somewhere, and no single key leaves the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import TabOpener, go, until
from tests.browser.settling.traffic import Traffic, go_to_rest
from tests.guides import quick_and_slow
from tests.offline.reading import tool_pages

# Those that leave the page, print it, or open a window of the browser's own.
LEAVE = "Print|Save|Download|Choose File"
# The theme's keys: the next page, the one before, the search.
KEYS = "npfs/,."
# The focus is on the body, or on something that is no longer in the page.
LOST = "() => !document.activeElement || document.activeElement === document.body"
# Two frames and a task: a tool renders, and moves the focus after that.
SETTLED = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"""
# Before a reader has done anything, these have links at most.
NOTHING_YET = ("prepare/progress/", "reference/your-data/")
# Cards are those of a page, which the address names.
PAGES = [url.replace("cards/", "cards/?page=pay/levels") for url in tool_pages()]
CONTROLS = ":is(button, summary, select, input:not([type=file]), textarea):visible:enabled"


def opened(page: Page, url: str) -> Locator:
    """The controls of a tool that has drawn itself."""
    go_to_rest(page, url)
    tool = page.locator(".study-tool__body").first
    expect(tool.get_by_text("Without scripts.")).to_have_count(0)
    return tool.locator(CONTROLS)


def texts(controls: Locator) -> list[str]:
    """What each control is, in one line."""
    return controls.evaluate_all(
        "(all) => all.map((one) => `${one.localName} ${one.type ?? ''} ${one.innerText}`)"
    )


def keys_do_nothing(page: Page, what: str) -> None:
    """Types each of the theme's keys where the focus is."""
    before = page.url
    page.keyboard.type(KEYS)
    page.evaluate(SETTLED)
    assert page.url == before, f"a key left the page after “{what}”"
    search = page.locator("[data-md-component=search-query]")
    assert not search.evaluate("(box) => box === document.activeElement"), f"“{what}” led to search"


def keeps_the_focus(page: Page, what: str) -> None:
    """Holds that the focus is somewhere, which it may be a frame after `what`."""
    lost = until(page, lambda: page.evaluate(LOST), lambda lost: not lost)
    assert not lost, f"after {what} the focus is nowhere"


def pressed(page: Page, control: Locator, what: str) -> None:
    """Presses it, and waits until what that fetches is drawn: a part of a tool may come late and take the focus."""
    with Traffic(page) as traffic:
        control.focus()
        page.keyboard.press("Enter" if what.startswith(("button", "summary")) else "Tab")
        traffic.rest()
    keeps_the_focus(page, f"“{what}”")


@pytest.mark.parametrize("url", quick_and_slow(PAGES[1:2], [*PAGES[:1], *PAGES[2:]]))
def test_no_button_of_a_tool_loses_the_focus_or_the_page(open_tab: TabOpener, url: str) -> None:
    page = open_tab()
    found = texts(opened(page, url))
    assert found or url in NOTHING_YET, "the tool has nothing to press"
    seen: set[str] = set()
    for place, what in enumerate(found):
        kind = " ".join(
            what.split()[:3]
        )  # one button of each kind: the list of cases holds twelve alike
        if kind in seen or any(word in what for word in LEAVE.split("|")):
            continue
        seen.add(kind)
        controls = opened(page, url)
        pressed(page, controls.nth(place), what)
        keys_do_nothing(page, what)


@pytest.mark.parametrize("url", quick_and_slow(["roles/choose/"], ["prepare/decode-a-post/"]))
def test_a_question_before_something_is_lost_is_closed_by_escape(
    open_tab: TabOpener, url: str
) -> None:
    page = open_tab()
    controls = opened(page, url)
    controls.first.wait_for()
    ask = page.locator("[data-ask]").first
    if url.startswith("roles"):
        controls.first.check()
    else:
        page.get_by_label("The post, all of it").fill("A post")
    ask.press("Enter")
    expect(page.locator(".tool-ask")).to_be_visible()
    page.locator(".tool-ask button").last.focus()
    page.keyboard.press("Escape")
    expect(page.locator(".tool-ask")).to_have_count(0)
    expect(ask).to_be_focused()


def test_the_list_of_sources_holds_the_keys_and_gives_the_focus_back(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "pay/by-level/")
    mark = page.locator("main a.cite").first
    mark.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog").filter(
        has=page.get_by_role("button", name="Back to the text")
    )
    expect(dialog).to_be_visible()
    keys_do_nothing(page, "a mark of a source")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("""() => document.activeElement === document.body
            || Boolean(document.activeElement.closest("dialog"))"""), "the focus left the dialog"
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(mark).to_be_focused()
