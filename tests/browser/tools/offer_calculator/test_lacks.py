"""The calculator without storage or scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.tools.offer_calculator.entering import HERE, totals, worked
from tests.browser.tools.store.breaking import NO_DATABASE


@pytest.mark.long
def test_a_browser_that_keeps_nothing_says_so_and_the_tool_works(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = worked(context.new_page())
    assert totals(page)[0] == "$296,000"
    expect(
        page.get_by_role("alert").get_by_text("isn’t storing anything for this site")
    ).to_be_visible()


@pytest.mark.long
def test_without_scripts_the_page_says_what_it_would_do_and_how_to_do_it_on_paper(
    new_context: Opener,
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("turns an offer letter into the cash")).to_be_visible()
    expect(page.get_by_text("Work the letter out on paper")).to_be_visible()
