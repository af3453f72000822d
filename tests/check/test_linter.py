"""The check of the whole guide, as the builders ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.linter import checked_guide
from guide.rows.problems import ProblemsFound

BAD_ROW = "- id: bad-row\n  term: Bad\n  track: nonsense\n  definition: No such track.\n"


def test_a_checked_guide_is_kept_until_a_file_changes(project_copy: Path) -> None:
    first = checked_guide(project_copy)
    assert checked_guide(project_copy) is first
    glossary = project_copy / "data" / "glossary.yml"
    good = glossary.read_text(encoding="utf-8")
    glossary.write_text(good.replace("  term: ", "  term: A ", 1), encoding="utf-8")
    second = checked_guide(project_copy)
    assert second is not first
    assert next(iter(second["glossary"].values())).term.startswith("A ")
    glossary.write_text(good + BAD_ROW, encoding="utf-8")
    for _ in range(2):  # a refusal is not forgotten either
        with pytest.raises(ProblemsFound, match="bad-row"):
            checked_guide(project_copy)
    glossary.write_text(good, encoding="utf-8")
    assert [*checked_guide(project_copy)["glossary"]] == [*first["glossary"]]


def test_a_folder_that_is_gone_is_reported(project_copy: Path) -> None:
    (project_copy / "data").rename(project_copy / "facts")
    with pytest.raises(ProblemsFound, match="is missing"):
        checked_guide(project_copy)


def test_a_file_that_comes_or_goes_is_noticed(project_copy: Path) -> None:
    stranger = project_copy / "data" / "glossery.yml"
    first = checked_guide(project_copy)
    stranger.write_text("[]\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"glossery\.yml"):
        checked_guide(project_copy)
    stranger.unlink()
    assert [*checked_guide(project_copy).tables] == [*first.tables]
