"""The check of the whole guide, as the builders ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.linter import checked_pages
from guide.rows.problems import ProblemsFound

from tests.guides import row, write_tables

BAD_ROW = "- id: bad-row\n  term: Bad\n  track: nonsense\n  definition: No such track.\n"


@pytest.fixture
def small_guide(tmp_path: Path) -> Path:
    """A folder with one row and no page. What is cached and what is not does not depend on how much is checked."""
    write_tables(tmp_path, glossary=[row("glossary")])
    (tmp_path / "docs").mkdir()
    return tmp_path


def test_a_checked_guide_is_remembered_until_a_file_changes(small_guide: Path) -> None:
    first = checked_pages(small_guide)
    assert checked_pages(small_guide) is first
    glossary = small_guide / "data" / "glossary.yml"
    good = glossary.read_text(encoding="utf-8")
    glossary.write_text(good.replace('"term": "', '"term": "A ', 1), encoding="utf-8")
    second = checked_pages(small_guide)
    assert second is not first
    assert next(iter(second.guide["glossary"].values())).term.startswith("A ")
    glossary.write_text(good + BAD_ROW, encoding="utf-8")
    for _ in range(2):  # a refusal is not forgotten either
        with pytest.raises(ProblemsFound, match="bad-row"):
            checked_pages(small_guide)
    glossary.write_text(good, encoding="utf-8")
    assert [*checked_pages(small_guide).guide["glossary"]] == [*first.guide["glossary"]]


def test_a_folder_that_is_gone_is_reported(small_guide: Path) -> None:
    (small_guide / "data").rename(small_guide / "facts")
    with pytest.raises(ProblemsFound, match="is missing"):
        checked_pages(small_guide)


def test_a_file_that_comes_or_goes_is_noticed(small_guide: Path) -> None:
    stranger = small_guide / "data" / "glossery.yml"
    first = checked_pages(small_guide)
    stranger.write_text("[]\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"glossery\.yml"):
        checked_pages(small_guide)
    stranger.unlink()
    assert [*checked_pages(small_guide).guide.tables] == [*first.guide.tables]
