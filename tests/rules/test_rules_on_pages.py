"""Each rule about pages: pages that break it, with what the writer reads, and pages that keep it."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

from pathlib import Path

import pytest
from guide import rules
from guide.loading import Guide
from guide.pages import Page

from tests.guides import PROJECT, guide_of, page_of, row

# The body of `page_of` starts on line 6.
GRAMMAR = "A page holds text and calls of our macros with constant arguments, nothing else."


def told(rule: str, guide: Guide, page: Page) -> list[str]:
    """What a rule says about one page: line and message."""
    found = getattr(rules, rule).check(guide, [page])
    return [str(problem).replace("docs/page.md:", "").replace("\n    ", " | ") for problem in found]


def front_matter(text: str, body: str = "# Title\n") -> Page:
    return Page("page.md", "docs/page.md", f"---\n{text}\n---\n\n{body}")


GOOD_HEAD = "title: A page\ndescription: What it says"


@pytest.mark.parametrize(
    ("head", "reports"),
    [
        (
            f"{GOOD_HEAD}\nrender_macros: false",
            [
                "4 | unknown front matter key 'render_macros'. Allowed: description, hide, template, title."
            ],
        ),
        (
            f"{GOOD_HEAD}\ncite: shadowed\ntitel: x",
            [
                "4 | unknown front matter key 'cite'. Allowed: description, hide, template, title. "
                "Did you mean 'title'?",
                "5 | unknown front matter key 'titel'. Allowed: description, hide, template, title. "
                "Did you mean 'title'?",
            ],
        ),
        (
            "title: A page",
            ["1 | the front matter needs a description. | try:  description: ..."],
        ),
        (
            "title: [[= cite('a') =]]\ndescription: x",
            ["2 | the title holds '[['. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            'title: "\\x5b\\x5b= x =]]"\ndescription: x',
            ["2 | the title holds '\\'. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            "title: >-\n  A\n  [[= cite('a') =]]\ndescription: x",
            ["2 | the title holds '>'. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            "title: A\n  [[= cite('a') =]]\ndescription: x",
            ["2 | the title holds '[['. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            "title: A <script>\ndescription: x",
            ["2 | the title holds '<'. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            "title: A\ndescription: 'x\"><script>alert(1)</script>'",
            [
                "3 | the description holds '\"'. Write plain text: no macro, no HTML, no double quotes."
            ],
        ),
        (
            f"{GOOD_HEAD}\ntemplate: main.html",
            ["4 | unknown template 'main.html'. Allowed: home.html. Did you mean 'home.html'?"],
        ),
        (
            f"title: A\ndescription: {'x' * 201}",
            ["3 | the description is longer than 200 characters."],
        ),
    ],
)
def test_front_matter_is_known(real_guide: Guide, head: str, reports: list[str]) -> None:
    found = told("front_matter_is_known", real_guide, front_matter(head))
    assert [" ".join(report.split()) for report in found] == [
        " ".join(report.split()) for report in reports
    ]


def test_a_page_without_front_matter_is_told_what_it_needs(real_guide: Guide) -> None:
    # MkDocs would also read `key: value` lines at the top without the dashes.
    page = Page("page.md", "docs/page.md", "title: x\nrender_macros: false\n\n# Title\n")
    found = told("front_matter_is_known", real_guide, page)
    assert [report.split(" | ")[:2] for report in found] == [
        ["1", "the front matter needs a title."],
        ["1", "the front matter needs a description."],
    ]


@pytest.mark.parametrize(
    "head",
    [
        GOOD_HEAD,
        f"{GOOD_HEAD}\ntemplate: home.html\nhide:\n  - toc\n  - navigation",
        'title: "Pay: by level"\ndescription: What it\'s worth & why',
    ],
)
def test_good_front_matter_is_left_in_peace(real_guide: Guide, head: str) -> None:
    assert told("front_matter_is_known", real_guide, front_matter(head)) == []


@pytest.fixture
def small_guide(tmp_path: Path) -> Guide:
    return guide_of(
        tmp_path,
        sources=[row("sources"), row("sources", id="b-source")],
        claims=[row("claims")],
        pay_aggregates=[row("pay-aggregates", p10=None)],
        glossary=[row("glossary")],
    )


@pytest.mark.parametrize(
    ("call", "report"),
    [
        ('cite("a-sorce")', "cite: unknown id in data/sources.yml: 'a-sorce'. Allowed: a-source, b-source. Did you mean 'a-source'?"),
        ("cite()", "cite: cite() needs at least one source id"),
        ("cite(5)", "cite: unknown id in data/sources.yml: '5'. Allowed: a-source, b-source."),
        ("cite(none)", "cite: unknown id in data/sources.yml: 'None'. Allowed: a-source, b-source."),
        ('cite("a-source", page=3)', "cite: got an unexpected keyword argument 'page'. It is written cite(\"...\")."),
        ('verdict("C999")', "verdict: unknown id in data/claims.yml: 'C999'. Allowed: C001."),
        ('verdict()', "verdict: missing a required argument: 'claim_id'. It is written verdict(\"...\")."),
        ('claim_list(verdict="contradict")', "claim_list: unknown verdict 'contradict'. Allowed: contradicted, disputed, supported, unverifiable. Did you mean 'contradicted'?"),
        ('claim_list("contradicted")', "claim_list: too many positional arguments. It is written claim_list(verdict=...)."),
        ('figure("pm-64")', "figure: unknown figure 'pm-64'. Allowed: pm-64-old. Did you mean 'pm-64-old'?"),
        ('figure("pm-64-old", statistic="p57")', "figure: unknown statistic of 'pm-64-old': 'p57'. Allowed: median, p25, p75, p90. Did you mean 'p75'?"),
        ('figure("pm-64-old", statistic="p10")', "figure: unknown statistic of 'pm-64-old': 'p10'. Allowed: median, p25, p75, p90. Did you mean 'p90'?"),
        ('figure("pm-64-old", statistic=75)', "figure: unknown statistic of 'pm-64-old': '75'. Allowed: median, p25, p75, p90. Did you mean 'p75'?"),
        ('loop_stages(track="pmn")', "loop_stages: unknown track 'pmn'. Allowed: pm, pmm. Did you mean 'pm'?"),
        ('guideline_ceiling(level=99)', "guideline_ceiling: unknown id in data/offer-guidelines.csv: '99'. Allowed: nothing."),
        ('compensation_chart(track="pm", metric="bonus")', "compensation_chart: unknown metric 'bonus'. Allowed: base, total."),
        ('term("term")', "term: unknown id in data/glossary.yml: 'term'. Allowed: a-term. Did you mean 'a-term'?"),
        ('mistake_cards(stage="offr")', "mistake_cards: unknown stage 'offr'. Allowed: choosing, in-the-room, offer, preparing. Did you mean 'offer'?"),
        ('unknowns("pay")', "unknowns: unknowns.yml has no row with the topic 'pay'"),
        ('source_list(grade="first")', "source_list: unknown grade 'first'. Allowed: first-hand, microsoft-says, one-article-only, secondary. Did you mean 'first-hand'?"),
    ],
)  # fmt: skip
def test_a_call_with_wrong_arguments_is_told(small_guide: Guide, call: str, report: str) -> None:
    assert told("macros_exist", small_guide, page_of(f"[[= {call} =]]")) == [f"6 | {report}"]


def test_a_misspelt_macro_is_told_the_near_name(small_guide: Guide) -> None:
    (report,) = told("macros_exist", small_guide, page_of('\n\n[[= loop_stage(track="pm") =]]'))
    assert report.startswith("8 | unknown macro 'loop_stage'. Allowed: one of ")
    assert report.endswith(" known names. Did you mean 'loop_stages'?")


@pytest.mark.parametrize("macro", ["loop_comparison()", 'compensation_chart(track="pm")'])
def test_a_chart_without_rows_is_told_and_not_a_crash(tmp_path: Path, macro: str) -> None:
    (report,) = told("macros_exist", guide_of(tmp_path), page_of(f"[[= {macro} =]]"))
    name = macro.partition("(")[0]
    assert report.startswith(f"6 | {name}: ")
    assert "arg is an empty sequence" not in report and "iterable" not in report


def test_good_calls_are_left_in_peace(small_guide: Guide) -> None:
    body = '[[= cite("a-source", "b-source") =]] [[= figure("pm-64-old", statistic="p75") =]]\n\n'
    body += '[[= claim_list(verdict="disputed") =]]\n\n[[= page_sources() =]]'
    assert told("macros_exist", small_guide, page_of(body)) == []


ALONE = "makes a block. Put it alone on its line, with an empty line before and after."


@pytest.mark.parametrize(
    ("body", "report"),
    [
        ("Text [[= claim('C001') =]]", f"6 | claim {ALONE}"),
        ("[[= claim('C001') =]] text", f"6 | claim {ALONE}"),
        ("Text\n[[= claim('C001') =]]", f"7 | claim {ALONE}"),
        ("[[= claim('C001') =]]\nText", f"6 | claim {ALONE}"),
        ("- item\n\n    - [[= claim('C001') =]]", f"8 | claim {ALONE}"),
        ("| a |\n| - |\n| [[= level_ladder() =]] |", f"8 | level_ladder {ALONE}"),
        (
            "- item\n\n    [[= page_sources() =]]",
            "8 | page_sources makes headings. Start it in the first column.",
        ),
        (
            "!!! note\n\n    [[= mistake_cards(stage='offer') =]]",
            "8 | mistake_cards makes headings. Start it in the first column.",
        ),
    ],
)
def test_a_block_in_a_line_is_told(real_guide: Guide, body: str, report: str) -> None:
    assert told("block_macros_stand_alone", real_guide, page_of(body)) == [report]


def test_two_blocks_on_a_line_are_told(real_guide: Guide) -> None:
    body = "[[= grade_legend() =]] [[= grade_legend() =]]"
    assert len(told("block_macros_stand_alone", real_guide, page_of(body))) == 2


@pytest.mark.parametrize(
    "body",
    [
        "[[= claim('C001') =]]",
        "Text\n\n[[= claim('C001') =]]\n\nText with [[= verdict('C001') =]] inside.",
        "- item\n\n    [[= claim('C001') =]]\n\n- item",
    ],
)
def test_a_block_alone_is_left_in_peace(real_guide: Guide, body: str) -> None:
    assert told("block_macros_stand_alone", real_guide, page_of(body)) == []


@pytest.mark.parametrize(
    ("body", "reports"),
    [
        (
            "Text.",
            ["6 | the page must end with its sources. | try:  [[= page_sources() =]]"],
        ),
        (
            "[[= page_sources() =]]\n\nMore.",
            [
                "8 | the page must end with its sources. | try:  [[= page_sources() =]]",
                "6 | page_sources() stands once, as the last line of the page.",
            ],
        ),
        (
            "[[= page_sources() =]]\n\n[[= page_sources() =]]",
            ["6 | page_sources() stands once, as the last line of the page."],
        ),
    ],
)
def test_a_page_ends_with_its_sources(real_guide: Guide, body: str, reports: list[str]) -> None:
    assert told("pages_end_with_sources", real_guide, page_of(body)) == reports


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_sources_at_the_end_are_left_in_peace(real_guide: Guide, end: str) -> None:
    assert (
        told("pages_end_with_sources", real_guide, page_of(f"x\n\n[[= page_sources() =]]{end}"))
        == []
    )


HTML = "raw HTML is refused in pages. Use Markdown or a macro."
ATTRIBUTES = "an attribute list may hold classes and an anchor only: {.name #anchor}."
ADDRESS = "only web addresses and pages may be linked."


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("<script>alert(1)</script>", 6, HTML),
        ("Text <b>bold</b>", 6, HTML),
        ("Text\n\n</div>", 8, HTML),
        ("<!-- note -->", 6, HTML),
        ("<!--><script>alert(1)</script>-->", 6, HTML),
        ("<?php ?>", 6, HTML),
        ("<javascript:alert(1)>", 6, HTML),
        ("`\n\n<script>1</script>\n\n`", 8, HTML),
        ("`\n<script>1</script>\n`", 7, HTML),
        ("\\`<script>1</script>\\`", 6, HTML),
        ("```not a fence\n<script>1</script>\n```", 7, HTML),
        ("# Title { onclick=alert(1) }", 6, ATTRIBUTES),
        ("Text\n{: style=color:red }", 7, ATTRIBUTES),
        ("[x](javascript:alert(1))", 6, ADDRESS),
        ("[x]( JavaScript :alert(1))", 6, ADDRESS),
        ("[x][a]\n\n[a]: vbscript:1", 8, ADDRESS),
        ("![x](data:text/html,1)", 6, ADDRESS),
    ],
)  # fmt: skip
def test_raw_html_and_script_addresses_are_told(
    real_guide: Guide, body: str, line: int, message: str
) -> None:
    found = told("pages_hold_no_html", real_guide, page_of(body))
    assert any(report.startswith(f"{line} | ") and report.endswith(message) for report in found)


@pytest.mark.parametrize(
    "body",
    [
        "3 < 5 and a <3 for you; x > y",
        "<https://example.org/>",
        "`<script>` and\n\n```html\n<script>alert(1)</script>\n```",
        "# Title {#anchor .name}",
        "In the data: what we saw. JavaScript: a language.",
        "[[= figure('a', statistic='p75') =]]",
    ],
)
def test_plain_pages_are_left_in_peace(real_guide: Guide, body: str) -> None:
    assert told("pages_hold_no_html", real_guide, page_of(body)) == []


@pytest.mark.parametrize("figure", ["$350,000", "$ 5", "$1.2M", "350K", "274,000", "$274k"])
def test_a_typed_figure_is_told(real_guide: Guide, figure: str) -> None:
    (report,) = told("pages_type_no_figures", real_guide, page_of(f"Text\n\nPay is {figure} now."))
    assert report.startswith(f"8 | '{figure}")
    assert "is typed by hand. Put it into a data file and show it with a macro." in report
    assert 'try:  [[= figure("row-id") =]]' in report


@pytest.mark.parametrize(
    "body", ["Level 64 of 80, in 2026, C058", "`$350,000`", "[[= figure('a-350,000') =]]", "IC4"]
)
def test_other_numbers_are_left_in_peace(real_guide: Guide, body: str) -> None:
    assert told("pages_type_no_figures", real_guide, page_of(body)) == []


def test_the_pages_of_the_guide_keep_every_rule() -> None:
    from guide.checking import check_everything

    assert [str(problem) for problem in check_everything(PROJECT).problems] == []
