"""Tools by keys alone: the focus, which a redraw never loses, and a name for every control."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener, go
from tests.browser.heard.test_tree import heard

LOST = "document.activeElement === document.body"


def press(page: Page, name: str) -> None:
    """Presses a button by key, and holds that the focus is somewhere afterwards."""
    button = page.locator("main").get_by_role("button", name=name).first
    button.press("Enter")
    page.wait_for_timeout(400)
    assert not page.evaluate(LOST), f"after “{name}” the focus is nowhere"


def take(page: Page, selector: str) -> None:
    page.locator(selector).first.press("Enter")
    page.wait_for_timeout(400)
    assert not page.evaluate(LOST), f"after {selector} the focus is nowhere"


def _practice(page: Page) -> None:
    for name in ("PMM", "Start", "Start the timer", "I have answered"):
        press(page, name)
    for name in ("Strong ", "Take the last rating back", "Strong ", "Stop for now"):
        press(page, name)


def _cards(page: Page) -> None:
    press(page, "Study")
    for key in (" ", "3", " ", "1"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        assert not page.evaluate(LOST), f"after the key “{key}” the focus is nowhere"
    press(page, "Take the last rating back")
    press(page, "Stop for now")


def _calculator(page: Page) -> None:
    page.get_by_label("Base a year").fill("200000")
    for name in ("Add a Microsoft offer", "Add another employer’s offer"):
        press(page, name)
    press(page, "Remove this offer …")
    press(page, "Keep it")
    press(page, "Remove this offer …")
    press(page, "Remove it")


def _stories(page: Page) -> None:
    press(page, "Add a story")
    page.keyboard.type("The cut")
    press(page, "Erase this story …")
    press(page, "Keep it")
    press(page, "Erase this story …")
    press(page, "Erase it")


def _mock(page: Page) -> None:
    for name in ("Start", "End the interview and score it", "Save the scorecard"):
        press(page, name)
    page.locator("[name=score][value='3']").check()
    press(page, "Save the scorecard")


def _role_plays(page: Page) -> None:
    take(page, "role-plays-tool button")
    press(page, "Rehearse alone")
    take(page, ".rehearsal-reply")
    press(page, "Take the last reply back")
    press(page, "All role-plays")


def _case_room(page: Page) -> None:
    take(page, "case-room-tool button")
    page.get_by_label("Your question to the interviewer").fill("What is the weather?")
    page.keyboard.press("Enter")
    press(page, "I have answered")
    press(page, "All cases")


def _plan(page: Page) -> None:
    page.get_by_label("Date of the loop").fill(
        str(dt.datetime.now(dt.UTC).date() + dt.timedelta(days=60))
    )
    press(page, "Make the plan")
    page.locator(".plan-days input").first.press("Space")
    page.wait_for_timeout(400)
    assert not page.evaluate(LOST), "after a tick the focus is nowhere"
    press(page, "Change the answers")
    press(page, "Make the plan")


WALKS: dict[str, Callable[[Page], None]] = {
    "prepare/practice/": _practice,
    "prepare/cards/?page=pay/levels": _cards,
    "pay/offer-calculator/": _calculator,
    "prepare/stories/": _stories,
    "prepare/mock-interview/": _mock,
    "prepare/role-plays/": _role_plays,
    "prepare/case-room/": _case_room,
    "prepare/dated-plan/": _plan,
}


@pytest.mark.parametrize("url", WALKS)
def test_by_keys_alone_the_focus_is_never_lost_and_every_control_has_a_name(
    new_context: Opener, url: str
) -> None:
    page = new_context().new_page()
    go(page, url)
    page.locator("main").get_by_role("button").first.wait_for()
    WALKS[url](page)
    roles = ("button", "textbox", "combobox", "checkbox", "radio", "spinbutton", "link")
    unnamed = [n for n in heard(page) if n["role"] in roles and not n["name"]]
    assert unnamed == []
