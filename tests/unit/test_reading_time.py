"""Reading time counts what a reader sees, and a bad page does not stop the pages that mention it."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.facts.freshness import data_date
from guide.pages.links import Links
from guide.rows.problems import UnknownName
from guide.view.components import Components
from guide.view.context import Context
from guide.view.macros import MACROS
from guide.view.reading_time import reading_minutes

from tests.guides import COMPONENTS, guide_of, page_of, row

LONG = "word " * 1000


def minutes(root: Path, body: str | bytes) -> int:
    """The reading time of a page with this body."""
    content = body if isinstance(body, bytes) else page_of(body).text.encode()
    (root / "docs").mkdir()
    (root / "docs/page.md").write_bytes(content)
    (root / "mkdocs.yml").write_text("nav: [Page: page.md]\n", encoding="utf-8")
    claims = [row("claims", claim=LONG)]
    guide = guide_of(root, sources=[row("sources", title=LONG)], claims=claims)
    links = Links(root / "docs", "index.md")
    context = Context(guide, Components(COMPONENTS), links, data_date(guide), macros=MACROS)
    found = reading_minutes(context, "page.md")
    assert context.cited == {}
    return found


@pytest.mark.parametrize(
    ("words", "expected"), [(0, 1), (1, 1), (250, 1), (400, 2), (590, 3), (2000, 10)]
)
def test_two_hundred_words_are_a_minute(tmp_path: Path, words: int, expected: int) -> None:
    assert minutes(tmp_path, "word " * words) == expected


def test_what_macros_show_is_read_too(tmp_path: Path) -> None:
    assert minutes(tmp_path, "[[= claim('C001') =]]") == 5


def test_front_matter_sources_tags_and_code_are_not_read(tmp_path: Path) -> None:
    body = f"```\n{LONG}\n```\n\n[[= cite('a-source') =]]\n\n[[= page_sources() =]]\n"
    assert minutes(tmp_path, body) == 1


@pytest.mark.parametrize(
    "body",
    [
        "[[= no_such_macro() =]]",
        "[[= claim() =]]",
        "[[= claim('C999') =]]",
        "[[= claim(page=1) =]]",
        "[[= claim(",
        "[[% include 'x' %]]",
        b"\xff\xfe",
    ],
)
def test_a_bad_page_has_no_reading_time_and_raises_nothing(
    tmp_path: Path, body: str | bytes
) -> None:
    """Its own rules tell what is wrong with it, and where."""
    assert minutes(tmp_path, body) == 1


def test_a_page_that_does_not_exist_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Start\n")
    guide = guide_of(tmp_path)
    context = Context(
        guide, Components(COMPONENTS), Links(tmp_path / "docs", "index.md"), data_date(guide)
    )
    with pytest.raises(UnknownName, match=r"unknown page 'indx\.md'.*Did you mean 'index\.md'"):
        reading_minutes(context, "indx.md")
