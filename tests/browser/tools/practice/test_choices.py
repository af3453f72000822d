"""What a reader chooses before a set, and what is drawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, go
from tests.browser.tools.conftest import in_store
from tests.browser.tools.practice.working import HERE, SAVED, opened


@pytest.mark.long
def test_what_is_chosen_decides_what_is_drawn(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"track": "pmm"})
    page.get_by_text("What is drawn", exact=True).press("Enter")
    page.get_by_text("Kind of question: all").press("Enter")
    page.get_by_label("Pricing and packaging").press("Space")
    expect(page.get_by_text("Kind of question: 1 chosen")).to_be_visible()
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    expect(page.get_by_text("Pricing and packaging · ")).to_be_visible()


def test_the_track_is_asked_first_and_a_session_before_the_loop_holds_four_kinds(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    go(page, HERE)
    expect(page.get_by_role("heading", name="Which role do you practice for?")).to_be_visible()
    page.get_by_role("button", name="PMM", exact=True).press("Enter")
    page.get_by_role("button", name="Before the loop").press("Enter")
    expect(page.get_by_text("Question 1 of 4")).to_be_visible()


@pytest.mark.long
def test_a_count_that_cannot_be_read_stays_as_it_was_typed_and_is_reported(
    new_context: Opener,
) -> None:
    page = opened(new_context().new_page())
    size = page.get_by_label("Questions a day")
    page.get_by_text("What is drawn", exact=True).press("Enter")
    for typed in ("1e1", "many", "99", "2.5"):
        size.fill(typed)
        size.press("Tab")
        expect(page.get_by_role("alert")).to_have_text(
            "Write a whole number from 1 to 30. Until then it stays at 2."
        )
        expect(size).to_have_value(typed)
        expect(size).to_have_attribute("aria-invalid", "true")
        assert dict(in_store(page, SAVED))["choices"]["size"] == 2
    size.fill("\uff14")  # a full-width 4
    size.press("Tab")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert dict(in_store(page, SAVED))["choices"]["size"] == 4
