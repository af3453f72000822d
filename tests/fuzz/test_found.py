"""Every failing case that `make fuzz` has found, kept as small as it can be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from guide.rows.tables import TABLE_BY_NAME

from tests.fuzz.judging import Judge, rendered
from tests.guides import row, table_text

FOUND: dict[str, tuple[str, dict[str, Any]]] = {
    "a newline in a value wrote a line of the report": ("loops", {"basis": "a\n::error::b"}),
    "a newline in an id wrote a line of the report": ("glossary", {"id": "a\nb"}),
    "an empty line was reported as such": ("faq", {"answer": "\n"}),
    "a program's word for nothing was shown (translations)": ("translations", {"reply": "null"}),
    "a program's word for nothing was shown (role-plays)": ("role-plays", {"basis": "null"}),
    "a program's word for nothing was shown (questions)": (
        "questions-to-ask",
        {"listen_for": "null"},
    ),
}


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """One for all cases: it reads the guide and its pages once."""
    return Judge(tmp_path_factory.mktemp("found"))


@pytest.mark.parametrize("table", ["loops", "offer-facts", "unknowns", "role-aspects"])
def test_a_table_without_rows_is_reported(judge: Judge, table: str) -> None:
    """A component that counts on a first row ended in a traceback."""
    assert judge.judge(TABLE_BY_NAME[table], b"[]\n") == "reported"


def test_a_table_without_rows_has_no_empty_line_of_links(tmp_path: Path) -> None:
    judge = Judge(tmp_path)
    assert judge.judge(TABLE_BY_NAME["tracks"], b"[]\n") == "shown"
    judge.keep(TABLE_BY_NAME["tracks"], b"[]\n")
    (page,) = [page for page in judge.pages if page.path == "contribute/data-dictionary.md"]
    assert "tracks&#46;yml" in (html := "".join(rendered(judge.guide, page)))
    assert not re.search(r"<p[^>]*>\s*</p>", html)


@pytest.mark.parametrize("case", FOUND)
def test_a_case_that_once_failed_is_reported(judge: Judge, case: str) -> None:
    table, changes = FOUND[case]
    content = table_text(table, [row(table, **changes)]).encode()
    assert table_text(table, [row(table)]).encode() != content
    assert judge.judge(TABLE_BY_NAME[table], content) == "reported"
