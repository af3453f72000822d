"""Pages that break `front_matter_is_known`, with what the writer reads, and pages that pass."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

import pytest
from guide.check.rules.pages import front_matter_is_known
from guide.pages.page import Page
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import DESCRIPTION


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
            ["2 | the front matter is not valid YAML. Quote text that contains ': ' or ' #'."],
        ),
        (
            f"title: A page\ndescription: {DESCRIPTION}\ntags: [pay",
            ["4 | the front matter is not valid YAML. Quote text that contains ': ' or ' #'."],
        ),
        (
            f"title: 2026-02-30\n{DESCRIBED}",
            ["1 | the front matter is not valid YAML. Quote text that contains ': ' or ' #'."],
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
def test_bad_front_matter_is_reported(real_guide: Guide, head: str, reports: list[str]) -> None:
    found = page_reports(front_matter_is_known, real_guide, front_matter(head))
    assert [" ".join(report.split()) for report in found] == [
        " ".join(report.split()) for report in reports
    ]


def test_a_page_without_front_matter_is_reported_with_what_it_needs(real_guide: Guide) -> None:
    # MkDocs would also read `key: value` lines at the top without the dashes.
    page = Page("page.md", "docs/page.md", "title: x\nrender_macros: false\n\n# Title\n")
    found = page_reports(front_matter_is_known, real_guide, page)
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
    found = page_reports(front_matter_is_known, real_guide, front_matter(head))
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
def test_good_front_matter_passes(real_guide: Guide, head: str) -> None:
    assert page_reports(front_matter_is_known, real_guide, front_matter(head)) == []
