"""What a reader has whose browser runs no scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.reading.lightness import LIGHTNESS
from tests.built.site import page_urls
from tests.guides import quick_and_slow

# A page of each kind: the start, prose, pictures and tables, cards, a tool.
WITHOUT_SCRIPTS = ["", "roles/pm/", "pay/by-level/", "mistakes/", "prepare/practice/"]


@pytest.mark.parametrize("color_scheme", quick_and_slow(["dark"], ["light"]))
def test_without_scripts_the_palette_follows_the_system(
    new_context: Opener, color_scheme: str
) -> None:
    page = new_context(java_script_enabled=False, color_scheme=color_scheme).new_page()
    page.goto("loops/pm/")
    lightness = page.evaluate(LIGHTNESS)
    assert lightness > 200 if color_scheme == "light" else lightness < 80


@pytest.mark.parametrize("url", quick_and_slow(WITHOUT_SCRIPTS[:1], WITHOUT_SCRIPTS[1:]))
def test_without_scripts_a_page_is_whole(new_context: Opener, url: str) -> None:
    """What the markup holds on all other pages is read from the built files, in tests/built."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(url)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#sources")).to_be_visible()
    expect(page.locator(".page-sources")).to_be_visible()
    for table in page.locator("main .md-content table").all():
        folded = table.evaluate("e => !!e.closest('details:not([open])')")
        expect(table).to_be_visible(visible=not folded)


@pytest.mark.long
@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_without_scripts_every_page_is_within_reach(
    new_context: Opener, width: int, address: str
) -> None:
    """At most two steps from the start page."""
    page = new_context(width, java_script_enabled=False).new_page()
    waiting, seen = [("", 0)], {""}
    while waiting:
        url, steps = waiting.pop(0)
        page.goto(url)
        links = page.locator("a[href]:visible").evaluate_all("all => all.map(a => a.href)")
        inside = {link.split("#")[0].removeprefix(address) for link in links if address in link}
        found = sorted(inside & set(page_urls()) - seen)
        seen.update(found)
        waiting += [(link, steps + 1) for link in found if steps < 1]
        if seen == set(page_urls()):
            return
    assert sorted(seen) == page_urls()


def test_without_scripts_a_citation_of_several_statements_shows_theirs(new_context: Opener) -> None:
    page = new_context(360, java_script_enabled=False).new_page()
    page.goto("prepare/case-agent-cost/")
    marks = page.locator(".case-facts dd a.cite--folded")
    expect(marks.first).to_be_hidden()
    page.locator(".case-facts a.cite--fold").click()
    expect(marks.first).to_be_visible()
    expect(marks).to_have_count(5)
    marks.last.click()
    expect(page).to_have_url(re.compile("#source-"))
    page.go_back()
    expect(marks.last).to_be_in_viewport()
