"""Each rule about pages: pages that break it, with what the writer reads, and pages that keep it."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from guide.check import rules
from guide.pages.page import Page
from guide.rows.loading import Guide

from tests.guides import DESCRIPTION, PROJECT, guide_of, page_of, row

# The body of `page_of` starts on line 6.
GRAMMAR = "A page holds text and calls of our macros with constant arguments, nothing else."


def messages(rule: str, guide: Guide, page: Page) -> list[str]:
    """What a rule says about one page: line and message."""
    found = getattr(rules, rule).check(guide, [page])
    return [str(problem).replace("docs/page.md:", "").replace("\n    ", " | ") for problem in found]


def front_matter(text: str, body: str = "# Title\n") -> Page:
    return Page("page.md", "docs/page.md", f"---\n{text}\n---\n\n{body}")


DESCRIBED = f"description: {DESCRIPTION}\ntags: [pay, pm]"
GOOD_HEAD = f"title: A page\n{DESCRIBED}"
TOO_LONG = f"{'What this page says. ' * 7}Fourteen chars"


@pytest.mark.parametrize(
    ("head", "reports"),
    [
        (
            f"{GOOD_HEAD}\nrender_macros: false",
            [
                "5 | unknown front matter key 'render_macros'. Allowed: description, hide, tags, template, title."
            ],
        ),
        (
            f"{GOOD_HEAD}\ncite: shadowed\ntitel: x",
            [
                "5 | unknown front matter key 'cite'. Allowed: description, hide, tags, template, title. "
                "Did you mean 'title'?",
                "6 | unknown front matter key 'titel'. Allowed: description, hide, tags, template, title. "
                "Did you mean 'title'?",
            ],
        ),
        (
            "title: A page\ntags: [pay]",
            ["1 | the front matter needs a description. | try:  description: ..."],
        ),
        (
            f"title: '[[= cite(1) =]]'\n{DESCRIBED}",
            ["2 | the title holds '[['. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            f'title: "\\x5b\\x5b= x =]]"\n{DESCRIBED}',
            ["2 | the title holds '\\'. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            f"title: >-\n  A\n  [[= cite('a') =]]\n{DESCRIBED}",
            ["2 | the title holds '>'. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            f"title: A\n  [[= cite('a') =]]\n{DESCRIBED}",
            ["2 | the title holds '[['. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            f"title: A <script>\n{DESCRIBED}",
            ["2 | the title holds '<'. Write plain text: no macro, no HTML, no double quotes."],
        ),
        (
            "title: A page\ndescription: 'x\"><script>alert(1)</script>'\ntags: [pay]",
            [
                "3 | the description holds '\"'. Write plain text: no macro, no HTML, no double quotes."
            ],
        ),
        (
            f"{GOOD_HEAD}\ntemplate: main.html",
            ["5 | unknown template 'main.html'. Allowed: home.html. Did you mean 'home.html'?"],
        ),
        (
            f"title: A page\ndescription: {TOO_LONG}\ntags: [pay]",
            ["3 | the description has 161 characters; 50 to 160 are allowed."],
        ),
        (
            f"title: [[= cite('a') =]]\n{DESCRIBED}",
            [
                "2 | the title must be text. Put it in quotes.",
                "2 | the title holds '[['. Write plain text: no macro, no HTML, no double quotes.",
            ],
        ),
        (
            f"title: Pay: by level\n{DESCRIBED}",
            ["2 | the front matter is not valid YAML. Quote a text that holds ': ' or ' #'."],
        ),
        (
            f"title: A page\ndescription: {DESCRIPTION}\ntags: [pay",
            ["4 | the front matter is not valid YAML. Quote a text that holds ': ' or ' #'."],
        ),
        (
            f"title: 2026-02-30\n{DESCRIBED}",
            ["1 | the front matter is not valid YAML. Quote a text that holds ': ' or ' #'."],
        ),
        (
            f"title: 2026-11-20\n{DESCRIBED}",
            ["2 | the title must be text. Put it in quotes."],
        ),
        (
            "title: A page\ndescription: Too short\ntags: [pay]",
            ["3 | the description has 9 characters; 50 to 160 are allowed."],
        ),
        (
            f"title: {'A' * 71}\n{DESCRIBED}",
            ["2 | the title has 71 characters; 5 to 70 are allowed."],
        ),
        (
            f'title: "Pays"\n{DESCRIBED}',
            ["2 | the title has 4 characters; 5 to 70 are allowed."],
        ),
        (
            f"title: A page\ndescription: {DESCRIPTION}",
            [
                "1 | the front matter needs tags. Allowed: roles, loops, pay, prepare, mistakes, reference, contribute, pm, pmm. | try:  tags: [roles]"
            ],
        ),
        (
            f"title: A page\ntags: []\ndescription: {DESCRIPTION}",
            [
                "1 | the front matter needs tags. Allowed: roles, loops, pay, prepare, mistakes, reference, contribute, pm, pmm. | try:  tags: [roles]"
            ],
        ),
        (
            f"title: A page\ntags:\n  - pay\n  - pm\ndescription: {DESCRIPTION}",
            [
                "3 | the tags are on several lines. Write them on one, in brackets. | try:  tags: [pay, pm]"
            ],
        ),
        (
            f"title: A page\ntags: [pay, rolse, <b>]\ndescription: {DESCRIPTION}",
            [
                "3 | unknown tag 'rolse'. Allowed: contribute, loops, mistakes, pay, pm, pmm, prepare, reference, roles. Did you mean 'roles'?",
                "3 | unknown tag '<b>'. Allowed: contribute, loops, mistakes, pay, pm, pmm, prepare, reference, roles.",
            ],
        ),
    ],
)
def test_front_matter_is_known(real_guide: Guide, head: str, reports: list[str]) -> None:
    found = messages("front_matter_is_known", real_guide, front_matter(head))
    assert [" ".join(report.split()) for report in found] == [
        " ".join(report.split()) for report in reports
    ]


def test_a_page_without_front_matter_is_told_what_it_needs(real_guide: Guide) -> None:
    # MkDocs would also read `key: value` lines at the top without the dashes.
    page = Page("page.md", "docs/page.md", "title: x\nrender_macros: false\n\n# Title\n")
    found = messages("front_matter_is_known", real_guide, page)
    assert [report.split(" | ")[:2] for report in found] == [
        [
            "1",
            "the front matter needs tags. Allowed: roles, loops, pay, prepare, mistakes, reference, contribute, pm, pmm.",
        ],
        ["1", "the front matter needs a title."],
        ["1", "the front matter needs a description."],
    ]


@pytest.mark.parametrize("head", ["- title\n- description", "# a comment", "title", "~", ""])
def test_front_matter_that_is_no_mapping_lacks_its_title(real_guide: Guide, head: str) -> None:
    found = messages("front_matter_is_known", real_guide, front_matter(head))
    assert any(report.startswith("1 | the front matter needs a title.") for report in found)


@pytest.mark.parametrize(
    "head",
    [
        GOOD_HEAD,
        f"{GOOD_HEAD}\ntemplate: home.html\nhide:\n  - toc\n  - navigation",
        f'title: "Pay: by level"\ndescription: What it\'s worth & why, {DESCRIPTION}\ntags: [roles, pmm]',
        f"title: '{'A' * 70}'\ndescription: {TOO_LONG[:160]}\ntags: [mistakes]",
        f"title: Sizes\ndescription: {DESCRIPTION[:50]}\ntags: [loops]",
    ],
)
def test_good_front_matter_is_left_in_peace(real_guide: Guide, head: str) -> None:
    assert messages("front_matter_is_known", real_guide, front_matter(head)) == []


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
        ('source_list(grade="first")', "source_list: unknown grade 'first'. Allowed: employee-says, first-hand, microsoft-says, one-article-only, secondary. Did you mean 'first-hand'?"),
    ],
)  # fmt: skip
def test_a_call_with_wrong_arguments_is_reported(
    small_guide: Guide, call: str, report: str
) -> None:
    assert messages("macros_exist", small_guide, page_of(f"[[= {call} =]]")) == [f"6 | {report}"]


def test_a_misspelt_macro_is_told_the_near_name(small_guide: Guide) -> None:
    (report,) = messages("macros_exist", small_guide, page_of('\n\n[[= loop_stage(track="pm") =]]'))
    assert report.startswith("8 | unknown macro 'loop_stage'. Allowed: one of ")
    assert report.endswith(" known names. Did you mean 'loop_stages'?")


@pytest.mark.parametrize("macro", ["loop_comparison()", 'compensation_chart(track="pm")'])
def test_a_chart_without_rows_is_reported_and_not_a_crash(tmp_path: Path, macro: str) -> None:
    (report,) = messages("macros_exist", guide_of(tmp_path), page_of(f"[[= {macro} =]]"))
    name = macro.partition("(")[0]
    assert report.startswith(f"6 | {name}: ")
    assert "arg is an empty sequence" not in report and "iterable" not in report


def test_a_path_to_a_page_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    step = {"page": "pay/level.md", "name": "N", "gives": "a page"}
    guide = guide_of(tmp_path, reader_paths=[row("reader-paths", steps=[step])])
    page = page_of("[[= reader_paths() =]]", path="pay/levels.md")
    assert messages("macros_exist", guide, page) == []
    (report,) = messages("pages_exist", guide, page)
    assert report.startswith(
        "data/reader-paths.yml:1: a-path / steps | 'pay/level.md' is not a page "
    )
    assert report.endswith("Did you mean 'pay/levels.md'? | try:  pay/levels.md")


def test_good_calls_are_left_in_peace(small_guide: Guide) -> None:
    body = '[[= cite("a-source", "b-source") =]] [[= figure("pm-64-old", statistic="p75") =]]\n\n'
    body += '[[= claim_list(verdict="disputed") =]]\n\n[[= page_sources() =]]'
    assert messages("macros_exist", small_guide, page_of(body)) == []


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
def test_a_block_in_a_line_is_reported(real_guide: Guide, body: str, report: str) -> None:
    assert messages("block_macros_stand_alone", real_guide, page_of(body)) == [report]


def test_two_blocks_on_a_line_are_reported(real_guide: Guide) -> None:
    body = "[[= grade_legend() =]] [[= grade_legend() =]]"
    assert len(messages("block_macros_stand_alone", real_guide, page_of(body))) == 2


@pytest.mark.parametrize(
    "body",
    [
        "[[= claim('C001') =]]",
        "Text\n\n[[= claim('C001') =]]\n\nText with [[= verdict('C001') =]] inside.",
        "- item\n\n    [[= claim('C001') =]]\n\n- item",
    ],
)
def test_a_block_alone_is_left_in_peace(real_guide: Guide, body: str) -> None:
    assert messages("block_macros_stand_alone", real_guide, page_of(body)) == []


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
                "6 | page_sources() belongs on the last line of the page, and only there.",
            ],
        ),
        (
            "[[= page_sources() =]]\n\n[[= page_sources() =]]",
            ["6 | page_sources() belongs on the last line of the page, and only there."],
        ),
    ],
)
def test_a_page_ends_with_its_sources(real_guide: Guide, body: str, reports: list[str]) -> None:
    assert messages("pages_end_with_sources", real_guide, page_of(body)) == reports


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_sources_at_the_end_are_left_in_peace(real_guide: Guide, end: str) -> None:
    assert (
        messages("pages_end_with_sources", real_guide, page_of(f"x\n\n[[= page_sources() =]]{end}"))
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
def test_raw_html_and_script_addresses_are_reported(
    real_guide: Guide, body: str, line: int, message: str
) -> None:
    found = messages("pages_hold_no_html", real_guide, page_of(body))
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
    assert messages("pages_hold_no_html", real_guide, page_of(body)) == []


@pytest.mark.parametrize("figure", ["$350,000", "$ 5", "$1.2M", "350K", "274,000", "$274k"])
def test_a_typed_figure_is_reported(real_guide: Guide, figure: str) -> None:
    (report,) = messages(
        "pages_type_no_figures", real_guide, page_of(f"Text\n\nPay is {figure} now.")
    )
    assert report.startswith(f"8 | '{figure}")
    assert "' is typed by hand. Show it with a macro, from a data file." in report
    assert 'try:  [[= figure("row-id") =]]' in report


@pytest.mark.parametrize("share", ["15 %", "15%", "12.5 percent", "100 %"])
def test_a_typed_share_is_reported(real_guide: Guide, share: str) -> None:
    assert messages(
        "pages_type_no_figures", real_guide, page_of(f"Text\n\nA bonus of {share} is usual.")
    ) == [
        f"8 | '{share}' is typed by hand. Show it with a macro, from a data file. | try:  [[= figure(\"row-id\") =]]"
    ]


@pytest.mark.parametrize("level", ["level 64", "Level 64", "levels 63", "L65"])
def test_a_typed_level_is_reported(real_guide: Guide, level: str) -> None:
    assert messages(
        "pages_type_no_figures", real_guide, page_of(f"Text.\nAt {level}, and up.")
    ) == [
        f"7 | '{level}' is typed by hand. Show it with a macro, from a data file. | try:  [[= level(64) =]]"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "In 2026, C058, between 59 and 68",
        "`$350,000` and `Level 64`",
        "[[= figure('a-350,000') =]] and [[= level(64) =]]",
        "IC4 and L5",
        "## Level 64",
        "levels of 4 kinds, percent, the %",
    ],
)
def test_other_numbers_are_left_in_peace(real_guide: Guide, body: str) -> None:
    assert messages("pages_type_no_figures", real_guide, page_of(body)) == []


DEAD_END = (
    "the page is a dead end. Before its sources, name the next page and link to it."
    " | try:  Next: [Mistakes](mistakes.md)."
)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Text.\n\n[[= page_sources() =]]", 8),
        ("See [it](other.md).\n\nThe end.\n\n[[= page_sources() =]]", 10),
        ("[Outside](https://example.org/x).\n\n[[= page_sources() =]]", 8),
        ("[Here](#section).\n\n[[= page_sources() =]]", 8),
        ("[[= page_sources() =]]", 6),
    ],
)
def test_a_dead_end_is_reported(real_guide: Guide, body: str, line: int) -> None:
    assert messages("pages_lead_on", real_guide, page_of(body)) == [f"{line} | {DEAD_END}"]


@pytest.mark.parametrize(
    "link", ["[a](b.md)", "[a\nb](../c/b.md#part)", "Read [this](b.md), then\n[that](c.md)."]
)
def test_a_page_that_leads_on_is_left_in_peace(real_guide: Guide, link: str) -> None:
    body = f"Text.\n\n{link}\n\n[[= page_sources() =]]\n"
    assert messages("pages_lead_on", real_guide, page_of(body)) == []


@pytest.fixture
def spelt_guide(tmp_path: Path) -> Guide:
    terms = [
        row("glossary", term="go-to-market", not_written=["go to market", "GTM++"]),
        row("glossary", id="b", term="sign-on", not_written=["signing bonus"]),
        row("glossary", id="c", term="Other"),
    ]
    return guide_of(tmp_path, glossary=terms)


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("go to market", "go-to-market"),
        ("Go To Market", "go-to-market"),
        ("GTM++", "go-to-market"),
        ("signing bonus", "sign-on"),
        ("\u017figning bonus", "sign-on"),  # a letter that equals `s` when case is ignored
    ],
)
def test_another_spelling_of_a_term_is_reported(
    spelt_guide: Guide, written: str, term: str
) -> None:
    body = f"Text\n\nA ({written}) is here."
    assert messages("terms_have_one_spelling", spelt_guide, page_of(body)) == [
        f"8 | '{written}' is written '{term}' in this guide. | try:  {term}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The go-to-market plan and the sign-on",
        "`go to market`",
        "cargo to markets, assigning bonuses",
        "[[= term('b', text='signing bonus') =]]",
    ],
)
def test_the_spelling_of_the_guide_is_left_in_peace(spelt_guide: Guide, body: str) -> None:
    assert messages("terms_have_one_spelling", spelt_guide, page_of(body)) == []


def test_a_glossary_without_other_spellings_finds_nothing(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, glossary=[row("glossary")])
    assert messages("terms_have_one_spelling", guide, page_of("Any text")) == []


@pytest.mark.parametrize("other", ["other.md", "reference/claims.md"])
def test_a_claim_that_leads_to_no_page_on_its_topic_is_reported(tmp_path: Path, other: str) -> None:
    guide = guide_of(tmp_path, claims=[row("claims", page=other)])
    pages = [page_of("Text"), page_of("Text", path="reference/claims.md")]
    found = rules.claims_lead_to_their_page.check(guide, pages)
    assert [str(problem) for problem in found] == [
        f"data/claims.yml:1: C001 / page\n    '{other}' is not a page on a topic. Allowed: page.md."
    ]


def test_a_claim_that_leads_to_its_page_is_left_in_peace(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, claims=[row("claims"), row("claims", id="C002")])
    assert list(rules.claims_lead_to_their_page.check(guide, [page_of("Text")])) == []


NAMING_PAGES = (
    ("changes", "a-change", "page", "", "page"),
    ("checklist", "a-task", "page", "", "page"),
    ("faq", "a-question", "page", "", "page"),
    ("reader-questions", "a-place", "page", "", "page"),
    ("company-changes", "a-change", "pages", ["page.md", "pay/level.md"], "pages"),
    (
        "reader-paths",
        "a-path",
        "steps",
        [{"page": "pay/level.md", "name": "A", "gives": "b"}],
        "steps",
    ),
)


@pytest.mark.parametrize(("table", "key", "field", "value", "said"), NAMING_PAGES)
def test_a_page_that_a_row_names_in_vain_is_reported_at_the_row(
    tmp_path: Path, table: str, key: str, field: str, value: Any, said: str
) -> None:
    named = row(table, id=key, **{field: value or "pay/level.md"})
    guide = guide_of(tmp_path, **{table.replace("-", "_"): [named]})
    pages = [page_of("Text"), page_of("Text", path="pay/levels.md")]
    assert [str(problem) for problem in rules.pages_exist.check(guide, pages)] == [
        f"data/{table}.yml:1: {key} / {said}\n"
        "    'pay/level.md' is not a page below docs/. Allowed: page.md, pay/levels.md. Did you mean 'pay/levels.md'?\n"
        "    try:  pay/levels.md"
    ]
    assert (
        list(rules.pages_exist.check(guide, [*pages, page_of("Text", path="pay/level.md")])) == []
    )


def test_what_shows_a_row_that_names_a_page_in_vain_is_not_at_fault_too(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, sources=[row("sources")], faq=[row("faq", page="pay/level.md")])
    listing = page_of('[[= faq_list(topic="pay") =]]')
    assert messages("macros_exist", guide, listing) == []
    [found] = messages("macros_exist", guide, page_of('[[= moved_to("pay/level.md") =]]'))
    assert found.startswith("6 | moved_to: unknown page 'pay/level.md'.")


def case_messages(root: Path, body: str, facts: int = 4, **answer: Any) -> list[str]:
    """What the rule about cases says of one page, for a case with so many facts and an answer."""
    guide = guide_of(
        root,
        cases=[row("cases")],
        case_facts=[row("case-facts", id=f"fact-{n}") for n in range(facts)],
        case_numbers=[row("case-numbers")],
        case_answers=[row("case-answers", **answer)],
    )
    return [str(found) for found in rules.cases_hold_together.check(guide, [page_of(body)])]


CASE_CALL = 'x [[= case_file("a-case") =]]'


def test_a_case_that_its_page_does_not_show_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, 'x [[= case_file("another") =]]') == [
        "data/cases.yml:1: a-case / page\n"
        "    'page.md' does not show this case.\n"
        '    try:  [[= case_file("a-case") =]]'
    ]


def test_a_case_with_too_few_facts_to_hand_out_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, facts=3) == [
        "data/cases.yml:1: a-case / id\n    3 facts in case-facts.yml. Give at least 4."
    ]


def test_a_text_that_names_no_number_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, answer=["It costs {a-sum.prize}."]) == [
        "data/case-answers.yml:1: a-case-answer / answer\n"
        "    'a-sum' has no line 'prize'. Known: price."
    ]


def test_a_case_without_words_to_say_is_reported(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, case="another") == [
        "data/cases.yml:1: a-case / say\n"
        "    No model answer and no `say`, so a reader never hears how a good answer sounds.\n"
        '    try:  say: "Between $0.80 and $4 a deal, by one partner\'s count."'
    ]


def test_a_case_that_is_whole_is_left_in_peace(tmp_path: Path) -> None:
    assert case_messages(tmp_path, CASE_CALL, answer=["It costs {a-sum.price}."]) == []


def fact_messages(root: Path, body: str) -> list[str]:
    """What the rule about facts says of one page, for a fact, a sale and a change that name it."""
    tables = {name: [row(name)] for name in ("ai-facts", "selling-facts", "company-changes")}
    guide = guide_of(root, **{name.replace("-", "_"): rows for name, rows in tables.items()})
    return [
        str(found) for found in rules.facts_are_shown_on_their_page.check(guide, [page_of(body)])
    ]


def test_a_fact_that_its_page_does_not_tell_is_reported(tmp_path: Path) -> None:
    body = 'x [[= facts("a-sale") =]]\n\n[[= page_changes() =]]\n'
    assert fact_messages(tmp_path, body) == [
        "data/ai-facts.yml:1: a-test / page\n"
        "    'page.md' does not show this fact. Call it there, or name another page.\n"
        '    try:  [[= facts("a-test") =]]'
    ]


def test_a_change_that_its_page_does_not_tell_is_reported(tmp_path: Path) -> None:
    assert fact_messages(tmp_path, 'x [[= facts("a-sale", "a-test") =]]') == [
        "data/company-changes.yml:1: a-move / pages\n"
        "    'page.md' does not call page_changes(). Add the call there, or take the page out.\n"
        "    try:  [[= page_changes() =]]"
    ]


def test_facts_that_their_page_tells_pass(tmp_path: Path) -> None:
    body = '[[= facts("a-sale") =]] [[= facts("a-test") =]]\n\n[[= page_changes() =]]\n'
    assert fact_messages(tmp_path, body) == []


TABLE = "tables come from rows, by a macro."


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Text\n\n| a | b |\nmore", 8),
        ("| a |", 6),
        ("  | [[= level(64) =]] | x |", 6),
        ("a | b\n--- | ---\n1 | 2", 7),
        ("a | b\n:-- | --:\n1 | 2", 7),
    ],
)
def test_a_table_in_a_page_is_reported(real_guide: Guide, body: str, line: int) -> None:
    reports = messages("pages_hold_no_html", real_guide, page_of(body))
    assert reports[0].startswith(f"{line} | ") and reports[0].endswith(TABLE)


@pytest.mark.parametrize("body", ["a | b in a line", "---", "- item", "```\n| a |\n```", "--"])
def test_what_is_no_table_is_left_in_peace(real_guide: Guide, body: str) -> None:
    assert messages("pages_hold_no_html", real_guide, page_of(body)) == []


def test_the_mark_of_the_list_of_topics_is_the_one_comment_allowed(real_guide: Guide) -> None:
    assert messages("pages_hold_no_html", real_guide, page_of("<!-- material/tags -->")) == []
    assert messages("pages_hold_no_html", real_guide, page_of("<<!-- material/tags -->b>")) != []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("![x](https://example.org/a)", 6),
        ("Text\n\nand ![x](http://example.org/a.png) here", 8),
        ("![x](//example.org/a)", 6),
        ("![x](\\\\example.org/a)", 6),
        ("![x]( <HTTPS://example.org/a> )", 6),
        ("![a [b] c](https://example.org/a)", 6),
        ("![two\nlines](https://example.org/a)", 6),
        ("[![x](https://example.org/a)](page.md)", 6),
        ("![x](ftp://example.org/a)", 6),
        ("![The x][ref]\n\n[REF]: https://example.org/a", 6),
        ("![ref]\n\n[ref]: <//example.org/a>", 6),
        ("![ref][]\n\n[ref]:\n    https://example.org/a", 6),
        ("[a picture](https://example.org/a.png)", 6),
        ("[a picture](//example.org/a/b.JPEG?x=1 'Title')", 6),
        ("<https://example.org/a.webp>", 6),
        ("[x][a]\n\n[a]: https://example.org/a.svg", 8),
    ],
)
def test_a_picture_on_another_host_is_reported(real_guide: Guide, body: str, line: int) -> None:
    assert messages("pictures_are_on_this_site", real_guide, page_of(body)) == [
        f"{line} | a picture on another host is refused. Put it into docs/, beside the page."
    ]


@pytest.mark.parametrize(
    "body",
    [
        "![x](a.png) and ![x](../b/c.webp)",
        "![x][a]\n\n[a]: a.png",
        "[x](https://example.org/a) and <https://example.org/png>",
        "[x](https://example.org/a.pnganything), [x](https://example.org/a.png-list/)",
        "Wow! [x](https://example.org/) and wow![^1]\n\n[^1]: https://example.org/",
        "`![x](https://example.org/a.png)`",
    ],
)
def test_own_pictures_and_plain_links_are_left_in_peace(real_guide: Guide, body: str) -> None:
    assert messages("pictures_are_on_this_site", real_guide, page_of(body)) == []


KINDS = ("strategy", "execution", "metrics", "technical", "behavioral")
BANK = page_of(
    '[[= question_index(track="pm") =]]\n\n'
    + "\n\n".join(f'[[= question_list(track="pm", category="{kind}") =]]' for kind in KINDS)
)


def bank_of(folder: Path, judged: tuple[str, ...] = KINDS, **counts: int) -> Guide:
    """A guide with 18 questions of each kind, or as many as `counts` says."""
    kinds = [kind for kind in KINDS for _ in range(counts.get(kind, 18))]
    rows = [row("questions", id=f"PM{n:03}", category=kind) for n, kind in enumerate(kinds)]
    rubric = row("question-rubrics", categories=list(judged))
    return guide_of(folder, questions=rows, question_rubrics=[rubric])


def test_a_whole_bank_is_left_in_peace(tmp_path: Path) -> None:
    assert messages("question_banks_are_balanced", bank_of(tmp_path), BANK) == []


def test_a_page_that_promises_no_bank_is_left_in_peace(tmp_path: Path) -> None:
    page = page_of("Words.")
    assert messages("question_banks_are_balanced", bank_of(tmp_path, strategy=1), page) == []


@pytest.mark.parametrize(
    ("counts", "report"),
    [
        (
            {"metrics": 17},
            "the bank of 'pm' has 89 questions, both tracks included. Allowed: 90 or more. | "
            "try:  Add rows to data/questions.yml.",
        ),
        (
            {"metrics": 5, "execution": 22, "strategy": 22, "technical": 22, "behavioral": 22},
            "'metrics' (Metrics) has 5 for 'pm'. Allowed: 6 or more. | "
            "try:  Add rows of this category, or move these to another.",
        ),
        (
            {"strategy": 26},
            "'strategy' (Strategy) has 26 of 98 for 'pm'. Allowed: a quarter. | "
            "try:  Add rows of other categories.",
        ),
    ],
)
def test_a_bank_out_of_balance_is_reported(
    tmp_path: Path, counts: dict[str, int], report: str
) -> None:
    assert messages("question_banks_are_balanced", bank_of(tmp_path, **counts), BANK) == [
        f"6 | {report}"
    ]


def test_a_kind_of_question_without_a_rubric_is_reported(tmp_path: Path) -> None:
    guide = bank_of(tmp_path, judged=KINDS[1:])
    assert messages("question_banks_are_balanced", guide, BANK) == [
        "6 | no rubric of 'pm' judges 'strategy' (Strategy). | "
        "try:  Name it in the categories of a row of data/question-rubrics.yml."
    ]


def test_a_question_that_no_page_shows_is_reported(tmp_path: Path) -> None:
    page = page_of(BANK.text.split("\n", 5)[5].rsplit("[[=", 1)[0])
    found = messages("question_banks_are_balanced", bank_of(tmp_path), page)
    assert len(found) == 18
    assert "no page shows the questions of 'behavioral' for 'pm'." in found[0]
    assert '[[= question_list(track="pm", category="behavioral") =]]' in found[0]


def test_the_pages_of_the_guide_keep_every_rule() -> None:
    from guide.check.linter import check_everything

    assert [str(problem) for problem in check_everything(PROJECT).problems] == []


@pytest.fixture
def guide_of_two_years(tmp_path: Path) -> Guide:
    """A figure of 2026, one of 2017 to 2021, and a range of 2025."""
    return guide_of(
        tmp_path,
        sources=[row("sources")],
        compensation=[
            row("compensation", id="new"),
            row("compensation", id="newer", as_of="2026-07"),
        ],
        pay_aggregates=[row("pay-aggregates", id="old")],
        posted_ranges=[row("posted-ranges", id="posted", as_of="2025")],
    )


def brief(row_id: str) -> str:
    return f'[[= figure("{row_id}", brief=True) =]]'


@pytest.mark.parametrize(
    ("body", "report"),
    [
        (
            f"First.\n\nPMs earn {brief('new')} and marketers\n{brief('old')}.",
            "8 | compares figures of 2017/2021 and 2026 without saying so. Name the years in the sentence, or leave brief=True out.",
        ),
        (
            f"- In all {brief('new')}, posted {brief('posted')}.",
            "6 | compares figures of 2025 and 2026 without saying so. Name the years in the sentence, or leave brief=True out.",
        ),
    ],
)
def test_a_comparison_of_different_years_is_reported(
    guide_of_two_years: Guide, body: str, report: str
) -> None:
    assert messages("years_are_named", guide_of_two_years, page_of(body)) == [report]


@pytest.mark.parametrize(
    "body",
    [
        f"In 2026 {brief('new')}, in the reports of 2017 to 2021 {brief('old')}.",
        f"PMs earn {brief('new')}. Marketers earned {brief('old')}.",
        f"- PMs {brief('new')}\n- Marketers {brief('old')}",
        f"Both {brief('new')} and {brief('newer')}.",
        f'PMs earn {brief("new")}, marketers [[= figure("old") =]].',
        f"`{brief('new')} {brief('old')}`",
    ],
)
def test_years_that_are_named_or_equal_are_left_in_peace(
    guide_of_two_years: Guide, body: str
) -> None:
    assert messages("years_are_named", guide_of_two_years, page_of(body)) == []


UNCITED = " states a fact and has no source in its paragraph. | try:  Add cite(), or a macro that brings its source. If it needs none, say why in hooks/guide/check/uncited.yml."


@pytest.mark.parametrize(
    ("body", "line", "start"),
    [
        ("Microsoft publishes its levels.", 6, "Microsoft publishes its levels."),
        (
            "Plan well.\n\nMost interviewers ask about\none failure.",
            8,
            "Most interviewers ask about one failure.",
        ),
        ("- Ask.\n- The recruiter sends two names.", 7, "The recruiter sends two names."),
        ("Senior levels are 63 and 64.", 6, "Senior levels are 63 and 64."),
        (
            '[[= term("base", text="Base") =]] and bonus are yearly.',
            6,
            "Base and bonus are yearly.",
        ),
        ("A [loop](loop.md) has five rounds.", 6, "A loop has five rounds."),
        (
            'First [[= cite("a") =]].\n\nYour interviewers score each answer.',
            8,
            "Your interviewers score each answer.",
        ),
    ],
)
def test_a_fact_without_a_source_is_reported(
    real_guide: Guide, body: str, line: int, start: str
) -> None:
    assert messages("facts_are_cited", real_guide, page_of(body)) == [
        f"{line} | '{start}'{UNCITED}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        'Microsoft publishes its levels [[= cite("a") =]].',
        'Microsoft publishes its levels. They grew in 2025 [[= cite("a") =]].',
        "Ask your recruiter which levels are open.",
        "The recruiter may send two names.",
        "Does the loop have five rounds?",
        "If the interviewer asks twice, stop.",
        '"Microsoft is a place to learn."',
        "What Microsoft asks is not public.",
        "# Microsoft publishes its levels.",
        "Cats are yearly.",
        "`Microsoft publishes its levels.`",
    ],
)
def test_advice_questions_and_sourced_facts_are_left_in_peace(real_guide: Guide, body: str) -> None:
    assert messages("facts_are_cited", real_guide, page_of(body)) == []


def test_an_exception_that_nobody_needs_is_reported(
    real_guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = {"page.md": frozenset({"Microsoft sleeps.", "Microsoft is large."})}
    monkeypatch.setattr("guide.check.rules.pages.facts_are_cited.reviewed", lambda: listed)
    assert messages("facts_are_cited", real_guide, page_of("Microsoft is large.")) == [
        "1 | 'Microsoft sleeps.' is accepted in hooks/guide/check/uncited.yml, and this page does not hold it. Take it off that list."
    ]


def test_a_tool_that_is_not_on_its_page_is_reported(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, study_tools=[row("study-tools")])
    assert messages("tools_are_on_their_page", guide, page_of("Three.")) == [
        "data/study-tools.yml:1: a-tool / page | docs/page.md does not show this tool. Put the call there. | "
        'try:  [[= study_tool("a-tool") =]]'
    ]
    assert messages("tools_are_on_their_page", guide, page_of("Three.", path="pages.md")) == [
        "data/study-tools.yml:1: a-tool / page | 'page.md' is not a page below docs/. Write it, or name the page of the "
        "tool. | try:  page: pages.md"
    ]
    assert messages("tools_are_on_their_page", guide, page_of('[[= study_tool("a-tool") =]]')) == []


def test_an_answer_whose_page_does_not_show_how_sure_it_is_is_reported(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, sources=[row("sources")], answers=[row("answers")])
    assert messages("answers_show_how_sure_they_are", guide, page_of("Three.")) == [
        "data/answers.yml:1: an-answer / page | docs/page.md does not show how sure this is. Put the badge after the "
        'answer. | try:  [[= certainty("an-answer") =]]'
    ]
    shown = page_of('Three. [[= certainty("an-answer") =]]')
    assert messages("answers_show_how_sure_they_are", guide, shown) == []


def test_a_source_that_is_for_and_against_an_answer_is_reported(tmp_path: Path) -> None:
    both = row("answers", against=["a-source"])
    guide = guide_of(tmp_path, sources=[row("sources")], answers=[both])
    assert messages(
        "answers_show_how_sure_they_are", guide, page_of('[[= certainty("an-answer") =]]')
    ) == [
        "data/answers.yml:1: an-answer / against | 'a-source' is among the sources, too. A source says one or the other."
    ]
