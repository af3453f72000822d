"""A reader with an older copy sees what is new since then."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import TabOpener, go

HERE = "reference/changes/"
DAYS = ".changes__date:visible"


def test_only_what_is_new_since_the_day_of_the_copy_is_shown(open_tab: TabOpener) -> None:
    page = open_tab(width=360)
    go(page, HERE)
    all_days = page.locator(DAYS).evaluate_all("all => all.map((day) => day.dataset.day)")
    since = all_days[1]
    page.get_by_label("Data date of your copy").fill(since)
    expect(page.locator(DAYS)).to_have_count(2)
    entries = page.locator(".changes__row:visible").count()
    expect(page.get_by_role("status").filter(has_text="since then")).to_contain_text(f"{entries} ")
    assert violations(page, within="changes-since") == []
    page.get_by_label("Data date of your copy").fill("")
    expect(page.locator(DAYS)).to_have_count(len(all_days))


@pytest.mark.long
def test_a_link_can_name_the_day(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, f"{HERE}?since=2099-01-01")
    expect(page.get_by_text("Nothing changed since then.")).to_be_visible()
    expect(page.locator(DAYS)).to_have_count(0)
