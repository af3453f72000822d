"""The post decoder as a reader uses it: paste, read, go on to stories and to a plan with the date."""

from __future__ import annotations

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import TabOpener, go
from tests.browser.tools.conftest import in_store
from tests.guides import PROJECT

HERE = "prepare/decode-a-post/"
POSTS = {
    post["id"]: post["text"]
    for post in yaml.safe_load(
        (PROJECT / "tests/scripts/posts-in-our-words.yml").read_text(encoding="utf-8")
    )
}


def read(page: Page, text: str) -> Page:
    go(page, HERE)
    page.get_by_label("The post, all of it").fill(text)
    page.get_by_role("button", name="Read the post").press("Enter")
    return page


def test_a_post_is_read_in_the_page_and_leads_to_a_plan_with_the_date(open_tab: TabOpener) -> None:
    page = open_tab(360, reduced_motion="reduce")
    read(page, POSTS["1891732"])
    heading = page.get_by_role("heading", name="Senior Product Marketing Manager")
    expect(heading).to_be_focused()
    found = page.locator(".post-found")
    expect(found).to_contain_text("PMM, IC4. Code: printed in the post.")
    expect(found).to_contain_text("$106,400 to $203,600")
    expect(found).to_contain_text("No PMM story in your story bank shows:")
    assert violations(page, within="post-decoder-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_label("Date of your loop").fill("2027-01-15")
    page.get_by_role("link", name="Make the plan").click()
    expect(page.locator("[name=loop]")).to_have_value("2027-01-15")


def test_what_is_no_post_is_said_to_be_none(open_tab: TabOpener) -> None:
    page = read(open_tab(), "I would love to work with you.")
    status = page.locator("post-decoder-tool").get_by_role("status")
    expect(status).to_contain_text("names no product or product marketing role")
    expect(page.locator(".post-found")).to_have_count(0)


@pytest.mark.long
def test_the_post_outlives_a_reload_is_taken_along_and_is_erased(open_tab: TabOpener) -> None:
    page = read(open_tab(360), POSTS["1891732"])
    page.get_by_label("Date of your loop").fill("2027-01-15")
    in_store(page, "return store.list('post-decoder');")
    page.reload()
    expect(page.get_by_label("The post, all of it")).to_have_value(POSTS["1891732"])
    expect(page.get_by_label("Date of your loop")).to_have_value("2027-01-15")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Markdown").press("Enter")
    text = download.value.path().read_text(encoding="utf-8")
    assert text.startswith("# Senior Product Marketing Manager\n\nPMM, IC4.")
    for heading in ("Pay", "What it emphasizes", "Stories you still need", "Likely rounds"):
        assert f"\n## {heading}\n" in text
    page.get_by_role("button", name="Erase the post …").press("Enter")
    page.get_by_role("button", name="Erase it").press("Enter")
    expect(page.get_by_label("The post, all of it")).to_be_focused()
    expect(page.locator(".post-found")).to_have_count(0)
    assert in_store(page, "return store.list('post-decoder');") == []


@pytest.mark.long
def test_a_date_can_be_corrected_part_by_part(open_tab: TabOpener) -> None:
    """While a part of it is missing, a browser says that a date field is empty."""
    page = read(open_tab(), POSTS["1891732"])
    date = page.get_by_label("Date of your loop")
    date.focus()
    page.keyboard.type("12202026")
    page.keyboard.press("Backspace")
    expect(date).to_have_value("")
    page.wait_for_timeout(300)  # what was saved is drawn again
    page.keyboard.type("2027")
    expect(date).to_have_value("2027-12-20")
