"""Whatever happens to a data file, it is reported with file and line, or becomes pages as they should be.

A few cases of each table in every run of the tests, always the same; `make fuzz` runs 10,000 new ones.
"""

from __future__ import annotations

import os

import pytest
from guide.rows.tables import TABLES, Table
from hypothesis import HealthCheck, Phase, event, given, settings

from tests.fuzz.judging import Judge
from tests.fuzz.mutating import mutated_files
from tests.guides import PROJECT

pytestmark = pytest.mark.long

CASES = int(os.environ.get("FUZZ_CASES", "0"))
EACH = settings(
    max_examples=-(-CASES // len(TABLES)) if CASES else 6,
    derandomize=not CASES,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
    # A few cases need no smaller example: their names tell them.
    phases=[Phase.generate, Phase.shrink] if CASES else [Phase.generate],
)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return Judge(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_good_file_is_shown_and_an_empty_one_is_reported(judge: Judge, table: Table) -> None:
    """Else a judge that finds fault with everything would look like one that finds none."""
    assert judge.judge(table, (PROJECT / "data" / table.file).read_bytes()) == "shown"
    assert judge.judge(table, b"") == "reported"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_mutated_file_is_reported_or_shown(judge: Judge, table: Table) -> None:
    text = (PROJECT / "data" / table.file).read_bytes()

    @EACH
    @given(content=mutated_files(table, text))
    def try_one(content: bytes) -> None:
        event(judge.judge(table, content))  # counted with --hypothesis-show-statistics

    try_one()
