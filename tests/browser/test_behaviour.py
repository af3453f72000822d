"""The site in use: quiet, without third parties, by keyboard, and without scripts."""

from __future__ import annotations

import re

import pytest
from guide.rows.loading import load_guide
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, TabOpener, go, until
from tests.built.site import ADDRESS_OF_404, PROJECT, page_urls
from tests.guides import quick_and_slow

# A page of each kind: the start, prose, pictures and tables, cards, a tool.
WITHOUT_SCRIPTS = ["", "roles/pm/", "pay/by-level/", "mistakes/", "prepare/practice/"]
SCHEME = "document.body.getAttribute('data-md-color-scheme')"
# The name and role of whatever has the focus.
FOCUSED = """
() => {
  const e = document.activeElement;
  const name = e.getAttribute("aria-label") || e.title || e.textContent.trim().slice(0, 40);
  return e.matches("body") ? "" : [e.tagName, e.id, e.className, name].join(" ");
}
"""
# Whether a reader sees what has the focus: itself, or the label that is drawn for or beside a radio button.
FOCUS_IS_SEEN = """
() => {
  const seen = e => {
    const b = e.getBoundingClientRect();
    return b.width > 2 && b.height > 2 && b.right > 0 && b.bottom > 0 && b.left < innerWidth && b.top < innerHeight;
  };
  const e = document.activeElement;
  const drawn = e.matches("input") ? [...e.labels, e.nextElementSibling] : [];
  return e === document.body || [e, ...drawn].some(one => one && seen(one));
}
"""
# Scrolls a list to its end; whether there was anything left to scroll.
SCROLL_ON = """
list => {
  const before = list.scrollTop;
  list.scrollTo(0, list.scrollHeight);
  return list.scrollTop > before;
}
"""
# Whether the navigation of a phone stands on the screen.
NAVIGATION_IS_OPEN = """
() => {
  const drawer = document.querySelector(".md-sidebar--primary");
  const { left, right } = drawer.getBoundingClientRect();
  return drawer.checkVisibility({ visibilityProperty: true }) && right > 1 && left < innerWidth - 1;
}
"""
# How light the background is on which the page stands, from 0 (black) to 255.
LIGHTNESS = """
() => {
  for (let e = document.querySelector("h1"); e; e = e.parentElement) {
    const [r, g, b, a = 1] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
    if (a > 0) return (r + g + b) / 3;
  }
  return 255;
}
"""


def _press_tab_until(page: Page, selector: str, most: int = 40) -> None:
    """Move the focus with Tab until it is on `selector`; fails with the way it took."""
    way = []
    for _ in range(most):
        page.keyboard.press("Tab")
        way.append(page.evaluate(FOCUSED))
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError("\n".join([f"Tab does not reach {selector}; it went", *way]))


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_the_skip_link_comes_first_and_works(open_tab: TabOpener, width: int) -> None:
    page = open_tab(width)
    page.goto("pay/by-level/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')"), page.evaluate(FOCUSED)
    expect(page.locator(".md-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "!!document.activeElement.closest('main .md-content')"
    assert page.evaluate(inside), page.evaluate(FOCUSED)


def _words(table: str, field: str) -> str:
    """A text of the last row of a table: the search must know all of it."""
    return getattr(load_guide(PROJECT)[table].all[-1], field)


@pytest.mark.parametrize("key", quick_and_slow("/", "sf"))
def test_a_key_opens_the_search_and_escape_closes_it(open_tab: TabOpener, key: str) -> None:
    page = open_tab()
    go(page, "loops/pm/")
    page.keyboard.press(key)
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    # The theme hears of the focus a moment later, and listens to Escape from then on.
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("[data-md-component=search-query]")).not_to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_key_goes_on_to_the_next_page_and_not_while_a_reader_writes(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "pay/levels/")
    page.keyboard.press("/")
    # The theme hears of the focus a moment later, and listens to Escape from then on.
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.type("n.")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).not_to_be_focused()
    assert page.url.endswith("/pay/levels/")
    page.keyboard.press("n")
    page.wait_for_url("**/pay/by-level/")
    page.keyboard.press("p")
    page.wait_for_url("**/pay/levels/")


@pytest.mark.parametrize(
    ("table", "field", "place"),
    [("glossary", "term", "reference/glossary/"), ("mistakes", "title", "mistakes/")],
)
def test_the_search_finds(open_tab: TabOpener, table: str, field: str, place: str) -> None:
    page = open_tab()
    go(page, "loops/pm/")
    page.keyboard.press("/")
    wanted = _words(table, field)
    page.keyboard.type(wanted)
    result = page.locator(f".md-search-result__link[href*='{place}']").first
    # The list grows as it is scrolled.
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    while not result.count() and page.locator(".md-search__scrollwrap").evaluate(SCROLL_ON):
        page.wait_for_timeout(100)
    result.press("Enter")
    page.wait_for_url(re.compile("[?&]h="))
    expect(page.locator("main").get_by_text(wanted).first).to_be_attached()


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_the_palette_is_switched_by_keyboard_and_remembered(
    open_tab: TabOpener, width: int
) -> None:
    page = open_tab(width, color_scheme="light")
    go(page, "loops/pm/")
    assert page.evaluate(SCHEME) == "default"
    _press_tab_until(page, ".theme-switch")
    switch = page.get_by_role("button", name="Switch to dark mode")
    expect(switch).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Switch to light mode")).to_be_focused()
    page.keyboard.press("Enter")
    expect(switch).to_be_focused()
    page.keyboard.press("Enter")
    assert until(page, lambda: page.evaluate(f"{SCHEME} === 'slate'"))
    assert page.evaluate(LIGHTNESS) < 80
    go(page, "mistakes/")
    assert page.evaluate(SCHEME) == "slate"


def test_the_data_of_a_chart_open_by_keyboard(open_tab: TabOpener) -> None:
    page = open_tab()
    page.goto("pay/by-level/")
    details = page.locator("main details:has(> summary)").first
    table = details.locator("table")
    expect(table).to_be_hidden()
    details.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(table).to_be_visible()


def test_the_navigation_of_a_phone_opens_by_keyboard(open_tab: TabOpener) -> None:
    page = open_tab(360)
    go(page, "loops/pm/")
    assert until(page, lambda: not page.evaluate(NAVIGATION_IS_OPEN))
    opener = "header [aria-controls], header button, header [for=__drawer], #__drawer"
    _press_tab_until(page, f":is({opener}):not(.md-search *)")
    page.keyboard.press("Enter")
    assert until(page, lambda: page.evaluate(NAVIGATION_IS_OPEN))
    _press_tab_until(page, ".md-sidebar--primary a[href]")
    page.keyboard.press("Escape")
    assert until(page, lambda: not page.evaluate(NAVIGATION_IS_OPEN))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "url", quick_and_slow(["pay/by-level/"], ["", "loops/pm/", ADDRESS_OF_404])
)
def test_focus_is_always_visible(open_tab: TabOpener, url: str, width: int) -> None:
    page = open_tab(width)
    go(page, url)
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        if not page.evaluate(FOCUS_IS_SEEN):
            unseen.append(page.evaluate(FOCUSED))
    assert unseen == []


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
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


def test_an_address_opens_what_is_folded_around_it(open_tab: TabOpener) -> None:
    page = open_tab(width=360)
    go(page, "reference/faq/#same-pay")
    question = page.locator("#same-pay")
    expect(question.get_by_text("Not in posted base")).to_be_visible()
    expect(page.locator("#pmm-pay-data p").first).to_be_hidden()


def test_a_mark_shows_its_sources_and_leads_back(open_tab: TabOpener) -> None:
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


def test_a_mark_for_several_statements_shows_what_each_source_is_for(open_tab: TabOpener) -> None:
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


def test_without_a_script_a_mark_for_several_shows_theirs(new_context: Opener) -> None:
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


def test_paper_has_the_mark_of_each_statement(open_tab: TabOpener) -> None:
    page = open_tab(width=360, media="print")
    go(page, "prepare/case-agent-cost/")
    expect(page.locator(".case-facts a.cite--fold")).to_be_hidden()
    expect(page.locator(".case-facts a.cite:visible")).to_have_count(5)


def test_copied_text_reads_numbers_in_brackets(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "roles/pm/")
    copied = page.locator("p:has(a.cite--group)").first.evaluate(
        "e => (getSelection().selectAllChildren(e), String(getSelection()))"
    )
    assert re.search(r"\w[.,;]?\[\d+(, \d+)+\]", copied), copied
    assert " sources" not in copied and "¶" not in copied


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "reference/sources/#source-levels-dataset",
            "reference/sources-press/#source-levels-dataset",
        ),
        ("pay/method/#answer-posted-base-pmm", "pay/how-sure/#answer-posted-base-pmm"),
    ],
)
def test_an_old_link_finds_what_moved_to_another_page(
    open_tab: TabOpener, old: str, new: str
) -> None:
    page = open_tab()
    go(page, old)
    page.wait_for_url(f"**/{new}")
    expect(page.locator(f"[id='{new.partition('#')[2]}']")).to_be_in_viewport()


def test_a_round_in_the_table_opens_all_about_it(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "loops/pm/")
    page.get_by_role("table").get_by_role("link", name="Product design").click()
    expect(page.locator("#pm-product-design").get_by_text("How to prepare")).to_be_visible()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prepare/questions/#pm001", "prepare/questions-pm-product/#pm001"),
        ("prepare/questions/#pm-metrics", "prepare/questions-pm-execution/#pm-metrics"),
    ],
)
def test_an_old_link_to_a_question_leads_to_its_new_page(
    open_tab: TabOpener, old: str, new: str
) -> None:
    """Bookmarks and links from elsewhere name the page that held all questions."""
    page = open_tab()
    go(page, old)
    page.wait_for_url(f"**/{new}")
    expect(page.locator(f"#{new.partition('#')[2]}")).to_be_in_viewport()


def test_a_question_that_stayed_is_not_led_away(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "prepare/questions/#pm023")
    expect(page.locator("#pm023")).to_be_in_viewport()


def test_folded_text_is_printed_and_folded_again(open_tab: TabOpener) -> None:
    """By script, so also where a style sheet cannot reach what is folded."""
    page = open_tab()
    go(page, "pay/by-level/")
    folded = page.locator("main details:not([open])")
    before = folded.count()
    assert before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before
