"""No test is lost when tests move: each one of November 25, 2026 is still here, or a table says where it went.

tests-before.txt lists those of that day; moved-tests.csv has a row for each that is not under its old id any more, with
what became of it (moved, merged, split) and the id of a test that proves the same today. One that was split has a row
for each test that proves a part of it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.guides import PROJECT

TESTS = PROJECT / "tests"
HISTORY = TESTS / "history"
# The id of a test on that day, and one that proves the same today.
Moves = set[tuple[str, str]]
NAME_OF = {
    ".py": re.compile(r"^def (?P<name>test_\w+)\(", re.M),
    ".js": re.compile(r"""^\s*(?:await )?(?:test|it)\(\s*(["'`])(?P<name>.+?)\1""", re.M),
}


def faults(before: set[str], moved: Moves, today: set[str]) -> list[str]:
    """Tests that are gone without a row, and rows that lead to no test of today or say nothing new."""
    listed = {old for old, _ in moved}
    lost = [f"{old} is gone and has no row" for old in before - today - listed]
    dangling = [f"{old} leads to {new}, which is no test" for old, new in moved if new not in today]
    needless = [f"{old} is still under its old id" for old in listed & today]
    unknown = [f"{old} was never a test" for old in listed - before]
    return sorted([*lost, *dangling, *needless, *unknown])


def read_moved(path: Path) -> Moves:
    """Where each test went that is not under its old id, without the parameters of single cases."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(_plain(row["old_id"]), _plain(row["new_id"])) for row in csv.DictReader(file)}


def _plain(test_id: str) -> str:
    """The id without its single case, which pytest writes in brackets and the tests in Node behind a colon."""
    file, _, name = test_id.partition("::")
    end = ": " if file.endswith(".js") else "["
    return f"{file}::{name.split(end, maxsplit=1)[0]}"


def ids_of_today() -> set[str]:
    """The ids of all tests: file and name, without the parameters of single cases."""
    files = [*TESTS.rglob("test_*.py"), *TESTS.rglob("*.test.js")]
    return {
        _plain(f"{path.relative_to(PROJECT).as_posix()}::{found['name']}")
        for path in files
        for found in NAME_OF[path.suffix].finditer(path.read_text(encoding="utf-8"))
    }


def test_every_earlier_test_is_here_or_has_moved() -> None:
    before = set((HISTORY / "tests-before.txt").read_text(encoding="utf-8").split())
    found = faults(before, read_moved(HISTORY / "moved-tests.csv"), ids_of_today())
    assert not found, "\n".join([f"{len(found)} faults", *found])


@pytest.mark.parametrize(
    ("moved", "today", "fault"),
    [
        (set(), {"b"}, "a is gone and has no row"),
        ({("a", "c")}, {"b"}, "a leads to c, which is no test"),
        ({("a", "b"), ("a", "c")}, {"b"}, "a leads to c, which is no test"),
        ({("a", "b")}, {"a", "b"}, "a is still under its old id"),
        ({("a", "b"), ("x", "b")}, {"b"}, "x was never a test"),
    ],
)
def test_a_fault_of_the_table_is_named(moved: Moves, today: set[str], fault: str) -> None:
    assert faults({"a"}, moved, today) == [fault]


def test_a_complete_table_has_no_fault() -> None:
    assert faults({"a", "b"}, {("a", "c"), ("a", "d")}, {"b", "c", "d"}) == []
