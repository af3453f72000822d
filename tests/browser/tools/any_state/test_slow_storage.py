"""A browser whose storage takes its time: what a press brings is shown, and has the focus, before it is saved."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TabOpener
from tests.browser.tools.any_state.later_states import ON_THE_WAY, State
from tests.browser.tools.any_state.walking import Walker
from tests.engines.driver import Driver, named
from tests.engines.journeys import JOURNEYS, STORED, give_feedback, take_first, write_story
from tests.guides import quick_and_slow

# A change that does not end holds all that come after it, reading too, until the test lets it go.
HOLD = """async () => {
    const [{ name }] = await indexedDB.databases();
    const opening = indexedDB.open(name);
    await new Promise((done) => { opening.onsuccess = done; });
    const records = opening.result.transaction("records", "readwrite").objectStore("records");
    let isHeld = true;
    const goOn = () => {
        if (isHeld) records.get(["no", "record"]).onsuccess = goOn;
        else opening.result.close();
    };
    goOn();
    window.letGo = () => { isHeld = false; };
}"""
LET_GO = "() => window.letGo()"
TYPED = "Typed at once"


def _all_judged(browser: Driver, address: str) -> None:
    give_feedback(browser, address)
    browser.run("""for (const box of document.querySelectorAll("your-interviews-tool textarea")) {
      box.value = "Clear goal";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const choice of document.querySelectorAll("your-interviews-tool [type=radio]")) choice.click();""")
    browser.sees("All three are judged.")


def _case_over(browser: Driver, address: str) -> None:
    JOURNEYS["prepare/case-room/"](browser, address)
    browser.wait_for(named("case-room-tool button", "Erase"))


def _compared(browser: Driver, address: str) -> None:
    _all_judged(browser, address)
    browser.click(named("your-interviews-tool button", "Compare with the debrief"))
    browser.wait_for(named("your-interviews-tool button", "Erase"))


def _rehearsed(browser: Driver, address: str) -> None:
    JOURNEYS["prepare/role-plays/"](browser, address)
    browser.press("All role-plays")
    take_first(browser, "role-plays-tool", "button")
    browser.wait_for("document.querySelector('role-plays-tool [data-ask]')")


def _scored(browser: Driver, address: str) -> None:
    browser.open(f"{address}#round=pm-execution")
    for name in ("Start", "End the interview and score it"):
        browser.press(name)
    browser.run("document.querySelector('[name=score][value=\"3\"]').click();")
    browser.press("Save the scorecard")
    browser.sees("The scorecard is saved.")
    browser.wait_for("document.querySelector('mock-interview-tool details')")
    browser.run("document.querySelector('mock-interview-tool details').open = true;")


STATES: dict[str, tuple[str, State]] = {
    **ON_THE_WAY,
    "no story": ("prepare/stories/", lambda browser, address: browser.open(address)),
    "a story": ("prepare/stories/", write_story),
    "three judged": ("prepare/your-interviews/", _all_judged),
    "a case over": ("prepare/case-room/", _case_over),
    "three judged and compared": ("prepare/your-interviews/", _compared),
    "all answered": ("roles/choose/", JOURNEYS["roles/choose/"]),
    "a rehearsal": ("prepare/role-plays/", _rehearsed),
    "a scorecard": ("prepare/mock-interview/", _scored),
}


@dataclass(frozen=True)
class Press:
    """A button of a state, what has the focus after it, and whether that is a field."""

    state: str
    button: str
    leads_to: str
    is_field: bool = True


SHOWN = [
    Press("two offers", "Copy this offer", "#offer-name"),
    Press("two offers", "Add a Microsoft offer", "#offer-name"),
    Press("no story", "Add a story", ".story [id$='-title']"),
    Press("a case half worked", "I have answered", ".case-room-assumed", is_field=False),
    Press("three judged", "Compare with the debrief", ".interviews-debrief", is_field=False),
]


def held(page: Page, address: str, state: str) -> None:
    """Brings a tool to a state, then holds its storage."""
    url, walk = STATES[state]
    walk(Walker(page), address + url)
    page.evaluate(HOLD)


@pytest.mark.parametrize("press", quick_and_slow(SHOWN[:1], SHOWN[1:]), ids=str)
def test_what_a_press_brings_is_shown_before_it_is_saved(
    open_tab: TabOpener, address: str, press: Press
) -> None:
    page = open_tab()
    held(page, address, press.state)
    page.get_by_role("button", name=press.button).press("Enter")
    place = page.locator(press.leads_to)
    expect(place).to_be_focused()
    if press.is_field:
        page.keyboard.type(TYPED)
    page.evaluate(LET_GO)
    if press.is_field:
        Walker(page).wait_for(STORED % json.dumps(TYPED))
        expect(place).to_have_value(TYPED)
    expect(place).to_be_focused()


# What is erased in a state, and what has the focus then.
ERASED = {
    "two offers": "#offer-track",
    "a post read": "#post-text",
    "a story": ".story-add",
    "a case over": "[data-case]",
    "three judged and compared": "[data-row]",
    "all answered": "input",
    "a rehearsal": ".rehearsal-title",
    "a scorecard": "h2",
}
# Notes in which order the focus moves and a message is shown. Reading takes longer each time, as on a busy phone.
NOTE = """() => {
    const tool = document.querySelector(".study-tool__body");
    const { recall } = Object.getPrototypeOf(tool);
    let reads = 0;
    tool.recall = async () => {
        reads += 1;
        await new Promise((done) => setTimeout(done, 50 * reads));
        return recall.call(tool);
    };
    window.noted = [];
    const isSaid = ({ target }) => (target.closest ? target : target.parentElement).closest(".tool-status");
    addEventListener("focusin", () => noted.push("focus"));
    new MutationObserver((changes) => { if (changes.some(isSaid)) noted.push("said"); })
        .observe(document.body, { childList: true, characterData: true, subtree: true });
}"""


@pytest.mark.parametrize("state", quick_and_slow([*ERASED][:1], [*ERASED][1:]))
def test_an_erasure_is_said_once_it_is_done_and_has_moved_the_focus(
    open_tab: TabOpener, address: str, state: str
) -> None:
    """A screen reader stops what it says when the focus moves, so the message comes last."""
    page = open_tab()
    held(page, address, state)
    page.locator("[data-ask]").first.press("Enter")
    page.locator(".tool-ask button").first.press("Enter")
    expect(page.locator(".tool-ask button:focus")).to_have_count(1)
    done = page.locator(".study-tool [role=status]").filter(
        has_text=re.compile(r"(erased|removed)\.$")
    )
    expect(done).to_have_count(0)
    page.evaluate(NOTE)
    page.evaluate(LET_GO)
    expect(done).to_have_count(1)
    assert page.evaluate("noted") == ["focus", "said"]
    expect(page.locator(".tool-ask")).to_have_count(0)
    expect(page.locator(f".study-tool {ERASED[state]}:focus")).to_have_count(1)
