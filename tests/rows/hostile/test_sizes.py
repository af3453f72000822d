"""Files, lists and errors without number are refused, in time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from guide.check.rule_runner import MOST_OF_A_KIND
from guide.check.rules import questions_are_distinct
from guide.rows.loading import MOST_REFUSED
from guide.rows.readers.raw import MOST_ROWS
from guide.rows.tables import TABLE_BY_NAME

from tests.guides import guide_of, row, table_text, write_tables
from tests.rows.hostile.hostile_project import MANY, SECONDS, messages


def sparse(path: Path, size: int) -> None:
    """A file of this many bytes that takes no room."""
    with path.open("wb") as file:
        file.truncate(size)


@pytest.mark.parametrize(
    ("file", "most"),
    [
        ("data/claims.yml", "20,000,000"),
        ("data/levels.csv", "20,000,000"),
        ("docs/page.md", "300,000"),
        ("docs/picture.png", "1,000,000"),
    ],
)
def test_50_megabytes_are_refused_without_being_read(root: Path, file: str, most: str) -> None:
    sparse(root / file, 50_000_000)
    assert messages(root) == [
        f"{file}:1\n    has 50,000,000 bytes; at most {most} are allowed. "
        "Split it, or leave out what readers do not need."
    ]


@pytest.mark.long
@pytest.mark.parametrize("table", ["glossary", "pay-aggregates", "sources"])
def test_100_000_rows_are_refused_where_the_list_becomes_too_long(root: Path, table: str) -> None:
    rows = [row(table, id=f"row-{n}") for n in range(MANY)]
    file = TABLE_BY_NAME[table].file
    (root / "data" / file).write_text(table_text(table, rows), encoding="utf-8")
    line = MOST_ROWS + (2 if file.endswith(".csv") else 1)
    found = [text for text in messages(root) if f"has more than {MOST_ROWS:,} rows" in text]
    assert [text.split()[0].rstrip(":") for text in found] == [f"data/{file}:{line}"]


@pytest.mark.long
def test_rows_without_number_that_their_model_refuses_are_reported_in_time(root: Path) -> None:
    rows = [{"id": f"t-{n}", "term": "T", "track": "neither"} for n in range(MOST_ROWS)]
    (root / "data/glossary.yml").write_text(table_text("glossary", rows))
    found = messages(root)
    assert len(found) == 2 * MOST_REFUSED + 1
    assert f"{MOST_ROWS - MOST_REFUSED:,} more rows of this file have problems." in found[-1]


@pytest.mark.long
def test_references_without_number_that_lead_nowhere_are_reported_in_time(root: Path) -> None:
    sources = [row("sources", id=f"row-{n}") for n in range(500)]
    facts = [row("offer-facts", id=f"row-{n}", sources=[f"rwo-{n}"]) for n in range(20_000)]
    write_tables(root, sources=sources, offer_facts=facts)
    found = [text for text in messages(root) if "is not in data/sources.yml" in text]
    assert len(found) == MOST_OF_A_KIND
    assert "More problems of this kind are left out here." in found[-1]


def test_questions_in_nearly_the_same_words_are_compared_in_time(tmp_path: Path) -> None:
    words = ["market", "user", "price", "launch", "scale", "value", "risk", "team", "goal", "data"]
    texts = (
        " ".join([*words[: 5 + n % 3], *(f"{sign}{n}" for sign in "uvw")]) for n in range(3_000)
    )
    rows = [
        row("questions", id=f"Q{'ABC'[n // 1000]}{n % 1000:03}", question=text)
        for n, text in enumerate(texts)
    ]
    guide = guide_of(tmp_path, questions=rows)
    start = time.process_time()
    list(questions_are_distinct.check(guide, []))
    assert time.process_time() - start < SECONDS
