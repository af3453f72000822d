"""make fix repairs what carries no meaning, and leaves alone what it cannot repair without changing the meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.__main__ import main
from guide.check.autofix import autofix, fixed_page, fixed_table
from guide.rows.readers.yaml_rows import yaml_rows
from guide.rows.tables import TABLE_BY_NAME
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.guides import PROJECT

GLOSSARY = TABLE_BY_NAME["glossary"]
HEAD = "# yaml-language-server: $schema=schemas/glossary.schema.json\n"
MIXED = """\
# a comment
- track: both   # for whom
  id: a-term
  # about the definition
  definition: A word,
    on two lines
  term: Term

# the next letter
- id: b-term
  term: B
  track: pm
  definition: >-
    Folded
    text
"""
IN_ORDER = """\
# a comment
- id: a-term
  # about the definition
  term: Term
  track: both   # for whom
  definition: A word,
    on two lines

# the next letter
- id: b-term
  term: B
  track: pm
  definition: >-
    Folded
    text
"""


def test_the_project_needs_no_fixes(project_copy: Path) -> None:
    assert list(autofix(project_copy)) == []


def test_keys_are_put_in_the_order_of_the_model_and_comments_stay() -> None:
    assert fixed_table(MIXED, GLOSSARY) == HEAD + IN_ORDER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\ufeff# x\r\n- id: a \r\n", HEAD + "# x\n- id: a\n"),
        ("# yaml-language-server: $schema=old.json\n- id: a", HEAD + "- id: a\n"),
        (HEAD + "- {track: pm, id: a}\n", HEAD + "- {track: pm, id: a}\n"),
        (HEAD + "- track: pm\n  id: a\n  unknown: x\n", HEAD + "- track: pm\n  id: a\n  unknown: x\n"),
        (HEAD + "- track: [\n", HEAD + "- track: [\n"),
        (HEAD + "- id: a\n\n\n", HEAD + "- id: a\n"),
    ],
    ids=["line endings", "schema line", "flow row", "unknown key", "broken", "last line"],
)  # fmt: skip
def test_a_data_file(before: str, after: str) -> None:
    assert fixed_table(before, GLOSSARY) == after
    assert fixed_table(after, GLOSSARY) == after


def test_columns_are_put_in_order_and_cells_keep_their_spaces() -> None:
    levels = TABLE_BY_NAME["levels"]
    names = levels.fields[::-1]
    text = ",".join(names) + "\r\n" + ",".join(f'"{name}, x "' for name in names) + "\r\n"
    header, row, end = fixed_table(text, levels).split("\n")
    assert (header, end) == (",".join(levels.fields), "")
    assert row == ",".join(f'"{name}, x "' for name in levels.fields)


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", "level\n60\n"])
def test_a_csv_file_with_other_columns_is_left_for_the_check(text: str) -> None:
    assert fixed_table(text, TABLE_BY_NAME["levels"]).rstrip("\n") == text.rstrip("\n")


def test_a_page() -> None:
    assert (
        fixed_page("\ufeff---\r\ntitle: x  \r\n---\r\n\r\nText \t\n\n\n")
        == "---\ntitle: x\n---\n\nText\n"
    )


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.permutations(["id", "term", "track", "definition", "not_written"]),
    st.text("ab: #'\"\n-[]", max_size=20),
)
def test_no_order_and_no_text_changes_what_a_row_says(names: list[str], text: str) -> None:
    row = "\n".join(f"  {name}: {text}" if name == "term" else f"  {name}: x" for name in names)
    before = HEAD + "- " + row[2:] + "\n"
    values = [raw.values for raw in yaml_rows(fixed_page(before), "")[0]]
    assert [raw.values for raw in yaml_rows(fixed_table(before, GLOSSARY), "")[0]] == values


def test_links_and_bytes_that_are_no_text_are_left_alone(project_copy: Path) -> None:
    outside = project_copy.parent / "outside.yml"
    outside.write_text("- id: a  \n", encoding="utf-8")
    for name in ("faq.yml", "glossary.yml"):
        (project_copy / "data" / name).unlink()
    (project_copy / "data" / "faq.yml").symlink_to(outside)
    (project_copy / "data" / "glossary.yml").write_bytes(b"\xff  \n")
    assert list(autofix(project_copy)) == []
    assert outside.read_text(encoding="utf-8") == "- id: a  \n"


def test_the_command_says_what_it_fixed(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project_copy / "docs" / "mistakes.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b" \r\n"))
    assert main(["fix", "--root", str(project_copy)]) == 0
    assert capsys.readouterr().out.startswith("fixed docs/mistakes.md\n")
    assert page.read_bytes() == (PROJECT / "docs" / "mistakes.md").read_bytes()
