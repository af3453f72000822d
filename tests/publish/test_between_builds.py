"""While serving, a step's files are made again when what they are made of has changed, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from guide.check.linter import Checked
from guide.pages.settings import SiteSettings
from guide.publish import between_builds
from guide.publish.between_builds import called_by
from guide.publish.site import Site
from guide.publish.site_files import HeldFiles, contents_of
from guide.rows.loading import Guide
from guide.view.render import RenderedPages

from tests.guides import guide_of, page_of, row


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    between_builds._made.clear()
    yield
    between_builds._made.clear()


class Builds:
    """Builds of one guide after the other by the same server, and how often a step had to make its files."""

    def __init__(self, folder: Path, *, is_preview: bool) -> None:
        self.folder, self.is_preview, self.made = folder, is_preview, 0

    def build(self, guide: Guide, *made_of: str) -> str:
        """What the step writes."""
        checked = Checked(guide, RenderedPages(guide, [], {}), ())
        site = Site(self.folder, checked, SiteSettings("Guide"), is_preview=self.is_preview)
        site.write_all(["file"], made_of, lambda: self._files(guide, made_of))
        return (self.folder / "file.txt").read_text(encoding="utf-8")

    def _files(self, guide: Guide, made_of: tuple[str, ...]) -> dict[str, str]:
        self.made += 1
        return {"file.txt": f"{list(guide.sources)} {made_of}"}


def test_files_are_made_again_when_rows_or_the_rest_change(tmp_path: Path) -> None:
    one = guide_of(tmp_path / "one", sources=[row("sources", id="a")])
    other = guide_of(tmp_path / "other", sources=[row("sources", id="b")])
    builds = Builds(tmp_path, is_preview=True)
    assert builds.build(one, "x") == builds.build(one, "x")
    assert builds.made == 1
    assert "['b']" in builds.build(other, "x")
    assert "'y'" in builds.build(other, "y")
    assert builds.made == 3


def test_a_published_site_holds_nothing_between_builds(tmp_path: Path) -> None:
    builds = Builds(tmp_path, is_preview=False)
    guide = guide_of(tmp_path / "guide", sources=[row("sources")])
    builds.build(guide)
    builds.build(guide)
    assert builds.made == 2


def test_a_rebuild_makes_files_once_one_of_them_is_asked_for(tmp_path: Path) -> None:
    guide, made = guide_of(tmp_path / "guide", sources=[row("sources")]), list[str]()

    def make() -> dict[str, str]:
        made.append("made")
        return {"words/0.json": "0", "words/1.json": "1"}

    held = HeldFiles(tmp_path / "site")
    checked = Checked(guide, RenderedPages(guide, [], {}), ())
    site = Site(held.folder, checked, SiteSettings("Guide"), is_preview=True, held=held)
    site.write_all(["core.json", "words/"], [], make)
    assert held.made_later("page/index.html") is None
    assert held.makes_later("words/9.json")
    assert not held.makes_later("page/index.html")
    assert not made
    assert [held.made_later(f"words/{n}.json") for n in range(3)] == [b"0", b"1", None]
    assert made == ["made"]
    assert contents_of(held) == {}


def test_what_steps_read_of_a_page_distinguishes_pages() -> None:
    page = page_of("[[= term('okr') =]]")
    same_calls = page_of("Other words. [[= term('okr') =]]")
    assert called_by([page]) == called_by([same_calls])
    others = [
        page_of("[[= term('kpi') =]]"),
        page_of("[[= verdict('okr') =]]"),
        page_of("[[= term('okr', text='x') =]]"),
        replace(page, text=page.text.replace("title: A page", "title: Another")),
        replace(page, path="elsewhere.md"),
    ]
    assert len({called_by([each]) for each in (page, *others)}) == len(others) + 1
