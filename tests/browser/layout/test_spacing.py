"""What a reader who widens letters, lines and words still sees whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, go
from tests.browser.settling.traffic import go_to_rest
from tests.browser.test_every_page import STICKING_OUT
from tests.built.site import assert_none
from tests.guides import quick_and_slow

# What a reader may set, by the criterion 1.4.12 of WCAG, who reads better with more space.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
# Marks of sources that begin a line, though the last letter before them and the mark fit on one, or come after a gap.
# The mark of a whole block has a line of its own.
TORN_OFF = """
() => [...document.querySelectorAll("main a.cite:not(.cite--fold)")].flatMap(mark => {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  walk.currentNode = mark;
  let text = walk.previousNode();
  while (text && !(text.data.trim() && text.parentElement.checkVisibility())) text = walk.previousNode();
  const block = mark.closest("p, li, dd, dt, th, div, caption");
  if (!text || !mark.checkVisibility() || !block.contains(text)) return [];
  const range = document.createRange();
  const end = text.data.trimEnd().length;
  const start = Math.max(text.data.lastIndexOf(" ", end - 1), text.data.lastIndexOf("\\n", end - 1)) + 1;
  range.setStart(text, start);
  range.setEnd(text, end);
  const words = [...range.getClientRects()].at(-1);
  const seen = mark.querySelector(".cite__number").getBoundingClientRect();
  const isWhole = words.width + seen.width < block.getBoundingClientRect().width - 24;
  const isBelow = seen.top > words.bottom - 2;
  const gap = /\\s$/.test(text.data) ? 0 : seen.left - words.right;
  return isWhole && (isBelow || gap > 3)
    ? [`${block.textContent.trim().slice(0, 30)}: the mark after ${text.data.slice(start, end)} is torn off`] : [];
})
"""
# A page of each kind: start, prose, tables, charts, cards, ledger, questions, cases, tools.
KINDS = (
    *("", "roles/pm/", "roles/side-by-side/", "roles/ownership/", "loops/pm/", "loops/rubrics/"),
    *("pay/levels/", "pay/by-level/", "pay/offer-calculator/", "mistakes/", "reference/claims/"),
    *("reference/glossary/", "reference/sources/", "prepare/questions-pm-product/"),
    *("prepare/case-launch/", "prepare/practice/", "prepare/dated-plan/", "prepare/stories/"),
)
# Text that its own box cuts off or lets out. The header repeats the names of site and page, as far as they fit.
CUT_TEXT = """
() => [...document.querySelectorAll("body *:not(svg *)")].filter(e => {
  const style = getComputedStyle(e);
  const isPart = e.checkVisibility() && e.textContent.trim() && style.display !== "inline" && e.clientWidth > 2;
  if (!isPart || e.closest(".md-search, .md-sidebar, .md-skip, .md-header__title, thead")) return false;
  const isLarger = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
  if (/hidden|clip/.test(style.overflow) && isLarger) return true;
  const box = e.getBoundingClientRect(), range = document.createRange();
  return [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim()).some(text => {
    range.selectNodeContents(text);
    const { right, bottom } = range.getBoundingClientRect();
    return right > box.right + 3 || bottom > box.bottom + 3;
  });
}).map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 50)}`)
"""


@pytest.mark.parametrize("url", quick_and_slow(KINDS[:2], KINDS[2:]))
def test_more_space_between_letters_cuts_nothing(new_context: Opener, url: str) -> None:
    page = new_context(320, height=640, bypass_csp=True).new_page()
    go_to_rest(page, url)
    page.add_style_tag(content=SPACED)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    assert_none(
        [line for each in (STICKING_OUT, CUT_TEXT, TORN_OFF) for line in page.evaluate(each)]
    )


def test_the_short_name_of_the_site_is_not_cut_with_wide_letters(new_context: Opener) -> None:
    page = new_context(320, height=640, bypass_csp=True).new_page()
    go(page, "")
    page.add_style_tag(content=SPACED.replace("line-height: 1.5 !important;", ""))
    name = page.locator(".md-header__topic .name-short").first
    expect(name).to_be_visible()
    inner = name.bounding_box()
    outer = page.locator(".md-header__title").bounding_box()
    assert inner and outer
    assert inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
    assert inner["y"] >= 0
    assert inner["y"] + inner["height"] <= outer["y"] + outer["height"]
