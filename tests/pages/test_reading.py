"""Pages are parsed when they change, and one with the same text is the page that was parsed before."""

from __future__ import annotations

from pathlib import Path

from guide.pages.reading import read_page


def test_a_page_that_did_not_change_is_parsed_once_and_an_edited_one_again(tmp_path: Path) -> None:
    file = tmp_path / "docs" / "page.md"
    file.parent.mkdir()
    file.write_text("One [[= cite('a') =]].", encoding="utf-8")
    before = read_page(tmp_path, "page.md")
    assert read_page(tmp_path, "page.md") is before
    file.write_text("One [[= cite('b') =]].", encoding="utf-8")
    after = read_page(tmp_path, "page.md")
    assert [call.args for page in (before, after) for call in page.calls] == [("a",), ("b",)]


def test_what_is_wrong_with_a_page_is_reported_each_time_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "docs" / "page.md"
    file.parent.mkdir()
    file.write_text("[[= 1 + 1 =]]", encoding="utf-8")
    for _ in range(2):
        (problem,) = read_page(tmp_path, "page.md").problems
        assert "is refused" in problem.message
