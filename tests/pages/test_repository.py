"""Addresses in the repository come from the site's settings, so that a fork leads to itself."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from guide.pages.repository import Repository
from guide.view.components import address
from guide.view.context import Context

GITHUB = Repository.of("https://github.com/o/r/", "edit/trunk/docs/")


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "line"),
    [
        ("https://github.com/o/r", "edit/main/docs/", "https://github.com/o/r/blob/main/data/x.yml#L3"),
        ("https://github.com/o/r/", "edit/trunk/docs", "https://github.com/o/r/blob/trunk/data/x.yml#L3"),
        ("https://gitlab.com/o/r", "-/edit/main/docs/", "https://gitlab.com/o/r/-/blob/main/data/x.yml#L3"),
    ],
)  # fmt: skip
def test_a_line_of_a_file(repo_url: str, edit_uri: str, line: str) -> None:
    repository = Repository.of(repo_url, edit_uri)
    assert repository is not None
    assert repository.line("data/x.yml", 3) == line


@pytest.mark.parametrize("settings", [("", "edit/main/docs/"), (None, None), ("https://x.org", "")])
def test_a_site_without_a_repository_has_no_ways_into_it(settings: tuple[str, str]) -> None:
    assert Repository.of(*settings) is None


def test_a_form_is_filled_in_as_it_was_given() -> None:
    assert GITHUB is not None
    answers = {"title": "A & B: #1 ünd <i>", "page": "/pay/levels/"}
    query = parse_qs(urlsplit(GITHUB.form("page-problem.yml", **answers)).query)
    assert query == {"template": ["page-problem.yml"], **{k: [v] for k, v in answers.items()}}


def test_an_address_in_an_attribute_holds_no_mark_for_html_or_markdown() -> None:
    text = str(address('https://x.org/a_b*c[d](e)`"<>\\|{}?x=1&y=2#L3'))
    assert not set(text) & set('_*[]()`"<>\\|{}')
    assert text.startswith("https://x.org/a%5Fb")
    assert text.endswith("?x=1&amp;y=2#L3")


def test_without_a_repository_components_show_no_source_links(context: Context) -> None:
    row = context.guide["glossary"].all[0]
    assert context.source_links([row]) == ""
    assert context.page_links() == ""
