"""One visit to each page: it is quiet, accessible on a desktop and on a phone, and never wider than the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Page

from tests.browser.axe import ALL_BUT_COLORS, TARGET_SIZES, color_violations, sentences
from tests.browser.conftest import Opener, go
from tests.built.site import ADDRESS_OF_404, assert_none, built_once, page_urls

PAGES = [*page_urls(), ADDRESS_OF_404]
# Chromium itself reports the answer 404 of a page that is not found.
NOT_FOUND = "Failed to load resource: the server responded with a status of 404"
MOST_OF_A_CLASS = 3
MOST_SCREENS = 20  # of a small phone, 360 by 640 pixels
UNFOLD = "all => all.forEach(one => one.open = true)"
# Elements that stick out on the right of a narrow screen, unless something around them scrolls or cuts them off.
STICKING_OUT = """
() => {
  const holds = e => getComputedStyle(e).overflowX !== "visible";
  const held = e => e.parentElement.matches("body") ? false : holds(e.parentElement) || held(e.parentElement);
  const right = e => Math.round(e.getBoundingClientRect().right);
  const out = [...document.querySelectorAll("main *:not(svg *), .hero *:not(svg *)")]
    .filter(e => e.checkVisibility() && right(e) > innerWidth && !held(e))
    .map(e => `${e.tagName}.${e.className} ends at ${right(e)} px: ${e.textContent.trim().slice(0, 40)}`);
  const width = document.documentElement.scrollWidth;
  return width > innerWidth ? [`the page is ${width} px wide`, ...out] : out;
}
"""
# Marks a few elements of each class: what a class looks like does not change on the way down a page.
CHOOSE = """
([names, most]) => names.forEach(name => [...document.getElementsByClassName(name)].slice(0, most)
  .forEach(element => element.setAttribute("data-chosen", "")))
"""
CLASS = re.compile(r'\bclass="([^"]*)"')


@pytest.fixture(scope="session")
def new_classes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The classes that each page is the first to hold, by its address: all pages together hold each class once."""
    pages = built_once(tmp_path_factory).pages
    texts = {url: pages["404.html" if url == ADDRESS_OF_404 else url].html for url in PAGES}
    return first_seen(texts)


def first_seen(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """For each page the class names in its text that no page before it has."""
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    for url, text in texts.items():
        names = {name for value in CLASS.findall(text) for name in value.split()}
        found[url] = sorted(names - seen)
        seen |= names
    return found


def test_each_class_is_measured_where_it_is_first_seen() -> None:
    texts = {"a/": '<p class="one two">', "b/": '<p class="two"><b class="three">'}
    assert first_seen(texts) == {"a/": ["one", "two"], "b/": ["three"]}


@pytest.mark.parametrize("url", PAGES)
def test_a_page_is_quiet_accessible_and_fits(
    new_context: Opener, url: str, new_classes: dict[str, list[str]]
) -> None:
    """What it asks of other hosts, its cookies and its content policy are watched by the fixture."""
    page = new_context(1280, reduced_motion="reduce", color_scheme="light").new_page()
    heard = _listen(page)
    go(page, url)
    page.wait_for_load_state("networkidle")
    screens = _screens_of_a_phone(page)
    assert screens <= MOST_SCREENS, f"{screens:.1f} screens of a phone: fold, split or shorten"
    # What is folded away is content too.
    page.eval_on_selector_all("details", UNFOLD)
    page.evaluate(CHOOSE, [new_classes[url], MOST_OF_A_CLASS])
    found = [*_faults_by_width(page)]
    noise = [line for line in heard if not (url == ADDRESS_OF_404 and NOT_FOUND in line)]
    assert_none([*found, *noise])


def _screens_of_a_phone(page: Page) -> float:
    page.set_viewport_size({"width": 360, "height": 640})
    screens = page.evaluate("document.documentElement.scrollHeight / innerHeight")
    page.set_viewport_size({"width": 1280, "height": 800})
    return float(screens)


def _faults_by_width(page: Page) -> Iterator[str]:
    yield from (f"1280 px: {text}" for text in sentences(page, ALL_BUT_COLORS))
    if page.locator("[data-chosen]").count():
        yield from color_violations(page, within="[data-chosen]")
    page.mouse.wheel(0, 20_000)  # what comes as a reader scrolls
    page.set_viewport_size({"width": 360, "height": 800})
    yield from (f"360 px: {text}" for text in sentences(page, TARGET_SIZES))
    page.set_viewport_size({"width": 320, "height": 800})
    yield from (f"320 px: {text}" for text in page.evaluate(STICKING_OUT))


def _listen(page: Page) -> list[str]:
    """A list that fills up with warnings and errors in the console and with requests that fail."""
    heard: list[str] = []
    page.on("console", lambda m: heard.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(f"failed: {request.url}"))
    return heard
