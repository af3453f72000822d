"""On a phone a count is not torn over two lines, and what follows a long line keeps its distance."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.conftest import TabOpener, go
from tests.browser.tools.conftest import in_store

LINES = """(one) => {
  const words = document.createRange();
  words.selectNodeContents(one);
  return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
}"""


def lines(words: Locator) -> int:
    return words.evaluate(LINES)


def test_the_parts_of_a_story_are_counted_on_one_line(open_tab: TabOpener) -> None:
    page = open_tab(360, 740)
    go(page, "prepare/stories/")
    page.get_by_role("button", name="Add a story").click()
    count = page.locator(".story > summary").get_by_text("0 of 5 parts")
    expect(count).to_be_visible()
    assert lines(count) == 1


def test_the_answers_of_a_competency_are_counted_on_one_line(open_tab: TabOpener) -> None:
    page = open_tab(360, 740)
    go(page, "prepare/practice/")
    in_store(page, "return store.change('practice', 'choices', () => ({ track: 'pm' }));")
    page.locator("practice-tool").get_by_role("button", name="Start").first.click()
    page.get_by_role("button", name="I have answered").click()
    page.get_by_role("button", name="Strong ").first.click()
    page.get_by_role("button", name="Stop for now").click()
    page.get_by_text("Your history").click()
    count = page.get_by_text("1 answer, last strong")
    expect(count).to_be_visible()
    assert lines(count) == 1


def test_a_long_task_on_the_start_page_does_not_touch_what_is_below(open_tab: TabOpener) -> None:
    page = open_tab(360, 740)
    go(page, "")
    in_store(page, "return store.put('progress', 'task/old', { done: '2026-11-25' });")
    task = page.locator("continue-line p")
    expect(task).to_contain_text("Continue: ")
    bottom = task.evaluate("(one) => one.getBoundingClientRect().bottom")
    top = page.get_by_text("My track: choose").evaluate("(one) => one.getBoundingClientRect().top")
    assert top - bottom >= 6
