"""A role-play alone: each reply has consequences, and the debrief says what they were."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener, until
from tests.browser.tools.role_plays.rehearsing import (
    FIRST,
    PLAY,
    TURNS,
    WISH,
    chosen,
    press,
    rehearse_to_the_debrief,
    reply,
    saved,
    say,
    they_say,
    tool,
)


def test_alone_a_reply_decides_what_they_say_next_by_keyboard(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    press(page, "Rehearse alone")
    expect(they_say(page, FIRST["they_say"])).to_be_focused()
    say(page, "it-is-approved")
    expect(tool(page).get_by_text(reply("it-is-approved")["reaction"])).to_contain_text(
        "Trust drops: ●●○○○ 2 of 5"
    )
    expect(they_say(page, TURNS["polite-no"]["they_say"])).to_be_focused()
    press(page, "Undo the last reply")
    expect(tool(page).get_by_text(TURNS["polite-no"]["they_say"])).to_have_count(0)
    say(page, "what-happened")
    expect(they_say(page, TURNS["the-meaning"]["they_say"])).to_be_focused()
    press(page, "I said something else")
    press(page, f"Mixed: {reply('retranslate')['say']}")
    say(page, "fair-test")
    agreed = PLAY["endings"][0]
    expect(they_say(page, agreed["they_say"])).to_be_focused()
    expect(tool(page).get_by_text(agreed["outcome"])).to_be_visible()
    expect(tool(page).get_by_text("Trust at the end: ●●●●● 5 of 5")).to_be_visible()


@pytest.mark.long
def test_the_debrief_says_what_they_wanted_at_each_turn_and_is_saved(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    rehearse_to_the_debrief(page)
    expect(
        tool(page).get_by_role("heading", name="What they wanted, and did not say")
    ).to_be_focused()
    expect(tool(page).get_by_text(WISH)).to_be_visible()
    expect(tool(page).get_by_text("Where a better reply was available, 1 of 3:")).to_be_visible()
    expect(tool(page).get_by_text(TURNS["the-meaning"]["they_want"])).to_be_visible()
    tool(page).get_by_role("radio", name="Mixed").check()
    assert until(page, lambda: not tool(page).evaluate("(element) => element.isUpdatePending"))
    press(page, "Back to the list")
    expect(tool(page).get_by_role("button", name=PLAY["title"])).to_be_focused()
    expect(tool(page).get_by_role("button", name=PLAY["title"])).to_contain_text("Rehearsed once")
    record = saved(page)[0]
    record.pop("day")
    assert record == {
        "play": PLAY["id"],
        "mode": "alone",
        "path": ["what-happened", "retranslate", "fair-test"],
        "needed": "Meetings, and words that work.",
        "self": "mixed",
    }


@pytest.mark.long
def test_giving_in_changes_what_they_want_and_how_it_ends(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    press(page, "Rehearse alone")
    say(page, "use-what-works")
    expect(they_say(page, TURNS["three-products"]["they_say"])).to_be_focused()
    say(page, "tell-them-yes")
    expect(tool(page).get_by_text("You lost it.")).to_be_visible()
    expect(tool(page).get_by_text("Trust at the end: ●●●●● 5 of 5")).to_be_visible()
