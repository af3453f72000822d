"""The content of a page is repaired once for each text of it and each mark in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from guide.check.linter import Checked
from guide.pages.settings import SiteSettings
from guide.publish import between_builds
from guide.publish.memory import Memory
from guide.publish.site import ARTICLE, Site
from guide.publish.steps.pages import markup
from guide.publish.steps.pages.markup import _repaired, check_markup
from guide.rows.recalling import uncached
from guide.view.macros import MACROS
from guide.view.render import RenderedPages

from tests.guides import guide_of, page_of, row


def cite(number: int) -> str:
    return f'<a class="cite grade-1" href="#source-{number}">[{number}]</a>'


PAGE = f"<p>Paid {cite(1)}, reviewed {cite(2)} and promoted {cite(3)}.</p>"


def built(file: Path, title: str, html: str = PAGE) -> tuple[str, int]:
    """What a build makes of the page, and how many bytes it has learned."""
    before = len(file.read_bytes()) if file.exists() else 0
    memory = Memory(file, "1")

    def mark_of(numbers: Sequence[int]) -> str:
        return f'<a class="cite" href="#sources" title="{title}">{[*numbers]}</a>'

    repaired = _repaired(html, mark_of, lambda place, numbers, count: "", memory.recall)
    memory.save()
    return repaired, len(file.read_bytes()) - before


def test_the_next_build_takes_the_repaired_page(tmp_path: Path) -> None:
    first, learned = built(tmp_path / "memory", "Three sources")
    assert first.count("</a>") == 1
    assert 'title="Three sources">[1, 2, 3]</a>' in first
    assert learned > 0
    assert built(tmp_path / "memory", "Three sources") == (first, 0)


def test_an_edited_source_reaches_a_page_whose_text_is_the_same(tmp_path: Path) -> None:
    built(tmp_path / "memory", "Three sources")
    repaired, learned = built(tmp_path / "memory", "Renamed")
    assert 'title="Renamed"' in repaired
    assert "Three sources" not in repaired
    assert learned > 0


def test_an_edited_page_is_repaired_again(tmp_path: Path) -> None:
    built(tmp_path / "memory", "Three sources")
    repaired, _ = built(tmp_path / "memory", "Three sources", PAGE.replace("Paid", "Hired"))
    assert repaired.startswith("<p>Hired")


class Server:
    """A server's rebuilds of one page, which cites three sources; a fourth is on no page."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.looked_at = folder, 0
        monkeypatch.setattr(between_builds, "_made", {})
        monkeypatch.setattr(Site, "memory", SimpleNamespace(recall=uncached))
        checked = markup._checked
        monkeypatch.setattr(markup, "_checked", lambda *given: self._counted(checked, *given))

    def _counted(self, checked: Callable[..., Any], *given: Any) -> Any:
        self.looked_at += 1
        return checked(*given)

    def rebuild(self, **grades: str) -> str:
        """The page as readers get it. Sources are secondary but for those that are given."""
        rows = [row("sources", id=key, grade=grades.get(key, "secondary")) for key in "abcd"]
        guide = guide_of(self.folder / "guide", sources=rows)
        calls = " ".join(f"[[= cite('{key}') =]]" for key in "abc")
        pages = RenderedPages(guide, [page_of(calls)], MACROS)
        written = self.folder / "site/page/index.html"
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(f"<main>{ARTICLE}{PAGE}</article></main>", encoding="utf-8")
        checked = Checked(guide, pages, ())
        site = Site(written.parents[1], checked, SiteSettings("Guide"), is_preview=True)
        check_markup(site)
        return site.html["page/index.html"]


def test_a_server_repairs_a_page_again_only_if_a_row_that_its_marks_show_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(tmp_path, monkeypatch)
    assert "3 sources, secondary" in server.rebuild()
    assert "3 sources, secondary" in server.rebuild(d="first-hand")
    assert server.looked_at == 1
    assert "3 sources, first hand, secondary" in server.rebuild(b="first-hand")
    assert "3 sources, first hand, secondary" in server.rebuild(b="first-hand", d="first-hand")
    assert server.looked_at == 2
    assert "3 sources, secondary" in server.rebuild()
    assert server.looked_at == 3
