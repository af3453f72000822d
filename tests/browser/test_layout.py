"""What a reader sees at each width, on paper, and in each palette."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.settling.traffic import go_to_rest
from tests.browser.test_every_page import STICKING_OUT
from tests.built.site import assert_none
from tests.guides import quick_and_slow

CHART_PAGES = (
    "loops/side-by-side/",
    "pay/by-level/",
    "roles/how-microsoft-sells/",
    "roles/side-by-side/",
)
# How far the page moved under a reader who pressed nothing.
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
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
# What a reader may set, by the criterion 1.4.12 of WCAG, who reads better with more space.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
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
# Headings whose link to themselves lies over their words, which whoever comes by such a link would see.
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


@pytest.mark.parametrize("url", quick_and_slow(KINDS[:4], KINDS[4:]))
def test_more_space_between_letters_cuts_nothing(new_context: Opener, url: str) -> None:
    page = new_context(320, height=640, bypass_csp=True).new_page()
    go_to_rest(page, url)
    page.add_style_tag(content=SPACED)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    assert_none(
        [line for each in (STICKING_OUT, CUT_TEXT, TORN_OFF) for line in page.evaluate(each)]
    )


def test_the_short_name_of_the_site_is_whole_with_wide_letters(new_context: Opener) -> None:
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


@pytest.mark.parametrize("url", ["loops/question-rubrics/", "mistakes/"])
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


@pytest.mark.parametrize("width", [320, 360, 768])
def test_the_link_of_a_heading_lies_beside_its_words(new_context: Opener, width: int) -> None:
    """Whoever came by a link to a heading found its mark on top of the first letter."""
    page = new_context(width, height=640).new_page()
    go(page, "mistakes/#preparing")
    assert page.locator("main :target > .headerlink").count() == 1
    assert_none(page.evaluate(COVERED))


@pytest.mark.parametrize("url", ["pay/reading-an-offer/", "pay/method/"])
def test_a_sum_in_a_block_of_code_is_read_to_its_end(new_context: Opener, url: str) -> None:
    """On a phone, "one year of base + the whole" was all that could be seen of the sum."""
    page = new_context(360, height=640).new_page()
    go(page, url)
    assert page.locator("main pre > code").count() > 0
    assert_none(page.evaluate(CUT_CODE))


@pytest.mark.parametrize("width", [599, 320])
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
@pytest.mark.parametrize("url", CHART_PAGES)
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


def test_links_are_not_underlined_on_paper(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    page.goto("prepare/plan/")
    page.emulate_media(media="print")
    expect(page.locator("main p > a").first).to_have_css("text-decoration-line", "none")


@pytest.mark.parametrize(
    ("url", "parts", "rules"),
    [
        ("prepare/questions-pm-product/", ".question__text", ("avoid", "avoid")),
        ("pay/by-level/", ".chart__title, .page-sources__checked", ("avoid", "avoid")),
        ("loops/rubrics/", "h3, summary, p.do:has(+ .panels)", ("avoid", "avoid")),
        ("prepare/explain/", "p.muted:has(+ .said)", ("avoid", "avoid")),
        ("mistakes/", ".exercise__head", ("avoid", "avoid")),
        ("mistakes/", ".said", ("avoid", "auto")),
        ("prepare/case-estimate/", ".sum", ("avoid", "auto")),
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


@pytest.mark.parametrize("url", quick_and_slow(["reference/offline/"], ["reference/your-data/"]))
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_page_of_one_sheet_is_followed_by_no_blank_one(
    open_tab: TabOpener, url: str, paper: str
) -> None:
    page = open_tab(1000)
    page.goto(url)
    printed = sheets(page, paper)
    assert len(printed) == 1
    assert all(printed)


def test_paper_leaves_out_what_leads_nowhere_there(open_tab: TabOpener) -> None:
    """Some 50 pages printed a link to their cards, and others a heading over the line that they cite nothing."""
    page = open_tab(1000)
    page.goto("loops/pm/")
    page.emulate_media(media="print")
    expect(page.locator(".page-cards")).to_be_hidden()
    expect(page.locator("#sources")).to_be_visible()
    page.goto("reference/offline/")
    expect(page.locator(".page-sources")).to_be_hidden()
    expect(page.locator("#sources")).to_be_hidden()


@pytest.mark.parametrize(
    ("url", "on_screen", "on_paper"),
    [
        ("prepare/progress/", "progress", ".progress-table__count"),
        ("prepare/dated-plan/", ".plan-form", "h1"),
        ("roles/choose/", ".assessment-pair", "article table"),
        ("reference/your-data/", "input[type=file]", "h1"),
    ],
)
def test_paper_leaves_out_what_only_a_screen_can_use(
    open_tab: TabOpener, url: str, on_screen: str, on_paper: str
) -> None:
    """Bars were solid gray with nothing done, and fields that nobody had filled in looked like a form."""
    page = open_tab(1000)
    page.goto(url)
    expect(page.locator(on_screen).first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(on_screen).first).to_be_hidden()
    expect(page.locator(on_paper).first).to_be_visible()


def test_answers_that_were_given_are_printed(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    page.goto("roles/choose/")
    pairs = page.locator(".assessment-pair")
    pairs.first.get_by_role("radio").first.check()
    page.emulate_media(media="print")
    expect(pairs.first).to_be_visible()


def test_the_head_of_a_plan_is_printed_once(open_tab: TabOpener) -> None:
    """The row of a week goes on over a sheet, and the repeated head struck its next line."""
    page = open_tab(1000)
    page.goto("prepare/plan/")
    page.emulate_media(media="print")
    head = page.locator(".guide-table--plan thead").first
    expect(head).to_have_css("display", "table-row-group")


@pytest.mark.parametrize("url", ["pay/posted-ranges/", "roles/what-posts-ask-for/"])
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


def sheets(page: Page, paper: str) -> list[str]:
    """The text of each sheet."""
    printed = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [sheet.extract_text().strip() for sheet in printed.pages]


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_landing_page_begins_its_paths_on_the_first_sheet(
    open_tab: TabOpener, paper: str
) -> None:
    """The first sheet held a heading and the choice of a track, because a path did not break."""
    page = open_tab(1000)
    page.goto("")
    first = sheets(page, paper)[0]
    assert "Make a plan with your dates" in first
    assert "My track" not in first


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_tables_keep_the_widths_of_their_columns_on_paper(open_tab: TabOpener, paper: str) -> None:
    """The tasks of a week had the narrowest column, and two sheets held the head of a table only."""
    page = open_tab(1000)
    page.goto("prepare/plan/")
    printed = sheets(page, paper)
    assert len(printed) <= 18
    assert_none([text for text in printed if text.endswith("PMM")])


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_sheet_ends_with_what_leads_to_the_next(open_tab: TabOpener, paper: str) -> None:
    """One ended with the head of a table, the next with "About the stock"."""
    page = open_tab(1000)
    page.goto("pay/reading-an-offer/")
    ends = [text.splitlines()[-1] for text in sheets(page, paper)]
    assert len(ends) > 3
    assert_none([end for end in ends if re.search("^About|Year 4$|unchanged$|[:]$", end)])


@pytest.mark.long
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_card_breaks_between_its_parts(open_tab: TabOpener, paper: str) -> None:
    """Twenty-seven cards took thirty-four sheets while none of them broke."""
    page = open_tab(1000)
    page.goto("mistakes/")
    assert page.pdf(format=paper).count(b"/Type /Page\n") <= 24


@pytest.mark.long
def test_a_page_with_charts_leaves_no_half_sheets_empty(open_tab: TabOpener) -> None:
    """Seventeen sheets, while a chart did not fit on one and a fold began on a new one."""
    page = open_tab(1000)
    page.goto("pay/by-level/")
    assert page.pdf(format="Letter").count(b"/Type /Page\n") <= 11
    page.emulate_media(media="print")
    for chart in page.locator(".chart:has(.chart__legend)").all():
        assert chart.evaluate("e => e.getBoundingClientRect().height") < 900  # of a sheet of Letter


def test_folded_parts_print_no_arrow_and_marks_print_their_numbers(open_tab: TabOpener) -> None:
    page = open_tab(1000)
    page.goto("roles/pm/")
    page.emulate_media(media="print")
    arrow = "e => getComputedStyle(e, '::after').display"
    assert page.locator("summary").first.evaluate(arrow) == "none"
    mark = page.locator("a.cite--group").first
    assert re.fullmatch(r"\[\d+(, \d+)+\]", mark.inner_text().strip())


@pytest.mark.parametrize(
    "url",
    quick_and_slow(
        ["prepare/practice/", "prepare/questions-pm-product/"],
        [
            *("prepare/progress/", "pay/offer-calculator/", "prepare/stories/"),
            *("prepare/decode-a-post/", "prepare/mock-interview/"),
            *("reference/offline/", "reference/your-data/"),
        ],
    ),
)
def test_a_tool_keeps_its_room_while_it_loads(new_context: Opener, url: str) -> None:
    """On the larger phone, what follows a short tool is in sight while the tool is drawn."""
    page = new_context(412, height=823).new_page()
    page.add_init_script(SHIFTS)
    go_to_rest(page, url)
    assert page.evaluate("shifted") <= 0.05


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


@pytest.mark.parametrize("width", [320, 360, 1280])
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


def test_shapes_stay_in_the_colors_of_a_reader(open_tab: TabOpener) -> None:
    """In high contrast a browser drops what a background draws: a shared step looked like one to advise on."""
    page = open_tab(forced_colors="active")
    page.goto("roles/ownership/")
    half = page.locator(".part--shares").first
    drawn = half.evaluate("e => getComputedStyle(e, '::before').backgroundImage")
    assert "gradient" in drawn
    arrow = "e => getComputedStyle(e, '::after').backgroundColor"
    behind = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert page.locator("summary").first.evaluate(arrow) != behind


def test_lines_of_pictures_are_drawn_in_the_colors_of_a_reader(open_tab: TabOpener) -> None:
    """The lines of two pictures kept the colors of the guide, and nearly vanished on black."""
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


def test_what_a_background_sets_apart_has_a_line_in_the_colors_of_a_reader(
    open_tab: TabOpener,
) -> None:
    page = open_tab(forced_colors="active")
    for url, boxes in (
        ("roles/side-by-side/", (".md-search__form", ".panel")),
        ("roles/how-microsoft-sells/", (".timeline__ask", ".timeline__strong summary")),
        ("pay/reading-an-offer/", ("pre > code",)),
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


def test_a_mark_for_several_is_one_piece_on_a_phone(open_tab: TabOpener) -> None:
    """In a narrow cell its background was torn in two, over the words above."""
    page = open_tab(360)
    page.goto("pay/pm-and-pmm/")
    pieces = page.locator(".cite--fold:visible .cite__number").evaluate_all(
        "(all) => all.map((one) => one.getClientRects().length)"
    )
    assert len(pieces) > 1
    assert set(pieces) == {1}


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


def test_topics_are_written_as_the_guide_writes_them(open_tab: TabOpener) -> None:
    page = open_tab()
    page.goto("reference/topics/")
    for topic, name in (("pm", "PM"), ("pmm", "PMM"), ("loops", "Loops")):
        assert page.locator(f"[id='tag:{topic}'] .md-tag").inner_text() == name
        link = page.locator(f".md-sidebar--secondary [href$='#tag:{topic}']")
        assert link.inner_text().strip() == name


def test_the_button_to_press_next_stands_out_in_the_colors_of_a_reader(open_tab: TabOpener) -> None:
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
