"""What a reader looks at below a tool does not move, although the tool is drawn after the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.settling.traffic import Traffic, go_to_rest
from tests.browser.tools.conftest import in_days
from tests.browser.tools.test_study_plan import make_plan
from tests.built.site import BuiltSite, built_once
from tests.guides import quick_and_slow

LINE = 25  # pixels of one line of text
BAR = 100  # what the header covers, and the room that headings keep below it
# The first heading of the page's own text below its last tool.
BELOW = """
() => {
  const tool = [...document.querySelectorAll(".study-tool")].at(-1);
  const isBelow = h => tool.compareDocumentPosition(h) & 4 && !tool.contains(h) && h.checkVisibility();
  return [...document.querySelectorAll("main :is(h2, h3)[id]")].find(isBelow)?.id;
}
"""
TOP = "id => document.getElementById(id).getBoundingClientRect().top"
SCROLL = "id => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - 150)"
AT_END = "() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return built_once(tmp_path_factory)


def pages_with_tools(site: BuiltSite) -> Iterator[str]:
    yield from (page.url for page in site.content_pages if 'class="study-tool"' in page.html)


def moves(page: Page, heading: str) -> dict[str, float]:
    """How far a heading is from where the reader left it, after a reload and after a way back."""
    with Traffic(page) as traffic:
        traffic.rest()
        page.evaluate(SCROLL, heading)
        traffic.rest()
        here, before = page.url, page.evaluate(TOP, heading)
        page.reload()
        traffic.rest()
        moved = {"reload": page.evaluate(TOP, heading) - before}
        go(page, "reference/faq/")
        page.go_back()
        traffic.rest()
    assert page.url == here
    return moved | {"back": page.evaluate(TOP, heading) - before}


@pytest.mark.long
def test_a_place_below_a_tool_does_not_move(open_tab: TabOpener, site: BuiltSite) -> None:
    page, faults, tried = open_tab(360, height=640), [], 0
    for url in pages_with_tools(site):
        go(page, url)
        if (heading := page.evaluate(BELOW)) is None:
            continue
        tried += 1
        moved = moves(page, heading)
        faults += [f"{url} {how}: {by:.0f} px" for how, by in moved.items() if abs(by) > LINE]
    assert tried > 8
    assert not faults, "\n".join(faults)


@pytest.mark.long
def test_a_link_to_a_heading_below_a_tool_ends_there(new_context: Opener, site: BuiltSite) -> None:
    context, faults = new_context(360, height=640), []
    for url in pages_with_tools(site):
        page = context.new_page()
        go(page, url)
        heading = page.evaluate(BELOW)
        if heading is None:
            continue
        page.close()
        page = context.new_page()
        go_to_rest(page, f"{url}#{heading}")
        top = page.evaluate(TOP, heading)
        if not (0 <= top <= BAR or page.evaluate(AT_END)):
            faults.append(f"{url}#{heading}: {top:.0f} px")
        page.close()
    assert not faults, "\n".join(faults)


def test_a_place_below_a_plan_with_dates_does_not_move(new_context: Opener) -> None:
    """The plan itself is many screens long, and was not there when the browser looked for the place."""
    page = new_context(360, height=640).new_page()
    go(page, "prepare/dated-plan/")
    page.get_by_label("Date of the loop").wait_for()
    # No clock of the test's own: it would also hide how the page was come to.
    make_plan(page, loop=in_days(page, 21))
    moved = moves(page, page.evaluate(BELOW))
    assert max(map(abs, moved.values())) <= LINE, moved


LISTS = "**/assets/tools/data/*.json*"
# As Safari, which holds no place when something above it grows.
NO_ANCHORS = """
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (name, ...rest) => name !== "overflow-anchor" && supports(name, ...rest);
    addEventListener("DOMContentLoaded", () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { overflow-anchor: none !important; }");
        document.adoptedStyleSheets.push(sheet);
    });
"""


@contextmanager
def held_lists(page: Page) -> Iterator[None]:
    """While the block runs, the lists that tools fetch are on their way."""
    held: list[Route] = []

    # Playwright takes no method of a list.
    def hold(route: Route) -> None:
        held.append(route)

    page.route(LISTS, hold)
    yield
    for route in held:
        route.continue_()
    page.unroute(LISTS)


TALL = "document.querySelector('.study-tool').offsetHeight"


@pytest.mark.long
@pytest.mark.parametrize(
    "url", quick_and_slow(["prepare/practice/"], ["pay/offer-calculator/", "prepare/stories/"])
)
def test_who_scrolled_past_a_tool_before_it_was_drawn_is_not_moved_when_it_is(
    new_context: Opener, url: str
) -> None:
    context = new_context(360, height=640)
    context.add_init_script(NO_ANCHORS)
    page = context.new_page()
    traffic = Traffic(page)
    with held_lists(page):
        page.goto(url, wait_until="domcontentloaded")
        heading = page.evaluate(BELOW)
        page.mouse.wheel(0, 1)  # the reader acts
        page.evaluate(SCROLL, heading)
        page.wait_for_timeout(300)
        top, tall = page.evaluate(TOP, heading), page.evaluate(TALL)
    traffic.rest()
    assert abs(page.evaluate(TALL) - tall) > LINE, "the tool was there already"
    assert abs(page.evaluate(TOP, heading) - top) <= LINE
