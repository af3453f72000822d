"""Reading time counts what a reader sees, and a bad page does not stop the pages that mention it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from guide.pages.reading import read_pages
from guide.pages.repository import Repository
from guide.rows.loading import load_guide
from guide.rows.problems import UnknownName
from guide.view.context import Context
from guide.view.macros import MACROS
from guide.view.render import RenderedPages, Setting

from tests.guides import COMPONENTS, PROJECT, guide_of, page_of, row

LONG = "word " * 1000


def minutes(root: Path, body: str | bytes) -> int:
    """The reading time of a page with this body."""
    content = body if isinstance(body, bytes) else page_of(body).text.encode()
    (root / "docs").mkdir()
    (root / "docs/page.md").write_bytes(content)
    shutil.copytree(COMPONENTS, root / "overrides/components")
    (root / "mkdocs.yml").write_text("nav: [{A page: page.md}]\n")
    claims = [row("claims", claim=LONG)]
    sources = [row("sources", title=LONG)]
    reports = [row("loop-reports", note=LONG)]
    guide = guide_of(root, sources=sources, claims=claims, loop_reports=reports)
    return RenderedPages(replace(guide, root=root), read_pages(root), MACROS).minutes("page.md")


@pytest.mark.parametrize(
    ("words", "expected"), [(0, 1), (1, 1), (250, 1), (400, 2), (590, 3), (2000, 10)]
)
def test_two_hundred_words_are_a_minute(tmp_path: Path, words: int, expected: int) -> None:
    assert minutes(tmp_path, "word " * words) == expected


def test_what_macros_show_is_read_too(tmp_path: Path) -> None:
    assert minutes(tmp_path, "[[= claim_list(verdict='supported') =]]") == 5


def test_front_matter_sources_tags_and_code_are_not_read(tmp_path: Path) -> None:
    body = f"```\n{LONG}\n```\n\n[[= cite('a-source') =]]\n\n[[= page_sources() =]]\n"
    assert minutes(tmp_path, body) == 1


def test_folded_evidence_is_not_read(tmp_path: Path) -> None:
    body = "??? abstract \"All reports\"\n\n    [[= loop_reports(track='pm') =]]\n"
    assert minutes(tmp_path, body) == 1


@pytest.mark.parametrize(
    "body",
    [
        "[[= no_such_macro() =]]",
        "[[= verdict() =]]",
        "[[= verdict('C999') =]]",
        "[[= verdict(page=1) =]]",
        "[[= verdict(",
        "[[% include 'x' %]]",
        b"\xff\xfe",
    ],
)
def test_a_bad_page_has_no_reading_time_and_raises_nothing(
    tmp_path: Path, body: str | bytes
) -> None:
    """Its own rules tell what is wrong with it, and where."""
    assert minutes(tmp_path, body) == 1


def test_a_page_that_does_not_exist_is_reported(context: Context) -> None:
    with pytest.raises(UnknownName, match=r"unknown page 'indx\.md'.*Did you mean 'index\.md'"):
        context.minutes("indx.md")


def test_the_ways_into_the_repository_are_not_read() -> None:
    pages = read_pages(PROJECT)
    guide = load_guide(PROJECT)
    setting = Setting(Repository.of("https://example.org/guide", "edit/main/docs/"))
    with_ways = RenderedPages(guide, pages, MACROS, setting)
    without = RenderedPages(guide, with_ways, MACROS)
    paths = ["prepare/questions.md", "pay/by-level.md", "contribute/five-minutes.md"]
    assert [with_ways.minutes(path) for path in paths] == [without.minutes(path) for path in paths]


def _html(pages: RenderedPages, name: str) -> str:
    calls = (call for page in pages for call in pages.calls(page))
    return unescape(next(call.html for call in calls if call.call.name == name))


def test_pages_that_name_each_other_have_their_minutes() -> None:
    """The list of all pages is on one of them, and the paths of the start page lead to it."""
    guide = load_guide(PROJECT)
    pages = RenderedPages(guide, read_pages(PROJECT), MACROS)
    listing, start = (_html(pages, name) for name in ("reading_list", "reader_paths"))
    paths = [step.page for path in guide["reader-paths"].values() for step in path.steps]
    for path in paths:
        minutes = pages.minutes(path)
        assert f'data-mark="page/{path.removesuffix(".md")}"' in listing
        assert f"{minutes}\N{NO-BREAK SPACE}minute" in start


def test_a_page_is_rendered_once(tmp_path: Path) -> None:
    rendered: list[str] = []

    def noted(context: Context) -> str:
        rendered.append(context.links.here)
        return "words"

    page = page_of("[[= noted() =]]")
    pages = RenderedPages(guide_of(tmp_path), [page], {"noted": noted})
    for _ in range(2):
        assert [call.html for call in pages.calls(page)] == ["words"]
        pages.minutes("page.md")
    assert rendered == ["page.md"]
