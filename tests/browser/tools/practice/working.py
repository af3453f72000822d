"""The practice page on a day, and what its tests do with it."""

from __future__ import annotations

import datetime as dt

from playwright.sync_api import Page, expect

from tests.browser.conftest import go
from tests.browser.tools.conftest import clash, in_store

HERE = "prepare/practice/"
TODAY = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.UTC)
SAVED = "return (await store.list('practice')).map(({ id, value }) => [id, value]);"
CHOOSE = "return store.change('practice', 'choices', () => argument);"
FEW = {"size": 2, "track": "pm"}


def opened(page: Page, choices: dict | None = None, *, day: dt.datetime = TODAY) -> Page:
    """The page on a day in the evening, with what is drawn chosen beforehand."""
    page.clock.install(time=day)
    go(page, HERE)
    in_store(page, CHOOSE, {"track": "both", **(choices or FEW)})
    in_store(page, SAVED)  # answered after the tool has read the choice, however slow the machine
    page.get_by_role("button", name="Start", exact=True).wait_for()
    return page


def start(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    expect(page.locator("#practice-question")).to_be_focused()


def answer(page: Page, rating: str) -> None:
    """Rate the question in sight, and wait until the tool has saved that and moved on."""
    question = page.locator("#practice-question")
    text = question.inner_text()
    page.get_by_role("button", name="I have answered").press("Enter")
    expect(page.locator("#practice-strong")).to_be_focused()
    page.get_by_role("button", name=f"{rating} ").first.press("Enter")
    expect(question.filter(has_text=text)).to_have_count(0)


def saved(page: Page) -> dict:
    return dict(in_store(page, SAVED))


def clash_of_notes(page: Page) -> str:
    """Two texts for the notes of the first question; its id in the store."""
    first = f"question/{saved(page)['set']['ids'][0]}"
    clash(page, page.get_by_label("Think aloud"), ("practice", first, "draft"))
    assert saved(page)[first]["draft"] == "Theirs."
    return first
