"""Notes on an answer are saved as they are typed, in two tabs too."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Opener, go, until
from tests.browser.tools.conftest import CHOICES_AFTER_CLASH
from tests.browser.tools.practice.working import (
    HERE,
    TODAY,
    answer,
    clash_of_notes,
    opened,
    saved,
    start,
)


def test_notes_are_saved_with_each_key(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    page.clock.pause_at(TODAY + dt.timedelta(hours=1))
    page.get_by_label("Think aloud").press_sequentially("first the region")

    def drafts() -> list[str | None]:
        return [value.get("draft") for value in saved(page).values()]

    assert "first the region" in until(page, drafts, lambda found: "first the region" in found)


def two_tabs(context: BrowserContext) -> tuple[Page, Page]:
    """Two tabs that show the first question of one set."""
    one, other = opened(context.new_page()), context.new_page()
    other.clock.install(time=TODAY)
    go(other, HERE)
    start(one)
    start(other)
    return one, other


@pytest.mark.long
def test_two_tabs_lose_nothing(new_context: Opener) -> None:
    one, other = two_tabs(new_context())
    answer(one, "Weak")
    expect(one.get_by_text("Rated.")).to_be_visible()
    other.get_by_label("Think aloud").fill("written in the other tab")
    other.clock.run_for(1000)
    expect(other.get_by_label("Think aloud")).to_have_value("written in the other tab")
    first = saved(other)["set"]["ids"][0]
    value = saved(other)[f"question/{first}"]
    assert value["draft"] == "written in the other tab"
    assert [answer["rating"] for answer in value["answers"]] == ["again"]


@pytest.mark.long
@pytest.mark.parametrize(("choice", "expected"), CHOICES_AFTER_CLASH)
def test_notes_typed_in_two_tabs_are_the_readers_choice(
    new_context: Opener, choice: str, expected: str
) -> None:
    page = opened(new_context().new_page())
    start(page)
    first = clash_of_notes(page)
    page.get_by_role("button", name=choice).press("Enter")
    notes = page.get_by_label("Think aloud")
    expect(notes).to_have_value(expected)
    expect(notes).to_be_focused()
    expect(page.get_by_role("button", name=choice)).to_have_count(0)
    assert saved(page)[first]["draft"] == expected


@pytest.mark.long
def test_notes_of_another_tab_outlive_a_rating(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    first = clash_of_notes(page)
    answer(page, "Weak")
    value = saved(page)[first]
    assert (value["draft"], value["answers"][0]["notes"]) == ("Theirs.", "Mine.")
    page.get_by_role("button", name="Undo the last rating").press("Enter")
    expect(page.get_by_label("Think aloud")).to_have_value("Theirs.\n\nMine.")


@pytest.mark.long
def test_a_tab_shows_the_notes_that_another_one_adds_to(new_context: Opener) -> None:
    one, other = two_tabs(new_context())
    one.get_by_label("Think aloud").press_sequentially("one")
    expect(other.get_by_label("Think aloud")).to_have_value("one")
    other.get_by_label("Think aloud").press_sequentially(" two")
    expect(one.get_by_label("Think aloud")).to_have_value("one two")
    one.get_by_label("Think aloud").press("End")
    one.get_by_label("Think aloud").press_sequentially(" three")
    expect(other.get_by_label("Think aloud")).to_have_value("one two three")
