"""What forced colors, such as the high contrast of Windows, leave to be seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener


def test_shapes_stay_in_high_contrast(open_tab: TabOpener) -> None:
    """In high contrast a browser drops what a background draws: a shared step looked like one to advise on."""
    page = open_tab(forced_colors="active")
    page.goto("roles/ownership/")
    half = page.locator(".part--shares").first
    drawn = half.evaluate("e => getComputedStyle(e, '::before').backgroundImage")
    assert "gradient" in drawn
    arrow = "e => getComputedStyle(e, '::after').backgroundColor"
    behind = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert page.locator("summary").first.evaluate(arrow) != behind


def test_lines_of_pictures_have_the_color_of_text(open_tab: TabOpener) -> None:
    """The lines of two pictures had the colors of the guide, and nearly vanished on black."""
    page = open_tab(forced_colors="active")
    behind = "e => getComputedStyle(e).backgroundColor"
    for url, lines in (
        ("roles/side-by-side/", ".role-map__line--pmm"),
        ("roles/how-microsoft-sells/", ".sales-path__back"),
    ):
        page.goto(url)
        text = page.locator("body").evaluate("e => getComputedStyle(e).color")
        assert text != page.locator("body").evaluate(behind)
        line = page.locator(lines).first
        assert line.evaluate("e => getComputedStyle(e).stroke") == text, url


@pytest.mark.long
def test_boxes_that_only_a_background_set_apart_have_a_border(
    open_tab: TabOpener,
) -> None:
    page = open_tab(forced_colors="active")
    for url, boxes in (
        ("roles/side-by-side/", (".md-search__form", ".panel")),
        ("roles/how-microsoft-sells/", (".timeline__ask", ".timeline__strong summary")),
        ("contribute/adding-data/", ("pre > code",)),
        ("", (".grade-legend__row",)),
        ("prepare/progress/", (".progress-table__whole > th",)),
    ):
        page.goto(url)
        for box in boxes:
            found = page.locator(box).first
            found.wait_for(state="attached")
            style = found.evaluate(
                "e => { const s = getComputedStyle(e); return s.borderBottomWidth + s.borderBottomStyle }"
            )
            assert style == "1pxsolid", (url, box)


@pytest.mark.long
def test_the_button_to_press_next_stands_out(open_tab: TabOpener) -> None:
    """In high contrast its background is dropped, and every button looked like the others."""
    page = open_tab(forced_colors="active")
    page.goto("prepare/practice/")
    page.get_by_role("button", name="PMM", exact=True).press("Enter")
    start = page.get_by_role("button", name="Start", exact=True)
    start.press("Enter")
    answered = page.get_by_role("button", name="I have answered")
    answered.wait_for()
    border = "e => parseFloat(getComputedStyle(e).borderTopWidth)"
    another = page.get_by_role("button", name="Another question")
    assert answered.evaluate(border) > another.evaluate(border)


def test_the_offer_in_sight_stands_out_from_the_other(open_tab: TabOpener) -> None:
    """Its background alone told which of two offers the fields belong to."""
    page = open_tab(forced_colors="active")
    page.goto("pay/offer-calculator/")
    page.get_by_label("Base a year").fill("185000")
    page.get_by_role("button", name="Add a Microsoft offer").press("Enter")
    offers = page.get_by_role("group", name="Offers").get_by_role("button")
    expect(offers).to_have_count(2)
    border = "all => all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth))"
    first, second = offers.evaluate_all(border)
    assert second > first
