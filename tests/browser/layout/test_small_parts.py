"""What a reader of a phone sees of small parts: scales, folded boxes, lines of links, sums."""

from __future__ import annotations

import pytest

from tests.browser.conftest import TabOpener
from tests.browser.settling.traffic import go_to_rest
from tests.built.site import assert_none
from tests.guides import quick_and_slow

# How far the middle of each label of a scale is from its line.
OFF_THEIR_LINES = """
picture => [...picture.querySelectorAll(".chart__tick")].map(text => {
  const box = text.getBoundingClientRect(), frame = picture.getBoundingClientRect();
  return box.left + box.width / 2 - frame.left - text.x.baseVal[0].value;
})
"""
BORDERS = """
all => all.map(e => getComputedStyle(e)).map(style => style.borderTopColor + style.borderTopWidth)
"""
PLACES = """
all => all.map(e => e.getBoundingClientRect()).map(box => [Math.round(box.left), Math.round(box.top)])
"""
# Lines of links whose last one is on a line of its own.
LAST_IS_ALONE = """
all => all.filter(line => {
  const tops = [...line.querySelectorAll("a")].map(link => Math.round(link.getBoundingClientRect().top));
  return tops.length > 1 && tops.at(-1) > tops.at(-2) + 4;
}).map(line => line.textContent)
"""
# Names that are as near to the box of the next one as to their own.
NEAR_THE_NEXT = """
names => names.map(name => {
  const box = name.querySelector("input").getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(name.lastChild);
  const { left, right } = range.getBoundingClientRect();
  return { name: name.textContent.trim(), top: box.top, box: box.left, own: left - box.right, right };
}).filter((one, at, all) => {
  const next = all[at + 1];
  return next && next.top === one.top && next.box - one.right < 1.5 * one.own;
}).map(({ name }) => name)
"""


@pytest.mark.long
def test_the_labels_of_a_scale_are_centered_on_their_lines(open_tab: TabOpener) -> None:
    """The first and the last were pulled inward, and named a place beside their line."""
    page = open_tab(320)
    for url in ("pay/by-level/", "pay/posted-ranges/", "loops/side-by-side/"):
        page.goto(url)
        off = page.locator(".chart__picture").first.evaluate(OFF_THEIR_LINES)
        assert len(off) > 3
        assert max(map(abs, off)) < 1, url


@pytest.mark.long
def test_folded_boxes_have_one_border(open_tab: TabOpener) -> None:
    """Some were framed in a light blue, as if they held something else."""
    page = open_tab(360)
    page.goto("pay/negotiate/")
    looks = page.locator("article > details, .page-sources details").evaluate_all(BORDERS)
    assert len(looks) > 4
    assert len(set(looks)) == 1


@pytest.mark.long
def test_the_button_of_a_file_of_prompts_is_beside_its_link(open_tab: TabOpener) -> None:
    """Each was on a line of its own, as close to the next file as to its own."""
    page = open_tab(360)
    go_to_rest(page, "prepare/prompts/")
    files = page.locator(".copy-file").all()
    assert len(files) > 10
    for file in files:
        link = file.get_by_role("link").bounding_box()
        button = file.get_by_role("button").bounding_box()
        assert link and button
        assert button["y"] < link["y"] + link["height"] / 2 < button["y"] + button["height"]


@pytest.mark.parametrize(
    "url", quick_and_slow(["pay/negotiate/"], ["pay/posted-ranges/", "prepare/dated-plan/"])
)
def test_the_link_to_report_is_not_alone_on_a_line(open_tab: TabOpener, url: str) -> None:
    page = open_tab(360)
    page.goto(url)
    lines = page.locator(".row-links--whole:visible")
    assert lines.count() > 0
    assert_none(lines.evaluate_all(LAST_IS_ALONE))


@pytest.mark.long
def test_the_fold_of_each_data_file_has_its_name_on_one_line(open_tab: TabOpener) -> None:
    """Fifty of them took two, on the longest page."""
    page = open_tab(360)
    page.goto("reference/data/")
    heights = page.locator(".files summary").evaluate_all("all => all.map(e => e.offsetHeight)")
    assert len(heights) > 40
    assert max(heights) < 40


@pytest.mark.long
def test_a_sum_of_two_columns_has_half_of_it_for_words(open_tab: TabOpener) -> None:
    """Numbers of three digits had two thirds of the width, and "Left a month in year one" took five lines."""
    page = open_tab(360)
    page.goto("prepare/case-launch/")
    table = page.locator(".sum--columns .sum__table").first
    words, whole = table.locator("tbody th").first.bounding_box(), table.bounding_box()
    assert words and whole
    assert words["width"] > 0.45 * whole["width"]


def test_buttons_below_each_other_are_of_one_width(open_tab: TabOpener) -> None:
    page = open_tab(360)
    go_to_rest(page, "pay/offer-calculator/")
    group = page.locator("p.tool-actions").filter(has_text="Copy this offer").get_by_role("button")
    boxes = group.evaluate_all("all => all.map(e => e.getBoundingClientRect().width)")
    assert len(boxes) == 3
    assert max(boxes) - min(boxes) < 1


@pytest.mark.long
def test_the_four_ratings_are_never_three_and_one(open_tab: TabOpener) -> None:
    """On a wide phone "Easy" was alone below the others."""
    page = open_tab(500)
    go_to_rest(page, "prepare/cards/?page=pay/levels")
    page.get_by_role("button", name="Study").first.click()
    page.locator("#card-front").press(" ")
    tops = page.locator(".ratings__button").evaluate_all("all => all.map(e => e.offsetTop)")
    assert len(tops) == 4
    assert tops[0] == tops[1] < tops[2] == tops[3]


@pytest.mark.long
def test_the_days_of_a_week_are_in_columns(open_tab: TabOpener) -> None:
    """In lines as long as they fit, Sunday was alone in the third, below none of the others."""
    page = open_tab(360)
    go_to_rest(page, "prepare/dated-plan/")
    places = page.locator("input[name=off]").evaluate_all(PLACES)
    assert len(places) == 7
    assert len({top for _, top in places}) == 2
    assert [left for left, _ in places[4:]] == [left for left, _ in places[:3]]


@pytest.mark.parametrize("width", quick_and_slow([360], [320, 700]))
def test_a_long_title_in_the_header_ends_before_the_choice_of_the_track(
    open_tab: TabOpener, width: int
) -> None:
    """Cut off, it touched the choice."""
    page = open_tab(width)
    page.goto("prepare/case-copilot-chat-change/")
    title = page.locator(".md-header__title").bounding_box()
    choice = page.locator(".my-track").bounding_box()
    assert title and choice
    assert choice["x"] - title["x"] - title["width"] >= 4


def test_a_page_begins_close_below_the_header(open_tab: TabOpener) -> None:
    """A tenth of a phone's screen was empty above the first line."""
    page = open_tab(360)
    page.goto("pay/levels/")
    header, first = (
        page.locator(".md-header").bounding_box(),
        page.locator(".md-tags").bounding_box(),
    )
    assert header and first
    assert first["y"] - header["height"] < 30


@pytest.mark.long
def test_the_answers_stand_where_their_heading_does(open_tab: TabOpener) -> None:
    """They kept the indent of a list without its bullets."""
    page = open_tab(360)
    page.goto("pay/how-sure/")
    lefts = page.locator("h2#each-answer, .answers__row").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().left)"
    )
    assert len(lefts) > 10
    assert len(set(lefts)) == 1


@pytest.mark.long
def test_no_line_is_drawn_above_the_first_pair(open_tab: TabOpener) -> None:
    """The panel had its own edge a few pixels above it."""
    page = open_tab(360)
    go_to_rest(page, "roles/choose/")
    borders = page.locator(".assessment-pair").evaluate_all(
        "all => all.map(e => getComputedStyle(e).borderTopWidth)"
    )
    assert borders[:2] == ["0px", "1px"]


@pytest.mark.long
def test_the_table_of_progress_is_named_like_the_others(open_tab: TabOpener) -> None:
    """Its name was in the middle, in the weight of the text."""
    page = open_tab(360)
    go_to_rest(page, "prepare/progress/")
    looks = page.locator(".progress-table caption").first.evaluate(
        "e => [getComputedStyle(e).textAlign, getComputedStyle(e).fontWeight]"
    )
    assert looks == ["start", "700"]


@pytest.mark.long
def test_the_edit_mark_is_on_the_line_of_the_topics(open_tab: TabOpener) -> None:
    """It was six pixels below them."""
    for width in (360, 1280):
        page = open_tab(width)
        page.goto("pay/levels/")
        boxes = [page.locator(name).bounding_box() for name in (".md-tags", ".md-content__button")]
        middles = [box["y"] + box["height"] / 2 for box in boxes if box]
        assert abs(middles[0] - middles[1]) < 3


@pytest.mark.long
def test_no_card_of_the_landing_page_is_half_empty(open_tab: TabOpener) -> None:
    """A card of five steps was as high as the one of twelve beside it, and an edit mark was alone at its edge."""
    page = open_tab(1280)
    page.goto("")
    empty = page.locator(".path").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().bottom - e.lastElementChild.getBoundingClientRect().bottom)"
    )
    assert len(empty) == 4
    assert max(empty) < 40
    assert page.locator(".md-content__button").count() == 0


def test_the_arrow_of_an_answer_is_beside_its_words(open_tab: TabOpener) -> None:
    """It was at the other edge of the screen."""
    page = open_tab(1280)
    page.goto("prepare/questions-pm-product/")
    arrow = "e => getComputedStyle(e, '::after').position"
    assert page.locator(".question__answer > summary").first.evaluate(arrow) == "static"


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_a_name_is_nearer_to_its_own_box_than_to_the_next(open_tab: TabOpener, width: int) -> None:
    """Wednesday's touched the box of Thursday."""
    page = open_tab(width)
    page.goto("prepare/dated-plan/")
    names = page.locator("study-plan-tool label:has([type=checkbox])")
    names.first.wait_for()
    assert_none(names.evaluate_all(NEAR_THE_NEXT))


# Cells whose two chips are below each other, as far as a table has room for both.
STACKED = """
cells => cells.filter(cell => {
  const tops = [...cell.querySelectorAll(".track")].map(chip => Math.round(chip.getBoundingClientRect().top));
  return new Set(tops).size > 1;
}).map(cell => cell.parentElement.textContent)
"""


@pytest.mark.parametrize("width", quick_and_slow([1280], [360, 768]))
@pytest.mark.parametrize("url", quick_and_slow(["prepare/dated-plan/"], ["prepare/ask-them/"]))
def test_the_chips_of_both_tracks_are_beside_each_other(
    open_tab: TabOpener, url: str, width: int
) -> None:
    page = open_tab(width)
    go_to_rest(page, url)
    cells = page.locator("td:has(.track + .track)")
    assert cells.count() > 3
    assert_none(cells.evaluate_all(STACKED))
