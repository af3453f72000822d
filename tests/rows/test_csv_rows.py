"""CSV is strict: the model's header, full rows, LF, closed quotes."""

from __future__ import annotations

import pytest
from guide.rows.readers.csv_rows import csv_rows

FIELDS = ["id", "level", "note"]


def refusal(text: str) -> str:
    _, problems = csv_rows(text, "data/x.csv", FIELDS)
    return "\n".join(str(problem) for problem in problems)


def test_cells_are_text_and_empty_ones_are_nothing() -> None:
    rows, problems = csv_rows('id,level,note\na,064,\nb,no,"x, ""y"""\n', "data/x.csv", FIELDS)
    assert not problems
    assert [row.values for row in rows] == [
        {"id": "a", "level": "064", "note": None},
        {"id": "b", "level": "no", "note": 'x, "y"'},
    ]


def test_a_quoted_line_end_keeps_the_line_on_which_its_row_starts() -> None:
    text = 'id,level,note\na,1,"one\ntwo\nthree"\nb,2,x\n'
    rows, _ = csv_rows(text, "data/x.csv", FIELDS)
    assert [(row.line, row.values["id"]) for row in rows] == [(2, "a"), (5, "b")]
    assert rows[0].values["note"] == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("header", "fault"),
    [
        ("level,id,note", "it has 'level,id,note'"),
        ("id,level", "it lacks 'note'"),
        ("id,level,note,more", "it has an unknown 'more'"),
        ("Id,level", "it lacks 'id', 'note'; it has an unknown 'Id'"),
        ("id,level,note,note", "it repeats 'note'"),
        ("id;level;note", "it is one cell; separate cells with commas"),
        ("", "it is empty"),
    ],
)
def test_another_header_is_refused_with_what_differs_and_the_right_one(
    header: str, fault: str
) -> None:
    assert refusal(f"{header}\na,1,x\n") == (
        "data/x.csv:1: header\n"
        f"    the header must name the fields in this order: {fault}.\n"
        "    try:  id,level,note"
    )


def test_an_empty_file_lacks_its_header() -> None:
    assert refusal("").endswith("in this order: it is empty.\n    try:  id,level,note")


def test_a_row_with_too_few_cells_is_refused_with_a_row_to_fill_in() -> None:
    assert refusal('id,level,note\n"a, b",1\nc,2,x\n') == (
        "data/x.csv:2: a, b\n"
        "    has 2 cells; the header has 3. Quote a cell that holds a comma.\n"
        '    try:  "a, b",1,...'
    )


def test_a_row_with_too_many_cells_is_refused_and_the_others_are_read() -> None:
    rows, problems = csv_rows("id,level,note\na,1,x,y\nb,2,z\n", "data/x.csv", FIELDS)
    assert [row.values["id"] for row in rows] == ["b"]
    assert (problems[0].line, problems[0].message) == (
        2,
        "has 4 cells; the header has 3. Quote a cell that holds a comma.",
    )


def test_an_empty_line_is_refused() -> None:
    assert refusal("id,level,note\na,1,x\n\nb,2,y\n").startswith(
        "data/x.csv:3\n    has 0 cells; the header has 3."
    )


def test_windows_line_ends_are_refused_with_the_first_line_that_has_one() -> None:
    assert refusal("id,level,note\na,1,x\r\nb,2,y\n") == (
        "data/x.csv:2\n    has Windows line endings. Save it with LF line endings."
    )


def test_an_unclosed_quote_is_reported_where_it_opens() -> None:
    report = refusal('id,level,note\na,1,x\nb,2,"open\nc,3,z\nd,4,z\n')
    assert report.startswith("data/x.csv:3\n    is not valid CSV: ")
    assert report.endswith(
        'A cell that holds a comma, a quote or a line end begins and ends with ", and a quote inside it is "".'
    )


def test_text_after_a_closed_quote_is_refused() -> None:
    assert refusal('id,level,note\na,1,"x"y\n').startswith("data/x.csv:2\n    is not valid CSV: ")


def test_an_endless_cell_is_refused() -> None:
    report = refusal("id,level,note\na,1," + "x" * 200_000 + "\n")
    assert report.startswith("data/x.csv:2\n    is not valid CSV: field larger than field limit")
