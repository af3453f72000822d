"""Slow results of a build are found again by the next one, and old ones make room."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from guide.publish.cache import MAX_ENTRIES, cached

# The pages of the guide have 22 different sets of style sheets.
SHEETS = 60


def test_a_build_with_many_sheets_makes_each_once(tmp_path: Path) -> None:
    made: list[str] = []

    def build() -> list[str]:
        return [
            cached(tmp_path, f"key {number}", lambda: made.append("") or f"sheet {len(made)}")
            for number in range(SHEETS)
        ]

    assert build() == build()
    assert len(made) == SHEETS


def test_what_was_asked_longest_ago_makes_room(tmp_path: Path) -> None:
    for number in range(MAX_ENTRIES + 5):
        cached(tmp_path, f"{number}", lambda: "first")
        for path in tmp_path.iterdir():  # times of files may be coarse: those there are older
            os.utime(path, (path.stat().st_mtime - 1,) * 2)
    assert len(list(tmp_path.iterdir())) <= MAX_ENTRIES + 1
    assert cached(tmp_path, "0", lambda: "again") == "again"
    assert cached(tmp_path, f"{MAX_ENTRIES + 4}", lambda: "again") == "first"


def test_a_write_that_is_cut_off_leaves_nothing_that_a_build_beside_it_could_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(_: Path, __: Path) -> Path:
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fill_up)
        assert cached(tmp_path, "key", lambda: "whole") == "whole"
    assert list(tmp_path.iterdir()) == []
    assert cached(tmp_path, "key", lambda: "again") == "again"
