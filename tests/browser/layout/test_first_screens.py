"""What a page is for is on the first screen of a phone: its tool, its first row, or its answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener
from tests.guides import quick_and_slow

PHONE = (360, 640)
# What a reader came for, on pages where it once lay a screen below.
CAME_FOR = {
    "mistakes/": ".mistake, #choosing-a-track",
    "pay/offer-calculator/": "offer-calculator-tool select",
    "prepare/case-room/": "case-room-tool button",
    "prepare/mock-interview/": "mock-interview-tool input",
    "prepare/plan/": ".md-typeset details > summary",
    "prepare/practice/": "practice-tool button",
    "prepare/prompts/": ".files a",
    "prepare/questions-behavioral/": ".bank-question",
    "prepare/questions-pm-execution/": ".bank-question, #pm-execution",
    "prepare/role-plays/": "role-plays-tool button",
    "prepare/stories/": "story-bank-tool button",
    "reference/changes/": "input[type=date]",
    "reference/glossary/": ".terms-fold > summary",
    "roles/choose/": "self-assessment-tool input",
}


@pytest.mark.parametrize("url", quick_and_slow([*CAME_FOR][:4], [*CAME_FOR][4:]))
def test_what_a_reader_came_for_is_on_the_first_screen(open_tab: TabOpener, url: str) -> None:
    page = open_tab(*PHONE)
    page.goto(url)
    wanted = page.locator(CAME_FOR[url]).first
    expect(wanted).to_be_visible()
    box = wanted.bounding_box()
    assert box
    assert box["y"] + min(box["height"], 40) <= PHONE[1]
