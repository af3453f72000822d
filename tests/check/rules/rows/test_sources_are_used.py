"""Rows that break `sources_are_used`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from guide.check.rules.rows import sources_are_used
from guide.rows.problems import Problem

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

SOURCE = row("sources")
SET_ASIDE = row("sources", set_aside="Thin")
ACCOUNT = {"says": "Ten percent", "sources": ["a-source"]}
BROKEN: dict[str, tuple[Tables, str]] = {
    "unused source": (
        {"sources": [SOURCE]},
        "data/sources.yml:1: a-source / id\n"
        "    'a-source' is used by no row and no page. Cite it, or say in set_aside why nothing rests on it.",
    ),
    "set aside but used": (
        {"sources": [SET_ASIDE], "questions": [row("questions")]},
        "data/sources.yml:1: a-source / set_aside\n"
        "    'a-source' is set aside, but data/questions.yml (PM001) rests on it. Remove one of the two.",
    ),
}
GOOD: dict[str, Tables] = {
    "used by a group": {
        "sources": [SOURCE, row("sources", id="b")],
        "offer_facts": [row("offer-facts", conflict=[ACCOUNT, {"says": "x", "sources": ["b"]}])],
    },
    "set aside": {"sources": [SET_ASIDE]},
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(sources_are_used, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(sources_are_used, guide_of(tmp_path, **tables)) == []


def test_no_source_is_called_unused_while_a_row_that_may_use_it_cannot_be_read(
    tmp_path: Path,
) -> None:
    unread = Problem("data/levels.csv", 1, "header", "", "the header must name the fields")
    guide = replace(guide_of(tmp_path, sources=[SOURCE]), problems=(unread,))
    assert reports(sources_are_used, guide) == []
