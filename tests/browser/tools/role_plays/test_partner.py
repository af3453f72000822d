"""With a partner, whose goal stays hidden; and the card of it on a page without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, TabOpener
from tests.browser.tools.role_plays.rehearsing import (
    FIRST,
    HERE,
    PLAY,
    STRONG,
    TURNS,
    WISH,
    chosen,
    press,
    reply,
    saved,
    tool,
)


def test_a_partner_sees_the_wish_and_the_candidate_does_not(open_tab: TabOpener) -> None:
    page = chosen(open_tab(360))
    assert WISH not in tool(page).inner_text()
    press(page, "With a partner")
    assert WISH not in tool(page).inner_text()
    press(page, "Show the candidate’s card")
    expect(tool(page).get_by_text(PLAY["you_are"])).to_be_visible()
    assert WISH not in tool(page).inner_text()
    assert FIRST["they_say"] not in tool(page).inner_text()
    press(page, "Hide this card")
    press(page, "Show the partner’s card")
    expect(tool(page).get_by_text(WISH)).to_be_visible()
    expect(tool(page).get_by_role("group", name="the partner’s card")).to_be_focused()
    press(page, "Hide this card")
    assert WISH not in tool(page).inner_text()
    press(page, "End the conversation")
    assert WISH not in tool(page).inner_text()
    press(page, "Show what they wanted")
    tool(page).get_by_role("group", name="Your partner judges you").get_by_text("Strong").click()
    tool(page).get_by_role("group", name="You judge yourself").get_by_text("Weak").click()
    press(page, "Back to the list")
    assert [(r["mode"], r["self"], r["partner"]) for r in saved(page)] == [
        ("partner", "weak", "strong")
    ]


@pytest.mark.long
def test_the_time_runs_on_when_a_card_is_turned(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    press(page, "Start the timer")
    press(page, "With a partner")
    press(page, "Show the candidate’s card")
    expect(tool(page).get_by_role("timer")).to_have_text(re.compile(r"^9:5\d$"))


@pytest.mark.long
def test_without_scripts_a_card_holds_the_strong_way_to_the_best_ending(
    new_context: Opener,
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    card = page.locator(f"#{PLAY['id']} + .role-play")
    expect(card.get_by_text(PLAY["opening_line"])).to_be_visible()
    card.get_by_text("A strong way through").click()
    way = ["the-old-slogan", "the-meaning", reply(STRONG[1])["next"]]
    said = [text for turn in way for text in (TURNS[turn]["they_say"], TURNS[turn]["they_want"])]
    best = PLAY["endings"][0]
    assert best["result"] == "agreed"
    assert best["id"] == reply(STRONG[-1])["next"]
    for text in (*said, *(reply(one)["say"] for one in STRONG), best["they_say"]):
        expect(card.get_by_text(text)).to_be_visible()
    card.get_by_text("What they want, and the trap").click()
    expect(card.get_by_text(WISH)).to_be_visible()
