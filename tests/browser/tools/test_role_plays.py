"""Role-plays: alone, with consequences; with a partner, whose goal stays hidden; and what is saved of both."""

from __future__ import annotations

import re
from typing import Any

import pytest
from guide.rows.loading import load_guide
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go, until
from tests.browser.tools.conftest import in_store
from tests.browser.tools.store.breaking import NO_DATABASE
from tests.guides import PROJECT

HERE = "prepare/role-plays/"
PLAYS = [play.model_dump(mode="json") for play in load_guide(PROJECT)["role-plays"].values()]
PLAY = next(play for play in PLAYS if play["id"] == "region-ignores-the-message")
WISH = PLAY["hidden_incentive"]
TURNS = {turn["id"]: turn for turn in PLAY["turns"]}
FIRST = PLAY["turns"][0]
STRONG = ["what-happened", "read-it-to-me", "fair-test"]


def tool(page: Page) -> Locator:
    return page.locator("role-plays-tool")


def chosen(page: Page) -> Page:
    go(page, HERE)
    tool(page).get_by_role("button", name=PLAY["title"]).press("Enter")
    expect(tool(page).get_by_role("heading", name=PLAY["title"])).to_be_focused()
    return page


def press(page: Page, name: str | re.Pattern[str]) -> None:
    tool(page).get_by_role("button", name=name).press("Enter")


def reply(reply_id: str) -> dict[str, Any]:
    return next(r for turn in PLAY["turns"] for r in turn["replies"] if r["id"] == reply_id)


def they_say(page: Page, words: str) -> Locator:
    """The block around their words, which the focus goes to: a paragraph with it would be said twice."""
    return tool(page).locator(".rehearsal-next", has_text=words)


def say(page: Page, *replies: str) -> None:
    for reply_id in replies:
        tool(page).get_by_role("button", name=reply(reply_id)["say"], exact=True).press("Enter")


def saved(page: Page) -> list[dict[str, Any]]:
    return in_store(page, "return (await store.list('role-plays')).map(({ value }) => value);")


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


def rehearse_to_the_debrief(page: Page) -> None:
    """A rehearsal alone, what the reader noticed in it, and then what they wanted."""
    press(page, "Rehearse alone")
    say(page, "what-happened", "retranslate", "fair-test")
    press(page, "Continue to what you noticed")
    assert WISH not in tool(page).inner_text()
    tool(page).get_by_label("What did they need?").fill("Meetings, and words that work.")
    press(page, "Show what they wanted")


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


def debriefing(page: Page) -> Page:
    chosen(page)
    press(page, "With a partner")
    press(page, "End the conversation")
    return page


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
