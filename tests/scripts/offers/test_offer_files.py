"""The files of the calculator: for a spreadsheet, and to read."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from tests.scripts.conftest import Call
from tests.scripts.offers.offer_lists import PM_64, Lists
from tests.scripts.offers.test_offer_sums import PROPERTY


def test_the_file_for_a_spreadsheet_holds_the_sums_as_numbers(call: Call, lists: Lists) -> None:
    entries = [{"id": "offer-1", "offer": {**PM_64, "name": 'A, "quoted"\nname'}}]
    text = call("offer-calculator/export.js", "asCsv", entries, lists)
    assert text.startswith("\ufeff"), "Excel needs the mark to read the text as UTF-8"
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["offer", "part", "year 1", "year 2", "year 3", "year 4", "year 5"]
    assert {row[0] for row in rows[1:]} == {'A, "quoted"\nname'}
    together = ["Together", "296000", "304000", "286000", "294000", "262000"]
    assert rows[-1][1:] == together
    assert text.endswith("\r\n")


@PROPERTY
@given(name=st.text(min_size=1, max_size=30))
def test_no_name_becomes_a_formula_or_breaks_the_file(call: Call, lists: Lists, name: str) -> None:
    cell = call("offer-calculator/export.js", "csvCell", name)
    [[read]] = csv.reader(io.StringIO(cell + "\r\n", newline="")) if cell else [[""]]
    assert read.removeprefix("'") == name.removeprefix("'")
    assert read[0] not in "=+-@\t\r\n"
    assert not read.lstrip().startswith(("=", "+", "-", "@"))


def test_the_file_to_read_holds_sums_assumptions_evidence_and_what_is_unknown(
    call: Call, lists: Lists
) -> None:
    entries = [
        {"id": "offer-1", "offer": {**PM_64, "name": "A | <b>bold</b> [x](y)"}},
        {"id": "offer-2", "offer": {"employer": "other", "base": 1000, "name": ""}},
    ]
    text = call("offer-calculator/export.js", "asMarkdown", entries, lists, "2026-11-25")
    for part in (
        "Made on 2026-11-25. Before tax",
        r"## A \| \<b\>bold\</b\> \[x\]\(y\)",
        "| Together | $296,000 | $304,000 | $286,000 | $294,000 | $262,000 |",
        "### What it rests on",
        "### Against the evidence",
        "### Not known",
        "## Offer 2",
        "## Side by side",
    ):
        assert part in text
