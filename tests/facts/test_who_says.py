"""A row says that Microsoft says something only if the company does: an employee or a copy is named as such."""

from __future__ import annotations

import re
from typing import Any

import pytest
from guide.rows.loading import load_guide

from tests.guides import PROJECT

GUIDE = load_guide(PROJECT)
COMPANY_SAYS = re.compile(
    r"(?<!at )(?<!by )(?<!from )(?<!quotes )\bMicrosoft "
    r"(?:says|said|tells|told|states|stated|writes|wrote|advises|advised)\b"
    r"|\bMicrosoft's own (?:account|page|post|text|words)\b"
)
WITH_SOURCES = [
    (name, row)
    for name in GUIDE.tables
    for row in GUIDE[name].values()
    if getattr(row, "sources", ()) and COMPANY_SAYS.search(str(row))
]


def test_some_rows_quote_the_company() -> None:
    assert len(WITH_SOURCES) > 3


@pytest.mark.parametrize(
    ("name", "row"), WITH_SOURCES, ids=lambda value: getattr(value, "id", value)
)
def test_who_quotes_the_company_cites_the_company(name: str, row: Any) -> None:
    grades = {GUIDE["sources"][source].grade for source in row.sources}
    assert "microsoft-says" in grades, f"{name}: say who it was"
