"""Rows that break `transcripts_differ_in_level`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from guide.check.rules.rows import transcripts_differ_in_level

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row


def changed_transcripts(**fields: Any) -> dict[str, Any]:
    """The transcripts of the test guides with the first candidate changed."""
    rows = copy.deepcopy(row("transcripts"))
    rows["candidates"][0].update(fields)
    return rows


MARK = {"quote": "I stopped it", "note": "Acts"}
BROKEN: dict[str, tuple[Tables, str]] = {
    "transcripts of two candidates at one level": (
        {"transcripts": [changed_transcripts(level="61")]},
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    The levels are 61, 61, 65. Give one candidate each for 61, 63 and 65.",
    ),
    "transcripts with a quote that no one said": (
        {"transcripts": [changed_transcripts(notes=[{"quote": "I go", "note": "x"}, MARK])]},
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    Level 63: 'I go' is not what the candidate says.",
    ),
    "transcripts of which one is far longer": (
        {
            "transcripts": [
                changed_transcripts(
                    exchanges=[{"asks": "Why?", "says": "I stopped it. It was late. We lost."}] * 2
                )
            ]
        },
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    One answer is far longer than another (words: 61 6, 63 16, 65 6). Even them out.",
    ),
    "transcripts with different questions": (
        {
            "transcripts": [
                changed_transcripts(exchanges=[{"asks": "How?", "says": "I stopped it."}] * 2)
            ]
        },
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    The three are asked different questions. Ask all three the same, so that their answers can be compared.",
    ),
}
GOOD: dict[str, Tables] = {
    "three candidates at three levels": {"transcripts": [row("transcripts")]},
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(transcripts_differ_in_level, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(transcripts_differ_in_level, guide_of(tmp_path, **tables)) == []
