"""A page that a browser translates, or in which a search or an extension marks words: live values stay right."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TabOpener, go
from tests.browser.tools.offer_calculator.entering import entered, totals, worked

# As Chromium's translation: each text is put into two <font>, also each that is drawn later.
TRANSLATED = """() => {
    const wrap = (text) => {
        if (!text.data.trim() || text.parentNode.closest("font, script, style, textarea")) return;
        const outer = document.createElement("font");
        outer.append(document.createElement("font"));
        outer.firstChild.textContent = text.data;
        text.replaceWith(outer);
    };
    const all = (root) => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) found.push(texts.currentNode);
        found.forEach(wrap);
    };
    all(document.querySelector("main"));
    new MutationObserver((records) => {
        for (const { addedNodes } of records) {
            for (const node of addedNodes) {
                if (node.nodeType === 3) wrap(node);
                else if (node.nodeType === 1 && node.nodeName !== "FONT") all(node);
            }
        }
    }).observe(document.querySelector("main"), { childList: true, subtree: true });
}"""
# As an extension that marks a word: the text is split, and a part of it moved into an element.
SPLIT = """() => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) if (texts.currentNode.data.includes("$")) found.push(texts.currentNode);
    for (const text of found) {
        const rest = text.splitText(text.data.indexOf("$") + 1);
        const span = document.createElement("span");
        rest.replaceWith(span);
        span.append(rest);
    }
}"""


@pytest.mark.long
@pytest.mark.parametrize("replace", [TRANSLATED, SPLIT], ids=["translated", "split"])
def test_sums_follow_what_is_entered_when_their_texts_are_replaced(
    open_tab: TabOpener, replace: str
) -> None:
    page = worked(open_tab())
    page.evaluate(replace)
    entered(page, base="210000")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Updated: year 1 pays $307,500.")).to_be_visible()
    assert totals(page)[:2] == ["$307,500", "$315,500"]
    page.evaluate(replace)
    entered(page, base="200000")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Updated: year 1 pays $296,000.")).to_be_visible()
    assert totals(page) == ["$296,000", "$304,000", "$286,000", "$294,000", "$262,000"]


@pytest.mark.long
def test_a_translated_timer_and_card_go_on(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "prepare/practice/")
    page.get_by_role("button", name="PM", exact=True).click()
    page.get_by_role("button", name="Start").first.click()
    page.get_by_role("button", name="Start the timer").wait_for()
    page.evaluate(TRANSLATED)
    page.get_by_role("button", name="Start the timer").click()
    expect(page.get_by_role("timer")).to_have_text("0:02", timeout=10_000)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Resume")).to_be_visible()


@pytest.mark.long
def test_counts_follow_the_boxes_on_a_translated_page(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "prepare/plan/")
    page.locator(".mark-box").nth(1).wait_for()
    page.evaluate(TRANSLATED)
    for at, box in enumerate(page.locator(".mark-box").all()[:3], start=1):
        box.check()
        expect(page.locator(".mark-count strong")).to_contain_text(f"{at} of ")


def marks(page: Page) -> int:
    return page.locator(".study-tool mark").count()


@pytest.mark.long
def test_the_words_of_a_search_are_marked_in_the_page_and_in_no_tool(open_tab: TabOpener) -> None:
    page = worked(open_tab())
    page.goto("pay/offer-calculator/?h=year")
    page.get_by_label("Base a year").wait_for()
    expect(page.locator("article mark").first).to_be_visible()
    page.wait_for_timeout(300)
    assert marks(page) == 0
