"""No test is lost when tests move: each one of November 25, 2026 is still here, or a table says where it went.

tests-before.txt lists those of that day; moved-tests.csv has a row for each that is not under its old id any more, with
what became of it (moved, merged) and the id of a test that proves the same today.
"""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guides import PROJECT

pytestmark = pytest.mark.long

TESTS = PROJECT / "tests"
HISTORY = TESTS / "history"
PYTHON_ID = re.compile(r"^(tests/\S+\.py::\w+)", re.M)
NODE_TEST = re.compile(r"""^\s*(?:await )?(?:test|it)\(\s*(["'`])(.+?)\1""", re.M)


def faults(before: set[str], moved: dict[str, str], today: set[str]) -> list[str]:
    """Tests that are gone without a row, and rows that lead to no test of today or say nothing new."""
    lost = [f"{old} is gone and has no row" for old in before - today - moved.keys()]
    dangling = [
        f"{old} leads to {new}, which is no test" for old, new in moved.items() if new not in today
    ]
    needless = [f"{old} is still under its old id" for old in moved.keys() & today]
    unknown = [f"{old} was never a test" for old in moved.keys() - before]
    return sorted([*lost, *dangling, *needless, *unknown])


def read_moved(path: Path) -> dict[str, str]:
    """Where each test went that is not under its old id, without the parameters of single cases."""
    with path.open(encoding="utf-8", newline="") as file:
        return {_plain(row["old_id"]): _plain(row["new_id"]) for row in csv.DictReader(file)}


def _plain(test_id: str) -> str:
    """The id without its single case, which pytest writes in brackets and the tests in Node behind a colon."""
    file, _, name = test_id.partition("::")
    end = ": " if file.endswith(".js") else "["
    return f"{file}::{name.split(end, maxsplit=1)[0]}"


def collected_today() -> set[str]:
    """The ids of all tests: Python's as pytest collects them, Node's as file and name."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    scripts = {
        _plain(f"{path.relative_to(PROJECT).as_posix()}::{found[2]}")
        for path in TESTS.rglob("*.test.js")
        for found in NODE_TEST.finditer(path.read_text(encoding="utf-8"))
    }
    return set(PYTHON_ID.findall(done.stdout)) | scripts


def test_every_earlier_test_is_here_or_has_moved() -> None:
    before = set((HISTORY / "tests-before.txt").read_text(encoding="utf-8").split())
    found = faults(before, read_moved(HISTORY / "moved-tests.csv"), collected_today())
    assert not found, "\n".join([f"{len(found)} faults", *found])


@pytest.mark.parametrize(
    ("moved", "today", "fault"),
    [
        ({}, {"b"}, "a is gone and has no row"),
        ({"a": "c"}, {"b"}, "a leads to c, which is no test"),
        ({"a": "b"}, {"a", "b"}, "a is still under its old id"),
        ({"a": "b", "x": "b"}, {"b"}, "x was never a test"),
    ],
)
def test_a_fault_of_the_table_is_named(moved: dict[str, str], today: set[str], fault: str) -> None:
    assert faults({"a"}, moved, today) == [fault]


def test_a_complete_table_has_no_fault() -> None:
    assert faults({"a", "b"}, {"a": "c"}, {"b", "c"}) == []
