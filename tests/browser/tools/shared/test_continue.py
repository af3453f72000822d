"""The start page leads a reader who has been here on to the next task, and asks nobody else to go on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.tools.conftest import in_days, in_store

PLAN = "return store.put('study-plan', 'plan', { loop: argument, days: [] });"
MARK = "return store.put('progress', argument, { done: '2026-11-25' });"


def test_the_start_page_leads_on_to_the_next_task(open_tab: TabOpener, real_guide) -> None:
    page = open_tab(width=360)
    go(page, "")
    line = page.locator("continue-line")
    expect(line).to_be_empty()
    first = next(iter(real_guide["checklist"].values()))
    in_store(page, MARK, f"task/{first.id}")
    expect(line).to_contain_text("Coming back? Continue: ")
    expect(line.get_by_role("link")).not_to_contain_text(first.task)
    line.get_by_role("link").click()
    expect(page.locator("h1")).not_to_contain_text("Interviewing at Microsoft")


def test_the_start_page_leads_a_reader_with_a_dated_plan_to_it(open_tab: TabOpener) -> None:
    page = open_tab(width=360)
    go(page, "")
    in_store(page, MARK, "task/read-the-loop")
    in_store(page, PLAN, in_days(page, 9))
    line = page.locator("continue-line")
    # The checklist's next task is often one that did not fit the plan.
    expect(line).to_have_text("Coming back? Continue your plan")
    in_store(page, PLAN, in_days(page, -2))
    expect(line).not_to_contain_text("your plan")
    in_store(page, PLAN, in_days(page, 0))
    line.get_by_role("link", name="Continue your plan").click()
    expect(page).to_have_url(re.compile("/prepare/dated-plan/$"))


@pytest.mark.long
def test_without_scripts_the_way_to_the_progress_stays(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("")
    expect(page.get_by_role("link", name="Continue", exact=True)).to_be_visible()


@pytest.mark.long
def test_where_the_tasks_cannot_be_had_the_line_leads_to_the_progress(
    open_tab: TabOpener, real_guide
) -> None:
    page = open_tab()
    page.route("**/data/tasks*.json", lambda route: route.abort())
    go(page, "")
    in_store(page, MARK, f"task/{next(iter(real_guide['checklist'].values())).id}")
    line = page.locator("continue-line")
    expect(line).to_have_text("Coming back? Continue")
    line.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/prepare/progress/$"))
