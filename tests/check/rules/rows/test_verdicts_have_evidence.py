"""Rows that break `verdicts_have_evidence`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import verdicts_have_evidence

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "verdict without evidence": (
        {"claims": [row("claims", evidence=[], verdict="contradicted")]},
        "data/claims.yml:1: C001 / verdict\n"
        "    'contradicted' needs at least one source in evidence, or the verdict is unverifiable.\n"
        "    try:  verdict: unverifiable",
    ),
}
GOOD: dict[str, Tables] = {
    "no evidence, unverifiable": {"claims": [row("claims", evidence=[], verdict="unverifiable")]},
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(verdicts_have_evidence, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(verdicts_have_evidence, guide_of(tmp_path, **tables)) == []
