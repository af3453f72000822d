"""A file or folder with a name that could be read otherwise is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rows.hostile.hostile_project import HEAD, messages


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ('"><script>alert(1)<', '"><script>alert(1)<'),
        ("a b", "a b"),
        ("Page", "Page"),
        ("pa\nge", "pa\\u000age"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("page\u202egnp", "page\\u202egnp"),
        ("-rf", "-rf"),
        ("[[= x =]]", "[[= x =]]"),
        ("::error::x", "::error::x"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".png"])
def test_a_name_that_could_be_read_otherwise_is_refused(
    root: Path, name: str, shown: str, suffix: str
) -> None:
    (root / "docs" / f"{name}{suffix}").write_text(HEAD)
    wanted = f"docs/{shown}{suffix}:1\n    has a name that is not allowed."
    found = [text for text in messages(root) if text.startswith(wanted)]
    assert len(found) == 1
    found[0].encode()  # can be printed on any terminal


def test_a_folder_needs_a_plain_name_too(root: Path) -> None:
    (root / "docs/A folder").mkdir()
    assert [text.splitlines()[0] for text in messages(root)] == ["docs/A folder:1"]


def test_the_name_of_an_unknown_file_in_data_is_shown_in_printable_characters(root: Path) -> None:
    (root / "data/cla\x1b[2Jims.yml").write_text("")
    assert messages(root)[0].startswith(
        "data/cla\\u001b[2Jims.yml:1\n    is not a table of the guide."
    )
