"""The practice page without a network, storage or scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, go
from tests.browser.tools.practice.working import HERE, answer, opened, start
from tests.browser.tools.store.breaking import NO_DATABASE


@pytest.mark.long
def test_it_works_without_a_network_once_a_set_is_started(new_context: Opener) -> None:
    context = new_context()
    page = opened(context.new_page())
    start(page)
    context.set_offline(True)
    answer(page, "Weak")
    answer(page, "Strong")
    expect(page.get_by_role("heading", name="Done for today")).to_be_visible()
    page.get_by_role("button", name="Practice more today").press("Enter")
    expect(
        page.get_by_role("alert").get_by_text("You seem to be offline, and the questions must")
    ).to_be_visible()


@pytest.mark.long
def test_a_set_that_cannot_be_fetched_says_so(new_context: Opener) -> None:
    context = new_context()
    page = opened(context.new_page())
    page.route("**/data/practice/*.json", lambda route: route.fulfill(status=503))
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    expect(
        page.get_by_role("alert").get_by_text("not possible to fetch the questions")
    ).to_be_visible()
    page.unroute("**/data/practice/*.json")
    start(page)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.long
def test_a_browser_that_keeps_nothing_says_so_and_the_set_goes_on(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = context.new_page()
    go(page, HERE)
    expect(
        page.get_by_role("alert").get_by_text("isn’t storing anything for this site")
    ).to_be_visible()
    page.get_by_role("button", name="PM", exact=True).press("Enter")
    start(page)
    answer(page, "Weak")
    answer(page, "Strong")
    expect(page.get_by_text("Question 3 of")).to_be_visible()


@pytest.mark.long
def test_without_scripts_the_promise_and_the_way_on_paper_are_shown(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("This tool draws a set of questions")).to_be_visible()
    expect(page.get_by_text("Draw seven questions from the question bank")).to_be_visible()
