"""Nothing that a reader looks at moves while the page loads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import slowing
from tests.browser.conftest import Opener, TabOpener
from tests.browser.settling.traffic import go_to_rest
from tests.browser.tools.conftest import in_store
from tests.built.site import assert_none
from tests.guides import quick_and_slow

# How far the page moved under a reader who pressed nothing.
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""

# The height at the end of a box in which nothing is drawn, in pixels.
EMPTY = """boxes => Math.max(0, ...boxes.map(box => {
  const ends = [...box.querySelectorAll("p, li, summary, button, td")].map(part => part.getBoundingClientRect().bottom);
  return box.getBoundingClientRect().bottom - Math.max(...ends);
}))"""


@pytest.mark.parametrize(
    "url",
    quick_and_slow(
        ["prepare/practice/"],
        [
            "prepare/questions-pm-product/",
            *("prepare/progress/", "pay/offer-calculator/", "prepare/stories/"),
            *("prepare/decode-a-post/", "prepare/mock-interview/"),
            *("reference/offline/", "reference/your-data/"),
            *("prepare/cards/", "prepare/cards/?page=pay/levels"),
        ],
    ),
)
def test_a_tool_keeps_its_room_while_it_loads(new_context: Opener, url: str) -> None:
    """On the larger phone, what follows a short tool is in sight while the tool is drawn."""
    page = new_context(412, height=823).new_page()
    page.add_init_script(SHIFTS)
    go_to_rest(page, url)
    assert page.evaluate("shifted") <= 0.05
    assert page.locator(".study-tool").evaluate_all(EMPTY) < 40, "room that nothing takes"


@pytest.mark.parametrize(
    "link",
    quick_and_slow(
        ["prepare/case-room/#how-to-use-it"],
        [
            *("pay/offer-calculator/#what-to-do-with-the-result", "prepare/cards/#how-to-use-them"),
            *("prepare/role-plays/#with-a-partner", "prepare/dated-plan/#how-it-decides"),
            *("prepare/last-day/#your-six-stories", "prepare/your-interviews/#how-to-judge"),
        ],
    ),
)
def test_a_link_below_a_tool_stays_where_it_led_while_the_tool_comes_late(
    new_context: Opener, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    """The browser held on to the tool, which grew: what was being read left the screen."""
    monkeypatch.setattr(slowing, "LATE_SECONDS", 0.5)
    page = new_context(360, height=640).new_page()
    page.add_init_script(SHIFTS)
    go_to_rest(page, link)
    assert page.locator("main :target").evaluate("e => e.getBoundingClientRect().top") < 100
    assert page.evaluate("shifted") <= 0.05


def test_a_tool_that_is_used_holds_its_place(open_tab: TabOpener) -> None:
    page = open_tab(360)
    go_to_rest(page, "prepare/practice/")
    box = page.locator(".study-tool")
    expect(box).to_have_css("overflow-anchor", "none")
    box.get_by_role("button", name="PMM", exact=True).click()
    expect(box).to_have_css("overflow-anchor", "auto")


@pytest.mark.long
def test_a_tool_has_its_room_when_its_reader_comes_back(new_context: Opener) -> None:
    """A set of questions is higher than the first question about the track, and pushed the page down."""
    page = new_context(360, height=640).new_page()
    go_to_rest(page, "prepare/practice/")
    page.get_by_role("button", name="Both", exact=True).press("Enter")
    page.get_by_text("Today’s set").wait_for()
    go_to_rest(page, "prepare/practice/")
    page.add_init_script(SHIFTS)
    go_to_rest(page, "prepare/practice/")
    assert page.evaluate("shifted") <= 0.05


@pytest.mark.parametrize("has_records", quick_and_slow([True], [False]))
def test_the_records_of_a_reader_take_the_room_that_was_kept(
    new_context: Opener, has_records: bool
) -> None:
    """A table with a row for each used tool pushed down what follows, the more the more had been used."""
    page = new_context(412, height=823).new_page()
    go_to_rest(page, "reference/your-data/")
    if has_records:
        for kind in ("practice", "story-bank", "cards"):
            in_store(page, "return store.change(argument, 'a', () => ({ note: 'kept' }));", kind)
    page.add_init_script(SHIFTS)
    page.evaluate("sessionStorage.clear()")
    go_to_rest(page, "reference/your-data/")
    expect(page.get_by_role("row", name="Practice")).to_contain_text("01"[has_records])
    assert page.evaluate("shifted") <= 0.05


@pytest.mark.long
def test_words_to_copy_keep_the_room_of_their_button_while_it_loads(new_context: Opener) -> None:
    """Each button pushed down what follows: a link to the end of a page ended hundreds of pixels off for a while."""
    page = new_context(360, height=640).new_page()
    words = page.locator(".copy-text")
    heights = "(all) => all.map((one) => one.getBoundingClientRect().height)"
    page.route("**/*.js", lambda route: route.abort())
    page.goto("pay/negotiate/")
    expect(words.last.get_by_role("button")).to_have_count(0)
    before = words.evaluate_all(heights)
    page.unroute_all()
    page.reload()
    words.last.get_by_role("button").wait_for()
    assert words.evaluate_all(heights) == before
    assert len(before) > 3


@pytest.mark.parametrize("width", quick_and_slow([360], [320, 1280]))
def test_files_to_copy_keep_the_room_of_their_button_while_it_loads(
    new_context: Opener, width: int
) -> None:
    """A link to a section below them ended on another one, and the page jumped back by a screen."""
    page = new_context(width, height=640).new_page()
    files = page.locator(".copy-file")
    heights = "(all) => all.map((one) => one.getBoundingClientRect().height)"
    page.route(re.compile(r"/assets/(?!before-theme).*\.js"), lambda route: route.abort())
    page.goto("prepare/prompts/")
    page.evaluate("document.documentElement.classList.add('js')")
    expect(files.last.get_by_role("button")).to_have_count(0)
    before = files.evaluate_all(heights)
    page.unroute_all()
    page.reload()
    files.last.get_by_role("button").wait_for()
    after = files.evaluate_all(heights)
    assert len(after) > 10
    assert_none([pair for pair in zip(before, after, strict=True) if abs(pair[0] - pair[1]) > 1])
