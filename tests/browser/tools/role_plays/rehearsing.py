"""A role-play as a reader rehearses it: chosen, answered, ended."""

from __future__ import annotations

import re
from typing import Any

from guide.rows.loading import load_guide
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import go
from tests.browser.tools.conftest import in_store
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


def rehearse_to_the_debrief(page: Page) -> None:
    """A rehearsal alone, what the reader noticed in it, and then what they wanted."""
    press(page, "Rehearse alone")
    say(page, "what-happened", "retranslate", "fair-test")
    press(page, "Continue to what you noticed")
    assert WISH not in tool(page).inner_text()
    tool(page).get_by_label("What did they need?").fill("Meetings, and words that work.")
    press(page, "Show what they wanted")


def debriefing(page: Page) -> Page:
    chosen(page)
    press(page, "With a partner")
    press(page, "End the conversation")
    return page
