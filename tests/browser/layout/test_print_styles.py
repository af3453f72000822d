"""What the print styles show, hide and keep together."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOpener, go
from tests.guides import quick_and_slow


@pytest.mark.parametrize("url", quick_and_slow(["pay/by-level/"], ["", "loops/pm/", "mistakes/"]))
def test_paper_holds_the_content_and_no_controls(open_tab: TabOpener, url: str) -> None:
    page = open_tab(1000)
    page.goto(url)
    page.emulate_media(media="print")
    for control in (".md-header", ".md-tabs", ".md-sidebar", ".md-search", ".md-footer__inner"):
        for element in page.locator(control).all():
            expect(element).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main .page-sources")).to_be_visible()
    # What a reader has folded away stays folded on paper.
    unfolded = "main article :is(table, .mistake, .timeline__stage):not(details *)"
    for part in page.locator(unfolded).all()[:3]:
        expect(part).to_be_visible()


def test_paper_is_white_in_the_dark_palette(open_tab: TabOpener) -> None:
    page = open_tab(1000, color_scheme="dark")
    page.goto("pay/by-level/")
    page.emulate_media(media="print", color_scheme="dark")
    text = page.locator("main p").first.evaluate("e => getComputedStyle(e).color")
    red, green, blue = (int(float(part)) for part in re.findall(r"[\d.]+", text)[:3])
    assert max(red, green, blue) < 128, f"text on paper is {text}"


@pytest.mark.long
def test_printed_links_are_not_underlined(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    page.goto("prepare/plan/")
    page.emulate_media(media="print")
    expect(page.locator("main p > a").first).to_have_css("text-decoration-line", "none")


@pytest.mark.parametrize(
    ("url", "parts", "rules"),
    [
        pytest.param(
            "prepare/questions-pm-product/",
            ".question__text",
            ("avoid", "avoid"),
            marks=pytest.mark.long,
        ),
        ("pay/by-level/", ".chart__title, .page-sources__checked", ("avoid", "avoid")),
        pytest.param(
            "loops/rubrics/",
            "h3, summary, p.do:has(+ .panels)",
            ("avoid", "avoid"),
            marks=pytest.mark.long,
        ),
        pytest.param(
            "prepare/explain/", "p.muted:has(+ .said)", ("avoid", "avoid"), marks=pytest.mark.long
        ),
        ("mistakes/", ".exercise__head", ("avoid", "avoid")),
        pytest.param("mistakes/", ".said", ("avoid", "auto"), marks=pytest.mark.long),
        pytest.param("prepare/case-estimate/", ".sum", ("avoid", "auto"), marks=pytest.mark.long),
    ],
)
def test_short_parts_stay_whole_on_paper_and_lead_to_what_follows(
    open_tab: TabOpener, url: str, parts: str, rules: tuple[str, str]
) -> None:
    """Questions, quotes and sums were split, and lines such as "Say it like this:" ended a sheet."""
    page = open_tab(1000)
    page.goto(url)
    page.emulate_media(media="print")
    look = "all => all.map(e => getComputedStyle(e)).map(s => [s.breakInside, s.breakAfter].join())"
    looks = page.locator("article").locator(parts).evaluate_all(look)
    assert looks
    # A quote that leads to a fold stays with it.
    assert {",".join(rules)} <= set(looks) <= {",".join(rules), "avoid,avoid"}


@pytest.mark.long
def test_paper_leaves_out_what_leads_nowhere_there(open_tab: TabOpener) -> None:
    """Some 50 pages printed a link to their cards, and others a heading over the line that they cite nothing."""
    page = open_tab(1000)
    page.goto("loops/pm/")
    page.emulate_media(media="print")
    expect(page.locator(".page-cards")).to_be_hidden()
    expect(page.locator("#sources")).to_be_visible()
    page.goto("reference/offline/")
    page.emulate_media(media="screen")
    page.emulate_media(media="print")  # on a slow machine a new page does not always take it over
    expect(page.locator(".page-sources")).to_be_hidden()
    expect(page.locator("#sources")).to_be_hidden()


@pytest.mark.parametrize(
    ("url", "on_screen", "on_paper"),
    [
        ("prepare/progress/", "progress", ".progress-table__count"),
        pytest.param("prepare/dated-plan/", ".plan-form", "h1", marks=pytest.mark.long),
        ("roles/choose/", ".assessment-pair", "article table"),
        pytest.param("reference/your-data/", "input[type=file]", "h1", marks=pytest.mark.long),
        pytest.param("prepare/decode-a-post/", "#post-text", "h1", marks=pytest.mark.long),
        pytest.param("prepare/mock-interview/", ".mock", "h1", marks=pytest.mark.long),
        ("prepare/practice/", ".practice > h2", "h1"),
        pytest.param("prepare/case-room/", ".tool-choice", "h1", marks=pytest.mark.long),
        pytest.param("prepare/cards/", ".cards", "h1", marks=pytest.mark.long),
        pytest.param(
            "reference/changes/", "changes-since", ".changes__date", marks=pytest.mark.long
        ),
        pytest.param("reference/faq/", ".faq .muted", ".faq", marks=pytest.mark.long),
    ],
)
def test_paper_leaves_out_what_only_a_screen_can_use(
    open_tab: TabOpener, url: str, on_screen: str, on_paper: str
) -> None:
    """Bars were solid gray with nothing done, and fields that nobody had filled in looked like a form."""
    page = open_tab(1000)
    page.goto(url)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    expect(page.locator(on_screen).first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(on_screen).first).to_be_hidden()
    expect(page.locator(on_paper).first).to_be_visible()


@pytest.mark.parametrize(("url", "kind"), [("downloads/", "md"), ("data/", "json")])
def test_files_print_whole_addresses(open_tab: TabOpener, url: str, kind: str) -> None:
    """A print told that there was a file, and not where."""
    page = open_tab(1000)
    page.goto(f"reference/{url}")
    address = "e => getComputedStyle(e, '::after').content"
    file = page.locator(".file-facts").first
    assert file.evaluate(address) == "none"
    page.emulate_media(media="print")
    assert re.search(rf"<https?://\S+\.{kind}>", file.evaluate(address))


def test_answers_that_were_given_are_printed(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    page.goto("roles/choose/")
    pairs = page.locator(".assessment-pair")
    pairs.first.get_by_role("radio").first.check()
    page.emulate_media(media="print")
    expect(pairs.first).to_be_visible()


@pytest.mark.long
def test_the_head_of_a_plan_is_printed_once(open_tab: TabOpener) -> None:
    """The row of a week continues on the next sheet, and the repeated head covered its first line there."""
    page = open_tab(1000)
    page.goto("prepare/plan/")
    page.emulate_media(media="print")
    head = page.locator(".guide-table--plan thead").first
    expect(head).to_have_css("display", "table-row-group")


@pytest.mark.parametrize(
    "url", quick_and_slow(["pay/posted-ranges/"], ["roles/what-posts-ask-for/"])
)
def test_tables_with_addresses_keep_to_the_width_of_paper(open_tab: TabOpener, url: str) -> None:
    page = open_tab(673)  # between the margins of A4
    page.goto(url)
    page.emulate_media(media="print")
    right = page.locator("article").evaluate("e => e.getBoundingClientRect().right")
    tables = page.locator("article table").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().right)"
    )
    assert len(tables) > 3
    assert max(tables) <= right + 1


@pytest.mark.long
def test_folded_parts_print_no_arrow_and_marks_print_their_numbers(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    page.goto("roles/pm/")
    page.emulate_media(media="print")
    arrow = "e => getComputedStyle(e, '::after').display"
    assert page.locator("summary").first.evaluate(arrow) == "none"
    mark = page.locator("a.cite--group").first
    assert re.fullmatch(r"\[\d+(, \d+)+\]", mark.inner_text().strip())


@pytest.mark.long
def test_a_note_stays_with_the_panels_above_it(open_tab: TabOpener) -> None:
    """ "On the list in a candidate's note" was alone at the head of the next sheet."""
    page = open_tab(1000)
    page.goto("loops/rubrics/")
    page.emulate_media(media="print")
    notes = page.locator("article .panels + p")
    assert notes.evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).breakBefore))]"
    ) == ["avoid"]


@pytest.mark.long
def test_a_mark_of_certainty_has_no_border_that_a_sheet_could_part_from_it(
    open_tab: TabOpener,
) -> None:
    page = open_tab(1000)
    page.goto("loops/culture/")
    mark = page.locator("article .certainty").first
    expect(mark).to_have_css("border-bottom-width", "1px")
    page.emulate_media(media="print")
    expect(mark).to_have_css("border-bottom-width", "0px")


@pytest.mark.parametrize("url", quick_and_slow(["pay/method/"], ["pay/negotiate/"]))
def test_dates_and_sources_have_room_on_paper(open_tab: TabOpener, url: str) -> None:
    """Their column was as narrow as a mark, so "older than 18 months" took four lines."""
    page = open_tab(673)
    page.goto(url)
    page.emulate_media(media="print")
    head = page.get_by_role("columnheader", name="Date and source").first
    assert head.evaluate("e => e.getBoundingClientRect().width") >= 80


@pytest.mark.long
def test_the_list_of_data_prints_no_heads_of_its_folds(open_tab: TabOpener) -> None:
    """Each of some fifty files had the line "Notes and citation" above them."""
    page = open_tab(1000)
    page.goto("reference/data/")
    page.emulate_media(media="print")
    expect(page.locator(".files__entry summary").first).to_be_hidden()
    expect(page.locator(".files__entry .copy-text__words").first).to_be_visible()


@pytest.mark.long
def test_paper_tells_nothing_of_rows_of_the_other_track(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    go(page, "prepare/plan/?track=pm")
    lines = page.locator(".other-track--pmm:visible")
    expect(lines).not_to_have_count(0)
    page.emulate_media(media="print")
    expect(lines).to_have_count(0)
