"""Rows that a change adds, changes or removes, table by table."""

from __future__ import annotations

from pathlib import Path

import pytest

from maintaining.compare.report import Comparison, summary
from maintaining.compare.rows import changed_tables
from tests.guides import row, write_tables
from tests.maintaining.compare.comparisons import changes_between


def test_new_removed_and_changed_rows_are_distinguished(tmp_path: Path) -> None:
    old = [row("glossary", id="kept"), row("glossary", id="gone"), row("glossary", id="same")]
    new = [
        row("glossary", id="same"),
        row("glossary", id="kept", term="T2"),
        row("glossary", id="new"),
    ]
    [table] = changes_between(tmp_path, {"glossary": old}, {"glossary": new})
    assert table.file == "data/glossary.yml"
    assert [(change.key, change.kind) for change in table.rows] == [
        *(("kept", "changed"), ("new", "added"), ("gone", "removed")),
    ]
    assert table.rows[0].cells == [("term", "Term", "T2")]


def test_a_change_of_order_alone_is_none(tmp_path: Path) -> None:
    rows = [row("glossary", id="a"), row("glossary", id="b")]
    assert changes_between(tmp_path, {"glossary": rows}, {"glossary": rows[::-1]}) == []


def test_a_list_of_texts_is_one_cell_and_a_list_of_groups_is_reported_by_place(
    tmp_path: Path,
) -> None:
    play = row("role-plays")
    turns = [dict(turn) for turn in play["turns"]]
    turns[1]["they_want"] = "Peace"
    changed = {**play, "good_path": ["Listen", "Ask"], "turns": turns}
    [table] = changes_between(tmp_path, {"role_plays": [play]}, {"role_plays": [changed]})
    assert table.rows[0].cells == [
        ("turns.2.they_want", "Time", "Peace"),
        ("good_path", "Ask", "Listen; Ask"),
    ]


def test_cells_of_a_table_of_numbers_are_compared_though_its_columns_changed(
    tmp_path: Path,
) -> None:
    write_tables(tmp_path / "base", compensation=[row("compensation")])
    write_tables(tmp_path / "head", compensation=[row("compensation", value=280000)])
    path = tmp_path / "base/data/compensation.csv"
    header, line = path.read_text().splitlines()
    path.write_text(f"{header},old_column\n{line},gone\n")
    [table] = changed_tables(tmp_path / "base", tmp_path / "head")
    assert table.rows[0].cells == [("value", "274000", "280000"), ("old_column", "gone", None)]


def test_a_key_given_twice_loses_no_row(tmp_path: Path) -> None:
    twice = [row("glossary", id="a"), row("glossary", id="a", term="Other")]
    [table] = changes_between(tmp_path, {"glossary": twice[:1]}, {"glossary": twice})
    assert [(change.key, change.kind) for change in table.rows] == [("a (2)", "added")]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"- [a", b"- id: &x a\n", b""])
def test_a_file_that_cannot_be_read_is_reported_with_its_problem(
    tmp_path: Path, content: bytes
) -> None:
    for side in ("base", "head"):
        write_tables(tmp_path / side, glossary=[row("glossary")])
    (tmp_path / "head/data/glossary.yml").write_bytes(content)
    [table] = changed_tables(tmp_path / "base", tmp_path / "head")
    assert table.problems
    assert "Not all of it could be read" in summary(Comparison([table], []))


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    for side in ("base", "head"):
        write_tables(tmp_path / side)
    (tmp_path / "secret").write_text("- id: secret\n  term: password\n")
    (tmp_path / "head/data/glossary.yml").unlink()
    (tmp_path / "head/data/glossary.yml").symlink_to(tmp_path / "secret")
    [table] = changed_tables(tmp_path / "base", tmp_path / "head")
    report = summary(Comparison([table], []))
    assert "symbolic link" in report
    assert "password" not in report
