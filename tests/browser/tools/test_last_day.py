"""The last-day pack: what it says without data, what it takes from the reader's own, and that it fits three sheets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import TabOpener, go
from tests.browser.tools.conftest import in_store

HERE = "prepare/last-day/"
FILL = """
for (let index = 0; index < 9; index += 1) {
  await store.put("story-bank", `story-${index}`, {
    title: `Story number ${index} with a name`, tracks: ["pm"], competencies: ["judgment", "adaptability"],
    result: "tickets fell from ninety to thirty in a month and stayed there ".repeat(9),
    worstQuestion: "why did you not ask the desk before you wrote the default".repeat(3),
  });
}
await store.put("role-plays", "legal-blocks-a-name/a-1", {
  play: "legal-blocks-a-name", day: "2026-11-20", mode: "alone", self: "mixed",
});
await store.put("mock-interview", "a-1", {
  day: "2026-11-21", track: "pm", level: "63", round: "pm-design", question: "PM001", mode: "alone",
  seconds: 900, score: 4, change: "ask first",
});
"""


@pytest.mark.long
def test_without_data_it_says_what_to_do_and_with_data_it_prints_on_three_sheets(
    open_tab: TabOpener,
) -> None:
    page = open_tab(360, reduced_motion="reduce")
    go(page, HERE)
    pack = page.get_by_role("region", name="Your last-day pack")
    expect(pack).to_contain_text("No PM story is saved in this browser.")
    expect(pack).to_contain_text("Nothing is scored yet.")
    expect(pack).to_contain_text("Cross-functional partner: ")
    assert violations(page, within="last-day-tool") == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    in_store(page, FILL)
    page.reload()
    expect(pack.get_by_text("Story number 5 with a name")).to_be_visible()
    expect(pack).to_contain_text("you say mixed")
    expect(pack).to_contain_text("4 of 5. To change: ask first")
    page.evaluate("document.documentElement.classList.add('is-printing-part')")
    page.locator("last-day-tool").evaluate("(tool) => tool.classList.add('is-printed')")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert 1 <= sheets <= 3
