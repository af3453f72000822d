"""What a press finds wrong is seen where the press was, on a phone."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import TabOpener, go


def test_a_scorecard_without_a_score_says_so_beside_its_button(open_tab: TabOpener) -> None:
    """It was said above the scores, two screens away."""
    page = open_tab(360, 740)
    go(page, "prepare/mock-interview/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="End the interview and score it").click()
    page.get_by_role("button", name="Save the scorecard").click()
    problem = page.get_by_role("alert")
    expect(problem).to_have_text("Choose a score first.")
    expect(problem).to_be_in_viewport(ratio=1)
    page.locator("mock-interview-tool input[name=score]").first.check()
    expect(problem).to_have_count(0)
