"""One visit to each page: it is quiet, accessible on a desktop and on a phone, and never wider than the screen.

Axe takes seconds for a page, and pages are made of the same components. So `make test` reads a page of each kind whole,
and of the tools and the pages richest in components what no page before them holds; of the others it asks whether they
fit, without their scripts, which are a quarter of the work. The slow proofs visit the others, and read all whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import (
    ALL_BUT_COLORS,
    ALL_BUT_COLORS_AND_SIZES,
    TARGET_SIZES,
    color_violations,
    sentences,
    violations,
)
from tests.browser.conftest import PATIENCE_MS, Tab, go
from tests.browser.settling.traffic import Traffic, go_to_rest
from tests.browser.watching import Watch
from tests.built.site import ADDRESS_OF_404, assert_none, built_once, page_urls
from tests.guides import quick_and_slow
from tests.offline.reading import tool_pages

PAGES = [*page_urls(), ADDRESS_OF_404]
# A page of each kind: the start, a loop, figures, cards, questions, a tool, and no page.
WHOLE = (
    *("", "loops/pm/", "pay/by-level/", "mistakes/", "prepare/questions/", "prepare/practice/"),
    ADDRESS_OF_404,
)
# Pages with many components that no other page has.
RICH = ("loops/rubrics/", "pay/how-sure/", "reference/claims/", "roles/side-by-side/")
VISITED = {*WHOLE, *tool_pages(), *RICH}
OTHERS = [url for url in PAGES if url not in VISITED]
READ_IN_PART = [url for url in PAGES if url in VISITED and url not in WHOLE]
# Chromium itself reports the answer 404 of a page that is not found.
NOT_FOUND = "Failed to load resource: the server responded with a status of 404"
MOST_OF_A_CLASS = 3
MOST_SCREENS = 20  # of a small phone, 360 by 640 pixels
MOST_MARKS = 3  # of sources, on any screen
MARKS_ON_A_SCREEN = """
marks => {
  const tops = marks.filter(mark => mark.checkVisibility()).map(mark => mark.getBoundingClientRect().top);
  return Math.max(0, ...tops.map(first => tops.filter(top => first <= top && top < first + innerHeight).length));
}
"""
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
NEW = "[data-chosen]"
CLASS = re.compile(r'\bclass="([^"]*)"')


@pytest.fixture(scope="session")
def new_classes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The classes that each page is the first to hold, by its address: all pages together hold each class once."""
    pages = built_once(tmp_path_factory).pages
    ordered = [*WHOLE, *(url for url in PAGES if url not in WHOLE)]
    texts = {url: pages["404.html" if url == ADDRESS_OF_404 else url].html for url in ordered}
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


@pytest.mark.parametrize("url", quick_and_slow([u for u in PAGES if u in VISITED], OTHERS))
def test_a_page_is_quiet_accessible_and_fits(
    tab: Tab, url: str, new_classes: dict[str, list[str]]
) -> None:
    """One page goes to all of them, as a reader does: a new one each time would cost as much as the visit."""
    page = tab.opened(360, 640, reduced_motion="reduce", color_scheme="light")
    with listening(page) as heard, Traffic(page) as traffic:
        go(page, url)
        traffic.rest()
        found = [*_faults(page, url, new_classes[url])]
    noise = [line for line in heard if not (url == ADDRESS_OF_404 and NOT_FOUND in line)]
    # The last: what it asks of other hosts, its cookies and its content policy.
    assert_none([*found, *noise, *tab.emptied()])


@pytest.fixture(scope="session")
def bare(browser: Browser, address: str) -> Iterator[tuple[Page, Watch]]:
    """One page without scripts that goes to all others."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, address)
    yield context.new_page(), watch
    context.close()


@pytest.mark.parametrize("url", OTHERS)
def test_a_page_fits_and_asks_no_other_host_before_its_scripts_run(
    bare: tuple[Page, Watch], url: str
) -> None:
    page, watch = bare
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(url)
    found = [*_too_much(page)]
    page.set_viewport_size({"width": 320, "height": 800})
    found += [f"320 px: {text}" for text in page.evaluate(STICKING_OUT)]
    found += watch.faults()
    watch.noted.clear()
    assert_none(found)


def _too_much(page: Page) -> Iterator[str]:
    screens = page.evaluate("document.documentElement.scrollHeight / innerHeight")
    if screens > MOST_SCREENS:
        yield f"{screens:.1f} screens of a phone: fold, split or shorten"
    if (marks := page.eval_on_selector_all("a.cite", MARKS_ON_A_SCREEN)) > MOST_MARKS:
        yield f"{marks} marks of sources on one screen: cite once for a list"
    # What is folded away is content too.
    page.eval_on_selector_all("details", UNFOLD)


def _faults(page: Page, url: str, new_here: list[str]) -> Iterator[str]:
    yield from _too_much(page)
    page.evaluate(CHOOSE, [new_here, MOST_OF_A_CLASS])
    has_new = page.locator(NEW).count() > 0
    if whole := url not in READ_IN_PART:
        yield from _faults_of_the_whole(page, url)
    if whole and has_new:
        yield from color_violations(page, within=NEW)
    elif has_new:
        yield from (f"360 px: {text}" for text in violations(page, within=NEW))
    page.mouse.wheel(0, 20_000)  # what comes as a reader scrolls
    page.set_viewport_size({"width": 320, "height": 800})
    yield from (f"320 px: {text}" for text in page.evaluate(STICKING_OUT))


def _faults_of_the_whole(page: Page, url: str) -> Iterator[str]:
    """On a phone and on a desk, whose own targets, in the menus, are the same on all pages."""
    yield from (f"360 px: {text}" for text in sentences(page, TARGET_SIZES))
    page.set_viewport_size({"width": 1280, "height": 800})
    on_a_desk = ALL_BUT_COLORS if url in WHOLE else ALL_BUT_COLORS_AND_SIZES
    yield from (f"1280 px: {text}" for text in sentences(page, on_a_desk))


@contextmanager
def listening(page: Page) -> Iterator[list[str]]:
    """A list that fills up with warnings and errors in the console and with requests that fail."""
    heard: list[str] = []
    noting: dict[Any, Callable[[Any], None]] = {
        "console": lambda m: heard.append(m.text) if m.type in ("error", "warning") else None,
        "pageerror": lambda error: heard.append(str(error)),
        "requestfailed": lambda request: heard.append(f"failed: {request.url}"),
    }
    for event, note in noting.items():
        page.on(event, note)
    try:
        yield heard
    finally:
        for event, note in noting.items():
            page.remove_listener(event, note)


@pytest.mark.long
@pytest.mark.parametrize("url", READ_IN_PART)
def test_axe_finds_nothing_on_the_pages_that_were_read_in_part(tab: Tab, url: str) -> None:
    page = tab.opened(360, 640, reduced_motion="reduce", color_scheme="light")
    go_to_rest(page, url)
    page.eval_on_selector_all("details", UNFOLD)
    assert_none([*_faults_of_the_whole(page, url), *tab.emptied()])
