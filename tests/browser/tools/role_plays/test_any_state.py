"""Each state of the tool is accessible and fits a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import TabOpener, go
from tests.browser.tools.role_plays.rehearsing import HERE, PLAY, press, reply, tool

# Each state as the buttons that lead to it from the one before, and one that is there when it is drawn.
STATES = (
    ([PLAY["title"], "With a partner"], "Show the partner’s card"),
    (["Show the partner’s card"], "Hide this card"),
    (["End the conversation", "Show what they wanted"], "Back to the list"),
    (["Back to the list", PLAY["title"], "Erase these rehearsals"], "Continue this debrief"),
    (["Rehearse alone", reply("it-is-approved")["say"]], "I said something else"),
    (["I said something else"], "Undo the last reply"),
    (["All role-plays", PLAY["title"]], "Continue the conversation"),
)


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(open_tab: TabOpener, width: int) -> None:
    page = open_tab(width, reduced_motion="reduce")
    go(page, HERE)
    tool(page).get_by_role("button", name=PLAY["title"]).wait_for()
    assert violations(page, within="role-plays-tool") == []
    for buttons, drawn in STATES:
        for name in buttons:
            press(page, name)
        expect(tool(page).get_by_role("button", name=drawn)).to_be_visible()
        assert violations(page, within="role-plays-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
