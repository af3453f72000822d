"""YAML is read as typed text with lines, and every construct that could surprise is refused with its line."""

# ruff: noqa: E501 -- a report is asserted whole, on one line
from __future__ import annotations

import time

import pytest
from guide.rows.readers.yaml_rows import yaml_rows


def read(text: str) -> list[dict]:
    rows, problems = yaml_rows(text, "data/x.yml")
    assert not problems, problems
    return [row.values for row in rows]


def refusal(text: str) -> str:
    """The problems of a text, as a contributor reads them."""
    _, problems = yaml_rows(text, "data/x.yml")
    return "\n".join(str(problem) for problem in problems)


@pytest.mark.parametrize(
    "typed",
    [
        *("no", "No", "off", "yes", "true", "3.10", "1_000", "0x1F", "017", "12:30", "1e3"),
        *(".inf", "2026-05-31", "=", "<<", "NULL", "None", "@"[:0] + "5.0"),
    ],
)
def test_a_scalar_stays_what_was_typed(typed: str) -> None:
    assert read(f"- id: a\n  value: {typed}") == [{"id": "a", "value": typed}]


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_plain_nothing_is_nothing(typed: str) -> None:
    assert read(f"- id: a\n  value: {typed}\n  list: [{typed or '~'}, b]") == [
        {"id": "a", "value": None, "list": [None, "b"]}
    ]


@pytest.mark.parametrize("text", ["", "~", "null"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quoted_nothing_stays_text(text: str, quote: str) -> None:
    assert read(f"- value: {quote}{text}{quote}") == [{"value": text}]


def test_each_value_knows_its_line() -> None:
    rows, _ = yaml_rows(
        "# note\n- id: a\n  list:\n    - x\n    - {deep: y}\n\n- id: b\n", "data/x.yml"
    )
    assert [row.line for row in rows] == [2, 7]
    assert [rows[0].line_of("list", 0), rows[0].line_of("list", 1, "deep")] == [4, 5]
    assert rows[0].line_of("absent") == 2
    assert rows[0].line_of("list", 7) == 3


def test_long_texts_may_be_folded() -> None:
    assert read("- note: >-\n    one\n    two\n  quoted: 'a: b # c'\n") == [
        {"note": "one two", "quoted": "a: b # c"}
    ]


REFUSED = {
    "- id: &x a\n- id: *x": "data/x.yml:1\n    the anchor '&x' is not allowed. Write each value out.",
    "- id: a\n- id: *x": "data/x.yml:2: after a\n    the alias '*x' is not allowed. Write the value out.",
    "- id: a\n  n: !!int 5": "data/x.yml:2\n    the tag 'tag:yaml.org,2002:int' is not allowed. Write plain text.",
    "- id: a\n- !!python/object:os.system\n  id: b": "data/x.yml:2: after a\n    the tag 'tag:yaml.org,2002:python/object:os.system' is not allowed. Write plain text.",
    "- id: a\n---\n- id: b": "data/x.yml:2: after a\n    holds a second document. Keep one list a file.",
    "": "data/x.yml:1\n    is empty. Start each row with '- id: ...'.",
    "# only a note\n": "data/x.yml:1\n    is empty. Start each row with '- id: ...'.",
    "id: a": "data/x.yml:1\n    must be a list of rows. Start each row with '- id: ...'.",
    "- id: a\n- just text": "data/x.yml:2: after a\n    each item of the list must be a row: '- id: ...' and its fields.",
    "- ? [a, b]\n  : c": "data/x.yml:1\n    a field name must be plain text.",
    "- a: [[[[[[[x]]]]]]]": "data/x.yml:1: a\n    is nested more than 6 deep. Rows are flatter than that.",
}


@pytest.mark.parametrize(("text", "report"), REFUSED.items())
def test_a_construct_is_refused_with_its_line(text: str, report: str) -> None:
    assert refusal(text) == report


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- id: a\n  note: 'unclosed\n", 3),
        ("- id: a\n\tnote: tab\n", 2),
        ("- id: a\n  note: b: c\n", 2),
        ("- id: a\n note: wrong indent\n", 2),
        ("- id: a\n  note: [b, c\n", 3),
        ("- id: a\n  note: @x\n", 2),
        ("- id: a\n  note: %x\n", 2),
    ],
    ids=["quote", "tab", "colon", "indent", "bracket", "at", "percent"],
)
def test_broken_yaml_is_reported_with_its_line_and_a_hint(text: str, line: int) -> None:
    report = refusal(text)
    assert report.startswith(f"data/x.yml:{line}\n    is not valid YAML: ")
    assert report.endswith(
        "Check the indent, which is spaces and no tab, and quote text that contains ': ' or ' #' or starts with a special character."
    )


def test_a_duplicate_key_names_both_lines() -> None:
    assert refusal("- id: a\n  track: pm\n  name: x\n  track: pmm\n") == (
        "data/x.yml:4: a / track\n    'track' appears twice in one row; first on line 2. Keep one."
    )


def test_a_nested_duplicate_key_names_both_lines() -> None:
    text = "- id: a\n  accounts:\n    - says: x\n      by: y\n      says: z\n"
    assert refusal(text) == (
        "data/x.yml:5: a / accounts.0.says\n"
        "    'accounts.0.says' appears twice in one row; first on line 3. Keep one."
    )


def test_a_duplicate_key_before_the_id_names_the_row_by_its_line() -> None:
    report = refusal("- id: a\n- n: 1\n  n: 2\n  id: b\n")
    assert report.startswith("data/x.yml:3: row at line 2 / n\n")


def test_all_duplicates_are_reported_at_once() -> None:
    assert refusal("- id: a\n  id: b\n- id: c\n  id: d\n").count("appears twice") == 2


def test_the_same_key_in_two_rows_is_no_duplicate() -> None:
    assert read("- {id: a}\n- {id: b}") == [{"id": "a"}, {"id": "b"}]


def test_a_billion_laughs_are_refused_at_once() -> None:
    bomb = "- a0: &a0 [lol, lol]\n" + "".join(
        f"  a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n" for i in range(1, 60)
    )
    began = time.process_time()
    assert (
        refusal(bomb) == "data/x.yml:1\n    the anchor '&a0' is not allowed. Write each value out."
    )
    assert time.process_time() - began < 0.5


def test_very_deep_nesting_is_refused_at_once() -> None:
    began = time.process_time()
    assert "is nested more than 6 deep" in refusal("- a: " + "[" * 100_000)
    assert time.process_time() - began < 0.5
