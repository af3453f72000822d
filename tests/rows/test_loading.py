"""Data files become one guide with every problem gathered, and no input makes the loader fail otherwise."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from guide.check.linter import check_everything, checked_pages
from guide.rows.loading import load_guide
from guide.rows.problems import ProblemsFound, UnknownName, nearest, report
from guide.rows.readers.csv_rows import csv_rows
from guide.rows.readers.raw import RawRow
from guide.rows.tables import TABLES, Table
from pydantic import ValidationError

from tests.guides import PROJECT, guide_of, row, write_tables

LINKED = "is a symbolic link. Links are refused, because they can publish files from outside the project."


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in sorted(load_guide(root).problems)]


def test_rows_are_typed_by_their_models(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, sources=[row("sources")], levels=[row("levels", sources="a; b")])
    source, level = guide.sources["a-source"], guide["levels"]["64"]
    assert source.retrieved == dt.date(2026, 11, 20)
    assert (level.level, level.pmm_title, level.sources) == (64, None, ("a", "b"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_takes_its_sample_row(tmp_path: Path, table: Table) -> None:
    guide = guide_of(tmp_path, **{table.name.replace("-", "_"): [row(table.name)]})
    assert len(guide[table.name]) == 1


def test_a_file_that_did_not_change_is_read_once_and_an_edited_one_again(tmp_path: Path) -> None:
    before = guide_of(tmp_path, sources=[row("sources")], levels=[row("levels")])
    after = guide_of(tmp_path, sources=[row("sources", title="Edited")], levels=[row("levels")])
    assert after["levels"] is before["levels"]
    assert before.sources["a-source"].title != "Edited"
    assert after.sources["a-source"].title == "Edited"


def test_what_is_wrong_with_a_file_is_reported_each_time_it_is_read(tmp_path: Path) -> None:
    write_tables(tmp_path, levels=[row("levels", level="none")])
    first = problems(tmp_path)
    assert first
    assert problems(tmp_path) == first


def test_rows_are_frozen(tmp_path: Path) -> None:
    source = guide_of(tmp_path, sources=[row("sources")]).sources["a-source"]
    with pytest.raises(ValidationError, match="frozen"):
        source.title = "Other"


def test_the_traps_of_yaml_are_text_in_a_row(tmp_path: Path) -> None:
    write_tables(tmp_path)
    text = "- {id: a, term: no, track: pm, definition: 3.10}\n- {id: b, term: 12:30, track: pm, definition: on}\n"
    (tmp_path / "data/glossary.yml").write_text(text)
    terms = load_guide(tmp_path)["glossary"]
    assert [(term.term, term.definition) for term in terms.values()] == [
        ("no", "3.10"),
        ("12:30", "on"),
    ]


def test_an_unknown_key_names_the_near_one(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, sources=[row("sources")])
    with pytest.raises(UnknownName, match="Did you mean 'a-source'") as caught:
        guide.sources["a-sorce"]
    assert "data/sources.yml" in str(caught.value)
    assert guide.sources.get("a-sorce") is None
    assert "a-sorce" not in guide.sources
    with pytest.raises(UnknownName, match=r"unknown table 'source'.*Did you mean 'sources'"):
        guide["source"]


def test_a_missing_table_and_an_unknown_file_are_reported(tmp_path: Path) -> None:
    write_tables(tmp_path)
    (tmp_path / "data/claims.yml").rename(tmp_path / "data/claim.yml")
    messages = problems(tmp_path)
    assert messages[0] == (
        "data/claim.yml:1\n    is not a table of the guide. Did you mean 'claims.yml'? "
        "CONTRIBUTING.md says how to add one, under 'A data file'."
    )
    assert (
        messages[1] == "data/claims.yml:1\n    is missing. Every table of the guide has its file."
    )
    assert len(messages) == 2


def test_a_data_folder_that_is_a_link_is_one_problem(tmp_path: Path) -> None:
    write_tables(tmp_path / "elsewhere", sources=[row("sources")])
    root = tmp_path / "guide"
    (root / "docs").mkdir(parents=True)
    (root / "data").symlink_to(tmp_path / "elsewhere" / "data")
    checked = check_everything(root)
    assert [str(problem) for problem in checked.problems] == [f"data:1\n    {LINKED}"]
    assert len(checked.guide.sources) == 0


def test_a_docs_folder_that_is_a_link_is_one_problem(tmp_path: Path) -> None:
    write_tables(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/index.md").write_text("no page")
    (tmp_path / "docs").symlink_to(tmp_path / "elsewhere")
    checked = check_everything(tmp_path)
    assert [str(problem) for problem in checked.problems] == [f"docs:1\n    {LINKED}"]
    assert [page.path for page in checked.pages] == [""]


def test_a_folder_inside_docs_that_is_a_link_is_reported(tmp_path: Path) -> None:
    write_tables(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/pay").symlink_to(PROJECT / "docs/pay")
    assert [str(problem) for problem in check_everything(tmp_path).problems] == [
        f"docs/pay:1\n    {LINKED}"
    ]


def test_hidden_files_are_ignored(tmp_path: Path) -> None:
    write_tables(tmp_path)
    (tmp_path / "data/.claims.yml.swp").write_bytes(b"\xff")
    assert problems(tmp_path) == []


def test_a_folder_without_data_is_a_list_of_problems(tmp_path: Path) -> None:
    messages = problems(tmp_path)
    assert len(messages) == len(TABLES)
    assert all("is missing" in problem for problem in messages)


def test_problems_of_several_files_come_at_once(tmp_path: Path) -> None:
    write_tables(tmp_path)
    (tmp_path / "data/claims.yml").write_bytes(b"- id: C001\n  note: \xff\n")
    (tmp_path / "data/levels.csv").write_text("level\n64\n")
    (tmp_path / "data/loops.yml").unlink()
    (tmp_path / "data/tracks.yml").unlink()
    (tmp_path / "data/tracks.yml").symlink_to(PROJECT / "data/tracks.yml")
    with pytest.raises(ProblemsFound) as caught:
        checked_pages(tmp_path)
    lines = [line for line in str(caught.value).split("\n") if line[:1] != " "]
    assert lines == [
        "data/claims.yml:2",
        "data/levels.csv:1: header",
        "data/loops.yml:1",
        "data/tracks.yml:1",
        "4 problems; nothing was published.",
    ]


def test_a_good_row_beside_a_bad_one_is_loaded(tmp_path: Path) -> None:
    write_tables(
        tmp_path,
        glossary=[row("glossary"), row("glossary", id="b", track="xx"), row("glossary", id="c")],
    )
    guide = load_guide(tmp_path)
    assert list(guide["glossary"]) == ["a-term", "c"]
    assert [problem.line for problem in guide.problems] == [2]


@pytest.mark.parametrize(
    ("name", "near"), [("loop_stage", "loop_stages"), ("CITE", "cite"), ("zzz", None), ("", None)]
)
def test_nearest(name: str, near: str | None) -> None:
    assert nearest(name, ["loop_stages", "loop_reports", "cite"]) == near


def test_one_problem_is_not_called_problems(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    found = load_guide(tmp_path).problems
    assert report(found[:1]).endswith("\n1 problem; nothing was published.")


def test_csv_rows_and_raw_rows_agree_on_lines() -> None:
    rows, _ = csv_rows("id\na\n", "x.csv", ["id"])
    assert rows == [RawRow(2, {"id": "a"})]


def test_the_real_guide_loads_without_problems() -> None:
    checked = check_everything(PROJECT)
    assert [str(problem) for problem in checked.problems] == []
