"""Pages that break `pages_hold_no_html`, with what the writer reads, and pages that pass."""

from __future__ import annotations

import pytest
from guide.check.rules.pages import pages_hold_no_html
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import page_of

HTML = "raw HTML is not allowed in pages. Use Markdown or a macro."

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
    found = page_reports(pages_hold_no_html, real_guide, page_of(body))
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
def test_plain_pages_pass(real_guide: Guide, body: str) -> None:
    assert page_reports(pages_hold_no_html, real_guide, page_of(body)) == []


TABLE = "a table is made from rows: put them in data/ and show them with a macro."


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
    reports = page_reports(pages_hold_no_html, real_guide, page_of(body))
    assert reports[0].startswith(f"{line} | ") and reports[0].endswith(TABLE)


@pytest.mark.parametrize("body", ["a | b in a line", "---", "- item", "```\n| a |\n```", "--"])
def test_what_is_no_table_passes(real_guide: Guide, body: str) -> None:
    assert page_reports(pages_hold_no_html, real_guide, page_of(body)) == []


def test_the_marker_of_the_list_of_topics_passes(real_guide: Guide) -> None:
    assert page_reports(pages_hold_no_html, real_guide, page_of("<!-- material/tags -->")) == []
    assert page_reports(pages_hold_no_html, real_guide, page_of("<<!-- material/tags -->b>")) != []
