"""Ticks: set beside tasks, questions and pages, counted on the page Progress, saved and shared between tabs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.facts.labels import PHASES
from guide.facts.question_bank import pages_of_questions
from guide.pages.links import address_below_site
from guide.pages.reading import read_pages
from guide.rows.loading import Guide
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go, until
from tests.browser.tools.conftest import in_store, site_root
from tests.browser.tools.store.breaking import NO_DATABASE
from tests.guides import PROJECT, quick_and_slow

PROGRESS, PLAN, QUESTIONS = "prepare/progress/", "prepare/plan/", "prepare/questions-behavioral/"
FIRST_PHASE = next(iter(PHASES.values()))

BROKEN_WORDS = """
cells => cells.flatMap(cell => [...cell.textContent.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
  const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
  range.setStart(text, index);
  range.setEnd(text, index + word.length);
  return range.getClientRects().length > 1;
}).map(([word]) => word))
"""


# Words that have more than the width of their cell.
TOO_WIDE = """
all => all.filter(count => {
  const words = document.createRange();
  return [...count.childNodes].some(node => {
    words.selectNodeContents(node);
    return node.textContent.trim() && node.nodeType === 3 && words.getClientRects().length > 1;
  });
}).map(count => count.textContent)
"""


def boxes(page: Page) -> Locator:
    return page.get_by_role("checkbox", name="Done: ")


def opened(page: Page, url: str) -> Page:
    if page.url != "about:blank":
        in_store(page, "return store.list();")  # answered after the last tick is saved
    go(page, url)
    boxes(page).first.wait_for()
    return page


def track_is(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).check()


@pytest.mark.long
def test_every_task_and_every_question_can_be_marked(
    open_tab: TabOpener, real_guide: Guide
) -> None:
    page = opened(open_tab(), PLAN)
    page.eval_on_selector_all(
        "article details", "all => all.forEach(fold => { fold.open = true; })"
    )
    assert boxes(page).count() == len(real_guide["checklist"])
    places = pages_of_questions(real_guide, read_pages(PROJECT))
    pages = {*map(address_below_site, places.values())}
    assert sum(boxes(opened(page, url)).count() for url in pages) == len(real_guide["questions"])


def test_a_mark_set_by_keyboard_is_counted_and_survives_a_reload(open_tab: TabOpener) -> None:
    page = opened(open_tab(), PLAN)
    boxes(page).first.focus()
    page.keyboard.press("Space")
    expect(page.get_by_text(re.compile(r"^1 of \d+ done$"))).to_be_visible()
    expect(boxes(page).first).to_be_focused()
    opened(page, PLAN)
    expect(boxes(page).first).to_be_checked()
    boxes(page).first.press("Space")
    expect(page.get_by_text(re.compile(r"^0 of \d+ done$"))).to_be_visible()
    assert in_store(page, "return store.list('progress');") == []


# How each box looks when it comes into the page, before anything else runs.
FIRST_LOOKS = """window.firstLooks = [];
new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes)
        if (node.matches?.(".mark-box")) window.firstLooks.push(node.checked);
}).observe(document, { childList: true, subtree: true });"""


def test_a_box_never_shows_without_its_mark(new_context: Opener) -> None:
    page = opened(new_context().new_page(), PLAN)
    boxes(page).first.check()
    page.add_init_script(FIRST_LOOKS)
    opened(page, PLAN)
    expect(boxes(page).first).to_be_checked()
    looks = page.evaluate("window.firstLooks")
    assert looks[0], "a click on it would take the mark off"
    assert len(looks) > looks.count(True) == 1


# The page is left in the very task of the click, which no hand can do faster.
LEAVE_AT_ONCE = """async ([address, index]) => {
    const frame = Object.assign(document.createElement("iframe"), { src: address });
    document.body.append(frame);
    const isReady = () => frame.contentDocument.querySelector(".mark-count");
    while (!isReady()) await new Promise((done) => setTimeout(done, 20));
    frame.contentDocument.querySelectorAll(".mark-box")[index].click();
    frame.remove();
}"""


@pytest.mark.long
def test_a_tick_is_saved_even_if_the_page_is_left_right_away(new_context: Opener) -> None:
    # The site forbids frames, and a frame is what can be left so fast.
    page = opened(new_context(bypass_csp=True).new_page(), PROGRESS)
    plan = site_root(page) + PLAN
    for index in range(4):
        page.evaluate(LEAVE_AT_ONCE, [plan, index])
    # A browser takes back what had to wait for a busy disk: one may be lost. A write that reads first loses all four.
    saved = until(
        page, lambda: len(in_store(page, "return store.list('progress');")), lambda n: n == 4
    )
    assert saved >= 2


@pytest.mark.long
def test_a_mark_shows_in_the_other_tab(new_context: Opener) -> None:
    context = new_context()
    here, there = (opened(context.new_page(), url) for url in (PLAN, PROGRESS))
    boxes(here).first.check()
    first = there.get_by_role("row", name=FIRST_PHASE).get_by_role("cell")
    expect(first.first).to_contain_text("1 of 9")


def test_progress_counts_by_phase_and_track_and_says_what_comes_next(
    open_tab: TabOpener, real_guide: Guide
) -> None:
    page = opened(open_tab(), PLAN)
    tasks = sorted(real_guide["checklist"].values(), key=lambda row: row.order)
    pm = next(task for task in tasks if task.track == "pm")
    page.get_by_role("checkbox", name=f"Done: {pm.task}").check()
    in_store(
        page, "return store.list();"
    )  # answered after the tick is saved, so that leaving loses nothing
    opened(page, PROGRESS)
    row = page.get_by_role("row", name=FIRST_PHASE)
    pm_total, pmm_total = (
        sum(t.phase == "understand" and t.track in (track, "both") for t in tasks)
        for track in ("pm", "pmm")
    )
    expect(row.get_by_role("cell")).to_contain_text([f"1 of {pm_total}", f"0 of {pmm_total}"])
    after = tasks[tasks.index(pm) + 1]
    expect(page.locator(".progress-next")).to_contain_text(f"Next: {after.task}")
    track_is(page, "PM")
    expect(row.get_by_role("cell")).to_have_count(1)
    mine = next(t for t in tasks[tasks.index(pm) + 1 :] if t.track != "pmm")
    expect(page.locator(".progress-next")).to_contain_text(f"Next: {mine.task}")


@pytest.mark.long
def test_the_track_is_shared_and_saved(open_tab: TabOpener) -> None:
    page = opened(open_tab(), PROGRESS)
    track_is(page, "PMM")
    opened(page, PLAN)
    expect(page.get_by_text("on this page, for your track")).to_be_visible()
    opened(page, PROGRESS)
    expect(page.get_by_role("radio", name="PMM", exact=True)).to_be_checked()


@pytest.mark.long
def test_a_page_leads_to_its_own_box(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "loops/pm/")
    page.get_by_role("link", name="Mark this page as read").click()
    page.wait_for_url("**/prepare/progress/#read-loops-pm")
    box = page.locator("#read-loops-pm").get_by_role("checkbox", name="Done: The PM loop")
    box.check()
    expect(page.get_by_role("row", name="Loops").get_by_role("cell")).to_contain_text("1 of 7")


@pytest.mark.long
def test_the_list_is_saved_as_markdown_with_its_marks(open_tab: TabOpener, tmp_path: Path) -> None:
    page = opened(open_tab(), PLAN)
    boxes(page).first.check()
    opened(page, QUESTIONS)
    page.get_by_role(
        "checkbox", name="Done: Introduce yourself, and describe the project you are proudest of"
    ).check()
    opened(page, PROGRESS)
    expect(page.locator(".progress-next")).to_contain_text(
        "Introduce yourself, and describe the project you are proudest of"
    )
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as Markdown").press("Enter")
    saving.value.save_as(tmp_path / "list.md")
    lines = (tmp_path / "list.md").read_text(encoding="utf-8").splitlines()
    marked = [line for line in lines if line.startswith("- [x]")]
    assert [line.split("] ")[1][:20] for line in marked] == [
        "Read the two roles s",
        "Introduce yourself, ",
    ]
    assert f"### {FIRST_PHASE}" in lines
    assert sum(line.startswith("- [ ] ") for line in lines) > 200


@pytest.mark.long
def test_a_browser_that_keeps_nothing_still_shows_marks(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = opened(context.new_page(), PLAN)
    boxes(page).first.check()
    expect(page.get_by_text(re.compile(r"^1 of \d+ done$"))).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("isn’t storing anything for this site")


@pytest.mark.long
def test_a_tick_that_could_not_be_saved_is_removed(open_tab: TabOpener) -> None:
    page = opened(open_tab(), PLAN)
    page.evaluate("""() => {
        IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    boxes(page).first.click()
    expect(page.get_by_role("alert")).to_contain_text("That wasn’t saved")
    expect(boxes(page).first).not_to_be_checked()


@pytest.mark.long
def test_without_scripts_the_list_of_pages_is_there_to_print(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PROGRESS)
    expect(page.get_by_text("Each task and each page has a box to check")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="The PM loop")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Done")).to_have_count(0)


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_is_cut_off(open_tab: TabOpener, width: int) -> None:
    page = opened(open_tab(width, reduced_motion="reduce"), PLAN)
    boxes(page).first.check()
    opened(page, PROGRESS)
    boxes(page).first.check()
    expect(page.locator(".progress-next")).to_contain_text("Last done")
    assert violations(page, within="progress-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    track_is(page, "PM")
    expect(page.get_by_text("on this page, for your track")).to_be_visible()
    assert violations(page, within="progress-tool") == []


@pytest.mark.parametrize("width", quick_and_slow([360], [320]))
def test_no_word_of_the_first_column_is_broken(new_context: Opener, width: int) -> None:
    """It said "Collaboratio", and "n" on the next line."""
    page = new_context(width, height=640).new_page()
    go(page, PROGRESS)
    parts = page.locator(".progress-table tbody th")
    expect(parts.filter(has_text="Collaboration")).to_be_visible()
    assert parts.evaluate_all(BROKEN_WORDS) == []


def test_no_count_and_no_time_of_progress_is_broken_over_two_lines(open_tab: TabOpener) -> None:
    """ "0 of" and "182" were on two lines of a phone, and so were "26 h 45" and "min"."""
    page = opened(open_tab(360), "prepare/progress/")
    words = page.locator(".progress-table__count").all_text_contents()
    assert len(words) > 20
    lines = [line for word in words for line in word.split(" ") if line.strip()]
    assert {re.sub(r"[\d.]+", "1", line) for line in lines} == {
        *("1\xa0of\xa01", "1\xa0h", "1\xa0min", "left")
    }
    assert page.locator(".progress-table__count").evaluate_all(TOO_WIDE) == []
