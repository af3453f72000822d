"""SECURITY.md says which test proves what; each of them must be there."""

from __future__ import annotations

import re

from tests.guides import PROJECT


def test_every_row_of_the_index_names_tests_that_exist() -> None:
    text = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .* \| .* \| (`tests/.*) \|$", text, re.M)
    named = [re.findall(r"`(tests/[^`]+)`", row) for row in rows]
    assert len(rows) > 15
    assert all(named)
    assert [path for row in named for path in row if not (PROJECT / path).is_file()] == []
