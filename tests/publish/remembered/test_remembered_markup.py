"""The content of a page is repaired once for each text of it and each mark in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guide.publish.memory import Memory
from guide.publish.steps.pages.markup import _repaired


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
