"""Rehearsals that are saved: left and gone on with, erased, in two tabs, where nothing can be saved."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, TabOpener
from tests.browser.tools.conftest import in_store
from tests.browser.tools.role_plays.rehearsing import (
    PLAY,
    STRONG,
    TURNS,
    WISH,
    chosen,
    debriefing,
    press,
    reply,
    saved,
    say,
    they_say,
    tool,
)
from tests.browser.tools.store.breaking import NO_DATABASE


@pytest.mark.long
def test_records_from_before_role_plays_had_turns_are_still_shown(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    keep = "return store.put('role-plays', argument.id, argument.value);"
    old = {"play": PLAY["id"], "day": "2026-11-24", "mode": "alone", "said": ["good", "weak"]}
    in_store(page, keep, {"id": f"{PLAY['id']}/one", "value": {**old, "needed": "Meetings"}})
    in_store(page, keep, {"id": f"{PLAY['id']}/talk", "value": old})
    page.reload()
    press(page, PLAY["title"])
    expect(tool(page).get_by_text("Weak replies: 1 of 2.")).to_be_visible()
    expect(tool(page).get_by_role("button", name="Continue the conversation")).to_have_count(0)
    press(page, "Continue this debrief")
    expect(tool(page).get_by_label("What did they need?")).to_have_value("Meetings")
    press(page, "Show what they wanted")
    expect(tool(page).get_by_text(WISH)).to_be_visible()


@pytest.mark.long
def test_the_history_survives_a_reload_and_can_be_erased(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    keep = "return store.change('role-plays', 'region-ignores-the-message/' + argument.day, () => argument);"
    for day, judged in (("2026-11-20", "weak"), ("2026-11-24", "strong")):
        value = {"play": PLAY["id"], "day": day, "mode": "partner", "self": judged}
        in_store(page, keep, value | {"quote": "<b>I will not</b> put it into the launch."})
    page.reload()
    press(page, PLAY["title"])
    entries = tool(page).get_by_role("listitem").filter(has_text="with a partner")
    expect(entries).to_have_count(2)
    expect(entries.last).to_contain_text("Tuesday, November 24, 2026, with a partner. You: strong.")
    expect(entries.last).to_contain_text("<b>I will not</b>")
    press(page, "Erase these rehearsals")
    press(page, "Erase them")
    expect(tool(page).get_by_role("heading", name=PLAY["title"])).to_be_focused()
    assert saved(page) == []


@pytest.mark.long
def test_a_fast_double_press_makes_one_rehearsal(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    press(page, "With a partner")
    over = tool(page).get_by_role("button", name="End the conversation")
    over.evaluate("(button) => { button.click(); button.click(); }")
    expect(tool(page).get_by_role("heading", name="What you noticed")).to_be_focused()
    assert len(saved(page)) == 1


@pytest.mark.long
def test_a_debrief_that_was_left_is_gone_on_with(open_tab: TabOpener) -> None:
    page = debriefing(open_tab(360))
    tool(page).get_by_label("What did they need?").fill("A word they can use.")
    assert len(saved(page)) == 1  # answered after the note is written
    page.reload()
    press(page, PLAY["title"])
    press(page, "Continue this debrief")
    expect(tool(page).get_by_role("heading", name="What you noticed")).to_be_focused()
    expect(tool(page).get_by_label("What did they need?")).to_have_value("A word they can use.")
    press(page, "Show what they wanted")
    tool(page).get_by_role("group", name="You judge yourself").get_by_label("Mixed").check()
    press(page, "All role-plays")
    press(page, PLAY["title"])
    expect(tool(page).get_by_text("You: mixed.")).to_be_visible()
    expect(tool(page).get_by_role("button", name="Continue this debrief")).to_have_count(0)
    assert [(one["needed"], one["self"]) for one in saved(page)] == [
        ("A word they can use.", "mixed")
    ]


@pytest.mark.long
def test_a_talk_alone_that_was_cut_off_is_gone_on_with(open_tab: TabOpener) -> None:
    page = chosen(open_tab(360))
    press(page, "Rehearse alone")
    say(page, "it-is-approved", "ask-again")
    page.reload()
    expect(tool(page).get_by_role("button", name=PLAY["title"])).to_contain_text(
        "Not rehearsed yet"
    )
    press(page, PLAY["title"])
    press(page, "Continue the conversation you left, after 2 replies")
    expect(they_say(page, TURNS["the-split"]["they_say"])).to_be_focused()
    expect(tool(page).get_by_text(reply("it-is-approved")["reaction"])).to_be_visible()
    say(page, "fair-test")
    press(page, "Continue to what you noticed")
    press(page, "All role-plays")
    press(page, PLAY["title"])
    expect(tool(page).get_by_role("button", name="Continue this debrief")).to_be_visible()
    expect(tool(page).get_by_role("button", name="Continue the conversation")).to_have_count(0)
    assert [one["path"] for one in saved(page)] == [["it-is-approved", "ask-again", "fair-test"]]


@pytest.mark.long
def test_a_talk_that_was_left_can_be_erased(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    press(page, "Rehearse alone")
    say(page, "what-happened")
    press(page, "All role-plays")
    press(page, PLAY["title"])
    press(page, "Erase these rehearsals")
    press(page, "Erase them")
    expect(tool(page).get_by_role("button", name="Continue the conversation")).to_have_count(0)
    assert saved(page) == []


@pytest.mark.long
def test_two_tabs_keep_both_rehearsals(new_context: Opener) -> None:
    context = new_context()
    tabs = [debriefing(context.new_page()) for _ in range(2)]
    for tab, text in zip(tabs, ("mine", "yours"), strict=True):
        tool(tab).get_by_label("What did they need?").press_sequentially(text)
    assert sorted(one["needed"] for one in saved(tabs[0])) == ["mine", "yours"]


@pytest.mark.long
def test_two_tabs_write_into_one_debrief_and_lose_nothing(new_context: Opener) -> None:
    context = new_context()
    here = debriefing(context.new_page())
    there = chosen(context.new_page())
    press(there, "Continue this debrief")
    tool(here).get_by_label("What did they need?").press_sequentially("a word")
    tool(there).get_by_label("What did you offer").press_sequentially("a draft, Monday")
    expect(tool(here).get_by_label("What did you offer")).to_have_value("a draft, Monday")
    expect(tool(there).get_by_label("What did they need?")).to_have_value("a word")
    (one,) = saved(here)
    assert (one["needed"], one["offered"]) == ("a word", "a draft, Monday")


@pytest.mark.long
def test_it_works_where_the_browser_keeps_nothing(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = chosen(context.new_page())
    press(page, "Rehearse alone")
    say(page, *STRONG)
    press(page, "Continue to what you noticed")
    press(page, "Show what they wanted")
    expect(tool(page).get_by_text("You found the strong reply each time.")).to_be_visible()
    expect(tool(page).get_by_role("alert")).to_contain_text("isn’t storing anything for this site")
