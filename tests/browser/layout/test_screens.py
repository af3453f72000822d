"""What each width of screen shows: tables, charts, headings, code and marks of sources."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, TabOpener, go
from tests.built.site import assert_none
from tests.guides import quick_and_slow

CHART_PAGES = (
    "loops/side-by-side/",
    "pay/by-level/",
    "roles/how-microsoft-sells/",
    "roles/side-by-side/",
)
TABLE_PAGE = "roles/side-by-side/"
# Texts of a chart that its picture cuts off; a small screen leaves some out.
CUT_OFF = """
picture => {
  const frame = picture.getBoundingClientRect();
  const isCut = b => b.left < frame.left - 1 || b.right > frame.right + 1
    || b.top < frame.top - 1 || b.bottom > frame.bottom + 1;
  return [...picture.querySelectorAll("text")]
    .filter(text => text.checkVisibility() && isCut(text.getBoundingClientRect())).map(text => text.textContent);
}
"""
# Pairs of texts of a chart that lie on each other.
OVERLAPPING = """
picture => {
  const texts = [...picture.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const pairs = texts.flatMap((one, i) => texts.slice(i + 1).map(other => [one, other]));
  return pairs.filter(([[, a], [, b]]) => meet(a, b)).map(([[s], [t]]) => `${s} / ${t}`);
}
"""
# Headings whose link to themselves, unseen until they are pointed at, takes a line of its own below their text.
EMPTY_LINES = """
() => [...document.querySelectorAll("main :is(h2, h3, h4):has(> .headerlink)")].filter(heading => {
  const before = heading.clientHeight;
  const link = heading.querySelector(".headerlink");
  link.style.display = "none";
  const after = heading.clientHeight;
  link.style.display = "";
  return before !== after;
}).map(heading => heading.textContent)
"""
# Headings whose link to themselves lies over their words, as a reader who follows such a link would see.
COVERED = """
() => [...document.querySelectorAll("main :is(h2, h3, h4):has(> .headerlink)")].filter(heading => {
  const link = heading.querySelector(".headerlink").getBoundingClientRect(), words = heading.getBoundingClientRect();
  return link.width && link.left < words.left + 1 && link.right > words.left + 1;
}).map(heading => heading.textContent)
"""
# Code whose lines end out of sight.
CUT_CODE = """
() => [...document.querySelectorAll("main pre > code")].filter(code => code.scrollWidth > code.clientWidth)
  .map(code => code.textContent.slice(0, 50))
"""


@pytest.mark.parametrize("url", quick_and_slow(["mistakes/"], ["loops/question-rubrics/"]))
def test_no_heading_has_an_empty_line_below_it(new_context: Opener, url: str) -> None:
    page = new_context(360, height=640).new_page()
    go(page, url)
    assert page.locator("main h3 > .headerlink").count() > 10
    assert_none(page.evaluate(EMPTY_LINES))
    heading = page.locator("main h3:has(> .headerlink)").first
    link = heading.locator(".headerlink").bounding_box()
    text = heading.bounding_box()
    assert link and text
    assert link["x"] >= 0
    assert link["x"] + link["width"] <= text["x"], "the mark lies on the heading"


@pytest.mark.parametrize("width", quick_and_slow([360], [320, 768]))
def test_the_link_of_a_heading_lies_beside_its_words(new_context: Opener, width: int) -> None:
    """Whoever came by a link to a heading found its mark on top of the first letter."""
    page = new_context(width, height=640).new_page()
    go(page, "mistakes/#preparing")
    assert page.locator("main :target > .headerlink").count() == 1
    assert_none(page.evaluate(COVERED))


@pytest.mark.parametrize(
    "url", quick_and_slow(["contribute/adding-data/"], ["contribute/five-minutes/"])
)
def test_a_block_of_code_is_read_to_its_end(new_context: Opener, url: str) -> None:
    """On a phone, "one year of base + the whole" was all that could be seen of a sum."""
    page = new_context(360, height=640).new_page()
    go(page, url)
    assert page.locator("main pre > code").count() > 0
    assert_none(page.evaluate(CUT_CODE))


@pytest.mark.parametrize("width", quick_and_slow([320], [599]))
def test_a_table_becomes_cards_on_a_phone(open_tab: TabOpener, width: int) -> None:
    page = open_tab(width)
    page.goto(TABLE_PAGE)
    table = page.locator(".guide-table:visible").first
    expect(table.locator("tbody tr").first).not_to_have_css("display", "table-row")
    expect(table.locator("thead")).not_to_be_in_viewport()
    label = table.locator("tbody td .guide-table__label").first
    expect(label).to_be_visible()
    assert label.inner_text().strip()


def test_a_table_stays_a_table_on_a_desktop(open_tab: TabOpener) -> None:
    page = open_tab(1280)
    page.goto(TABLE_PAGE)
    table = page.locator(".guide-table:visible").first
    expect(table.locator("tbody tr").first).to_have_css("display", "table-row")
    expect(table.locator("thead th").first).to_be_visible()
    expect(table.locator("tbody td .guide-table__label").first).to_be_hidden()


@pytest.mark.parametrize("width", quick_and_slow([320], [1280]))
@pytest.mark.parametrize("url", quick_and_slow(CHART_PAGES[:1], CHART_PAGES[1:]))
def test_charts_are_named_described_and_whole(open_tab: TabOpener, url: str, width: int) -> None:
    page = open_tab(width)
    page.goto(url)
    charts = page.locator("main svg[role=img]")
    assert charts.count() > 0
    for chart in charts.all():
        # The figure has the title; the picture is heard as what it shows.
        figure = chart.locator("xpath=ancestor::figure[1]")
        expect(figure.locator("figcaption").first).to_have_text(re.compile(r"\w{3}"))
        expect(chart).to_have_accessible_name(re.compile(r"\w{3}.*holds the same data\.$"))
        assert chart.evaluate(CUT_OFF) == []
        assert chart.evaluate(OVERLAPPING) == []


def test_a_citation_of_several_sources_is_one_piece_on_a_phone(open_tab: TabOpener) -> None:
    """In a narrow cell its background was torn in two, over the words above."""
    page = open_tab(360)
    page.goto("pay/pm-and-pmm/")
    pieces = page.locator(".cite--fold:visible .cite__number").evaluate_all(
        "(all) => all.map((one) => one.getClientRects().length)"
    )
    assert len(pieces) > 1
    assert set(pieces) == {1}


@pytest.mark.long
def test_when_a_task_is_done_is_on_a_line_of_its_own_on_a_phone(open_tab: TabOpener) -> None:
    page = open_tab(360)
    page.goto("prepare/plan/")
    minutes, done = page.locator(".tasks__task").first.locator(".muted").all()
    assert done.inner_text().startswith("Done when:")
    end, start = minutes.bounding_box(), done.bounding_box()
    assert end and start and start["y"] >= end["y"] + end["height"] - 1


def test_a_comma_follows_the_words_of_a_link_at_once(open_tab: TabOpener) -> None:
    page = open_tab()
    page.goto("pay/by-level/")
    gaps = page.locator(".take-along a:not(:last-child)").evaluate_all("""
      (all) => all.map((link) => {
        const box = (node, from, to) => {
          const range = document.createRange();
          range.setStart(node, from); range.setEnd(node, to);
          return range.getBoundingClientRect();
        };
        const comma = box(link.nextSibling, 0, 1);
        return comma.left - box(link.firstChild, 0, link.firstChild.length).right;
      })""")
    assert len(gaps) > 1
    assert max(gaps) < 1.5


@pytest.mark.long
def test_topics_are_written_as_the_guide_writes_them(open_tab: TabOpener) -> None:
    page = open_tab()
    page.goto("reference/topics/")
    for topic, name in (("pm", "PM"), ("pmm", "PMM"), ("loops", "Loops")):
        assert page.locator(f"[id='tag:{topic}'] .md-tag").inner_text() == name
        link = page.locator(f".md-sidebar--secondary [href$='#tag:{topic}']")
        assert link.inner_text().strip() == name
