"""The reader's track: chosen once, followed everywhere, and nothing hidden without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opener, TabOpener, go, until
from tests.browser.tools.conftest import in_store
from tests.browser.tools.store.breaking import BLOCKED_COOKIES, NO_DATABASE
from tests.guides import quick_and_slow

HOME, MISTAKES, QUESTIONS = "./", "mistakes/", "prepare/questions/"
# How far what is seen may jump while a page loads.
MOST_SHIFT = 0.05
# A disk without room refuses whatever is to be written.
NO_ROOM = """const transact = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (stores, mode) {
    if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
    return transact.call(this, stores, mode);
};"""
SHIFTS = """new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) sum += value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 500);
})"""


def control(page: Page) -> Locator:
    return page.get_by_role("combobox", name="My track")


def choose(page: Page, track: str) -> None:
    control(page).select_option(track)
    in_store(page, "return store.list();")  # answered after the choice is saved


def for_track(page: Page, track: str) -> Locator:
    """What is for one track alone and in sight."""
    return page.locator(f"[data-only={track}]:visible")


def at(page: Page, url: str) -> Page:
    go(page, url)
    return page


def test_chosen_once_on_the_start_page_it_is_followed_on_others(open_tab: TabOpener) -> None:
    page = at(open_tab(width=360), HOME)
    page.get_by_role("radio", name="PMM", exact=True).check()
    until(page, lambda: in_store(page, "return (await store.list('settings')).length;"))
    for url in (MISTAKES, QUESTIONS, "loops/question-rubrics/", "loops/rubrics/", "pay/by-level/"):
        go(page, url)
        expect(control(page)).to_have_value("pmm")
        expect(for_track(page, "pm")).to_have_count(0)
        expect(for_track(page, "pmm").first).to_be_visible()
    go(page, MISTAKES)
    choose(page, "both")
    expect(for_track(page, "pm").first).to_be_visible()
    expect(page.locator(".other-track:visible")).to_have_count(0)


def test_what_is_hidden_is_counted_and_shown_with_one_tap(open_tab: TabOpener) -> None:
    page = at(open_tab(width=360), "loops/question-rubrics/")
    every = page.locator("[data-only=pm] > details").count()
    choose(page, "pmm")
    page.get_by_role("link", name=f"{every} PM rubrics hidden · Show").click()
    expect(for_track(page, "pm").first).to_be_visible()
    page.get_by_role("link", name=f"{every} PM rubrics shown · Hide").click()
    expect(for_track(page, "pm")).to_have_count(0)


@pytest.mark.long
def test_a_link_to_what_is_hidden_shows_it(new_context: Opener) -> None:
    context = new_context(width=360)
    page = at(context.new_page(), "loops/question-rubrics/")
    choose(page, "pmm")
    anchor = page.locator("h3[data-only=pm]").last.get_attribute("id")
    other = at(context.new_page(), f"loops/question-rubrics/#{anchor}")
    expect(other.locator(f"#{anchor}")).to_be_in_viewport()


@pytest.mark.long
def test_a_link_carries_the_track_and_overrules_no_choice(new_context: Opener) -> None:
    context = new_context()
    page = at(context.new_page(), f"{MISTAKES}?track=pmm")
    expect(for_track(page, "pm")).to_have_count(0)
    saved_tracks = "return (await store.list('settings')).map(({ value }) => value.track);"
    assert until(page, lambda: in_store(page, saved_tracks), lambda found: found == ["pmm"]) == [
        "pmm"
    ]
    go(page, f"{MISTAKES}?track=pm")
    expect(for_track(page, "pmm")).to_have_count(0)
    assert in_store(page, saved_tracks) == ["pmm"]
    choose(page, "both")
    assert "track=" not in page.url
    page.reload()
    expect(for_track(page, "pmm").first).to_be_visible()


@pytest.mark.long
def test_without_scripts_both_are_shown_and_nothing_can_be_chosen(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{MISTAKES}?track=pmm")
    for track in ("pm", "pmm"):
        expect(for_track(page, track).first).to_be_visible()
    expect(page.locator(".other-track:visible")).to_have_count(0)
    expect(page.locator(".my-track")).to_be_hidden()


@pytest.mark.parametrize("url", quick_and_slow([MISTAKES], [HOME, "prepare/plan/"]))
def test_no_row_is_seen_before_it_is_hidden(new_context: Opener, url: str) -> None:
    context = new_context(width=360, height=740)
    choose(at(context.new_page(), MISTAKES), "pmm")
    page = at(context.new_page(), url)
    assert page.evaluate(SHIFTS) <= MOST_SHIFT
    expect(control(page)).to_have_value("pmm")


@pytest.mark.long
def test_tools_follow_it_in_the_same_page(open_tab: TabOpener) -> None:
    page = at(open_tab(), "prepare/case-room/")
    expect(page.get_by_role("heading", name="For PM", exact=True)).to_be_visible()
    choose(page, "pmm")
    expect(page.get_by_role("heading", name="For PM", exact=True)).to_be_hidden()
    expect(page.get_by_text("PM cases, not your track")).to_be_visible()
    go(page, "pay/offer-calculator/")
    expect(page.get_by_label("Track", exact=True)).to_have_value("pmm")
    go(page, "prepare/mock-interview/")
    expect(page.get_by_role("radio", name="PMM", exact=True)).to_be_checked()
    go(page, "prepare/practice/")
    expect(page.get_by_role("heading", name="Today’s set")).to_be_visible()


@pytest.mark.long
def test_search_puts_the_readers_track_first(new_context: Opener) -> None:
    context = new_context()
    first = {}
    for track in ("pm", "pmm"):
        page = at(context.new_page(), f"reference/faq/?track={track}")
        page.get_by_role("textbox", name="Search").click()
        page.keyboard.type("behavioral questions")
        links = page.locator(f".md-search-result__link[href*='questions-{track}-behavioral']")
        expect(links.first).to_be_attached()
        found = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")
        first[track] = next(url for url in found if "-pm-" in url or "-pmm-" in url)
        page.close()
    assert "/questions-pm-behavioral/" in first["pm"]
    assert "/questions-pmm-behavioral/" in first["pmm"]


@pytest.mark.long
def test_an_erasure_takes_it_along(open_tab: TabOpener) -> None:
    page = at(open_tab(), MISTAKES)
    choose(page, "pmm")
    in_store(page, "await store.erase();")
    until(page, lambda: page.evaluate("document.documentElement.dataset.track") == "both")
    page.reload()
    expect(control(page)).to_have_value("both")


@pytest.mark.long
def test_paper_follows_what_is_seen(open_tab: TabOpener) -> None:
    page = at(open_tab(), MISTAKES)
    choose(page, "pmm")
    page.emulate_media(media="print")
    expect(for_track(page, "pm")).to_have_count(0)
    # What was left out is a note for the screen, where a press shows it.
    expect(page.get_by_text("PM mistakes hidden").first).to_be_hidden()


def test_by_keyboard(open_tab: TabOpener) -> None:
    page = at(open_tab(), MISTAKES)
    control(page).focus()
    page.keyboard.press("ArrowDown")
    expect(control(page)).to_have_value("pm")
    expect(for_track(page, "pmm")).to_have_count(0)


@pytest.mark.long
def test_the_track_is_saved_if_only_the_database_is_refused(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = at(context.new_page(), MISTAKES)
    choose(page, "pmm")
    page = at(
        context.new_page(), "prepare/case-room/"
    )  # a tool opens the store, which begins empty here
    expect(page.get_by_text("PM cases, not your track")).to_be_visible()
    expect(control(page)).to_have_value("pmm")
    expect(page.get_by_text("isn’t storing your track")).to_be_hidden()


@pytest.mark.parametrize(
    "refusal", quick_and_slow([BLOCKED_COOKIES], [NO_ROOM]), ids=["blocked", "full"]
)
def test_a_track_that_cannot_be_saved_lasts_for_the_page_and_the_page_says_so(
    new_context: Opener, refusal: str
) -> None:
    context = new_context()
    context.add_init_script(refusal)
    page = at(context.new_page(), MISTAKES)
    control(page).select_option("pmm")
    expect(for_track(page, "pm")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_text(
        "Your browser isn’t storing your track. It holds on this page alone."
    )


@pytest.mark.long
def test_a_saved_file_carries_the_track_to_another_browser(
    new_context: Opener, tmp_path: Path
) -> None:
    page = at(new_context().new_page(), "reference/your-data/")
    choose(page, "pmm")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save to a file").click()
    saving.value.save_as(tmp_path / "mine.json")
    other = at(new_context().new_page(), "reference/your-data/")
    other.get_by_label("Import a file").set_input_files(tmp_path / "mine.json")
    other.get_by_role("button", name="Import it").click()
    expect(control(other)).to_have_value("pmm")
    go(other, MISTAKES)
    expect(for_track(other, "pm")).to_have_count(0)


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_a_plan_shows_the_hours_of_the_readers_track_alone(open_tab: TabOpener, width: int) -> None:
    page = at(open_tab(width), "prepare/plan/")
    plan = page.locator(".guide-table--plan").first
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    choose(page, "pm")
    expect(plan.locator("[data-only=pm]:visible")).not_to_have_count(0)
    expect(plan.locator("th[data-only=pmm]:visible, td[data-only=pmm]:visible")).to_have_count(0)
    page.locator(".other-track--pmm:visible a", has_text="tasks hidden").first.click()
    expect(plan.locator("td[data-only=pmm]:visible")).not_to_have_count(0)
