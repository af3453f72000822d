"""Citations in the text: each shows its sources and leads back, also when copied or printed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener, go


def test_a_citation_shows_its_sources_and_leads_back(open_tab: TabOpener) -> None:
    page = open_tab(width=360)
    go(page, "roles/pm/")
    mark = page.locator("a.cite--group:visible").first
    numbers = re.findall(r"\d+", str(mark.locator("i").text_content()))
    count = len(numbers)
    expect(mark).to_have_accessible_name(re.compile(rf"^{count} sources, "))
    mark.click()
    shown = page.get_by_role("dialog", name=f"{count} sources")
    expect(shown.locator(".source__number")).to_have_text(numbers)
    page.get_by_role("button", name="Back to the text").click()
    expect(shown).to_be_hidden()
    expect(mark).to_be_focused()
    mark.click()
    shown.get_by_role("link", name="In the list of all sources").click()
    expect(page.locator(f"[id='{str(mark.get_attribute('href')).lstrip('#')}']")).to_be_visible()


@pytest.mark.long
def test_a_citation_of_several_statements_says_what_each_source_is_for(open_tab: TabOpener) -> None:
    page = open_tab(width=360)
    go(page, "prepare/case-agent-cost/")
    facts = page.locator(".case-facts")
    mark = facts.locator("a.cite--fold")
    expect(facts.locator("a.cite:visible")).to_have_count(1)
    expect(mark).to_have_accessible_name(re.compile(r"^\d sources for the 5 points above, "))
    mark.click()
    shown = page.get_by_role("dialog")
    for fact in facts.locator("dd").all():
        numbers = re.findall(
            r"\d+", str(fact.locator("a.cite--folded").text_content()).split("]")[0]
        )
        start = fact.evaluate("e => e.previousElementSibling.textContent")
        for number in numbers:
            source = shown.locator("li.source").filter(
                has=page.locator(".source__number", has_text=re.compile(rf"^{number}$"))
            )
            expect(source.locator(".cited__for")).to_contain_text(start)
    page.get_by_role("button", name="Back to the text").click()
    expect(mark).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(mark).to_be_hidden()
    expect(facts.locator("a.cite:visible")).to_have_count(5)


@pytest.mark.long
def test_paper_has_the_citation_of_each_statement(open_tab: TabOpener) -> None:
    page = open_tab(width=360, media="print")
    go(page, "prepare/case-agent-cost/")
    expect(page.locator(".case-facts a.cite--fold")).to_be_hidden()
    expect(page.locator(".case-facts a.cite:visible")).to_have_count(5)


def test_citations_are_copied_as_numbers_in_brackets(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "roles/pm/")
    copied = page.locator("p:has(a.cite--group)").first.evaluate(
        "e => (getSelection().selectAllChildren(e), String(getSelection()))"
    )
    assert re.search(r"\w[.,;]?\[\d+(, \d+)+\]", copied), copied
    assert " sources" not in copied and "¶" not in copied
