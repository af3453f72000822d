"""The mock interview, and rounds that its tests hold."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import go

HERE = "prepare/mock-interview/"


def opened(page: Page, fragment: str = "") -> Page:
    go(page, HERE + fragment)
    page.locator("mock-interview-tool").get_by_role("button").first.wait_for()
    return page


def start(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    page.locator("mock-round h2").wait_for()


def begin(page: Page, place: int) -> None:
    """The first round of a loop begins with its start, each later one when the reader is ready."""
    if place > 1:
        page.get_by_role("button", name="Start this round").press("Enter")
        expect(page.locator("mock-round h2")).to_be_focused()


def score(page: Page, number: int) -> None:
    page.get_by_role("button", name="End the interview and score it").press("Enter")
    page.locator(f"[name=score][value='{number}']").check()
    page.get_by_label("One thing to change").fill("Say the goal first")
    page.get_by_role("button", name="Save the scorecard").press("Enter")
