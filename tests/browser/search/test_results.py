"""What the search finds, how it says so, and where a result leads."""

from __future__ import annotations

import re
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, go, until
from tests.browser.search.box import (
    FIELD,
    LINE,
    LINKS,
    assert_places,
    places,
    search,
    type_query,
)
from tests.built.site import ADDRESS_OF_404
from tests.guides import quick_and_slow

HOSTILE = '<img src=x onerror=alert(1)> "&amp; ](x) \\'


def test_on_a_phone_the_open_search_is_as_wide_as_the_screen(new_context: Opener) -> None:
    """A browser of a phone lays the page out as wide as the widest thing on it, which a narrow window does not."""
    page = new_context(width=360, height=740, is_mobile=True, has_touch=True).new_page()
    go(page, "")
    search(page, "battlecard")
    end = "e => Math.round(e.getBoundingClientRect().right)"
    for part in (page.locator(LINKS).first, page.locator(".md-search__inner")):
        right = until(page, partial(part.evaluate, end), lambda right: right == 360)
        assert right == 360


# What is found for what is asked is measured over hundreds of queries in tests/search; here it is typed.
@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("batlecard", "reference/glossary/#term-battlecard"),  # typing errors
        pytest.param("salary", "pay/by-level/", marks=pytest.mark.long),  # readers' words
        pytest.param("L64", "pay/levels/#level-64", marks=pytest.mark.long),  # rows
    ],
)
def test_it_finds_what_is_typed(page: Page, query: str, place: str) -> None:
    assert_finds(page, query, place)


@pytest.mark.long
@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("compnsation chart", "pay/"),
        ("bar raiser", "reference/glossary/#term-as-appropriate-interviewer"),
        ("behavioural question", "reference/glossary/#term-behavioural-question"),  # spelling
        ("roleplay", "prepare/role-plays/"),
        ("C058", "reference/claims/#claim-c058"),
        ("401(k)", "pay/how-pay-is-built/"),
        ("can a PM move to PMM inside Microsoft?", "roles/move/"),  # a question in full
    ],
)
def test_it_finds_more_of_what_is_typed(page: Page, query: str, place: str) -> None:
    assert_finds(page, query, place)


def assert_finds(page: Page, query: str, place: str) -> None:
    go(page, "loops/pm/")
    type_query(page, query)
    assert_places(page, lambda found: any(one.startswith(place) for one in found))


@pytest.mark.long
def test_a_row_opens_at_its_anchor_by_keyboard_alone(page: Page) -> None:
    go(page, "loops/pm/")
    type_query(page, "battlecard")
    expect(page.locator(f"{LINKS}[href*='h=battlecard#']").first).to_be_attached()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"reference/glossary/\?h=battlecard#term-battlecard$"))
    expect(page.locator("#term-battlecard mark").first).to_be_visible()


@pytest.mark.long
def test_a_row_says_its_kind_and_track_and_keeps_its_labels(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "pmm: level 64 total a year reports")
    row = page.locator(LINKS, has_text="Table row (PMM): Level: 64").first
    expect(row).to_contain_text(re.compile("Total a year: .*Reports: "))


@pytest.mark.long
def test_a_search_can_be_shared(page: Page) -> None:
    go(page, "mistakes/")
    search(page, "pmm: loop stages")
    page.goto(page.locator("[data-md-component=search-share]").get_attribute("href"))
    expect(page.locator(FIELD)).to_have_value("pmm: loop stages")
    expect(page.get_by_role("radio", name="PMM")).to_be_checked()
    assert_places(page, lambda found: "loops/pmm/" in found)


def test_the_number_of_results_is_announced(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "battlecard")
    # Five pages are shown, however many match.
    expect(page.get_by_role("status").filter(has_text="best matches")).to_be_visible()


def test_queries_are_text_and_never_markup(page: Page) -> None:
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    go(page, "loops/pm/")
    search(page, HOSTILE + " pay")
    assert page.locator(".md-search-result img").count() == 0
    search(page, f"zzqqxx{HOSTILE}".replace("src", "").replace("img", "zzq"))
    assert page.locator(".md-search-result img").count() == 0
    assert said == []


def test_without_a_result_it_says_so_and_leads_on(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "zzqqxxyy")
    expect(page.locator(LINE)).to_have_text("Nothing found. Suggestions below.")
    expect(page.locator(LINE)).to_have_attribute("role", "status")
    asking = "issues/new?title=Missing+topic%3A+zzqqxxyy"
    found = until(page, lambda: places(page), lambda all_: all_ and asking in all_[-1])
    assert asking in found[-1]
    assert found[:2] == ["reference/topics/", "reference/topics/#nothing-found"]
    assert {"prepare/dated-plan/", "pay/reading-an-offer/", "roles/choose/"} <= set(found)


@pytest.mark.long
def test_a_result_is_named_by_its_heading(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "levels")
    first = page.locator(LINKS).first
    heading = first.locator("h1, h2").first.inner_text()
    expect(page.get_by_role("link", name=heading, exact=True).first).to_be_visible()


@pytest.mark.long
def test_without_a_result_near_words_are_offered(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "bxttxecxrd")
    expect(page.locator(LINKS).nth(1)).to_contain_text("Near words: battlecard")


@pytest.mark.parametrize("url", quick_and_slow([ADDRESS_OF_404], ["", "pay/by-level/"]))
def test_a_shared_link_opens_with_its_results(page: Page, url: str) -> None:
    page.goto(f"{url}?q=compnsation")
    expect(page.locator(FIELD)).to_have_value("compnsation")
    assert_places(page, lambda found: any(place.startswith("pay/") for place in found))
