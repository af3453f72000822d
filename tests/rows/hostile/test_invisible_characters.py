"""What changes how a text reads, and is not seen, is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from guide.rows.readers.files import INVISIBLE

from tests.guides import PROJECT, guide_of, row, table_text, write_tables
from tests.rows.hostile.hostile_project import HEAD, messages

TURNED = {
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "zero width space": "\u200b",
    "line separator": "\u2028",
    "tag letter": "\U000e0041",
    "byte order mark": "\ufeff",
}
REFUSED = "holds the invisible character U+{:04X}, which changes how the text reads. Remove it."


@pytest.mark.parametrize("mark", TURNED.values(), ids=TURNED)
def test_invisible_characters_are_refused_in_every_kind_of_file(root: Path, mark: str) -> None:
    write_tables(root, glossary=[row("glossary"), row("glossary", id="b", term=f"a{mark}b")])
    rows = [row("levels"), row("levels", level=65, pm_title=f"a{mark}b")]
    (root / "data/levels.csv").write_text(table_text("levels", rows), encoding="utf-8")
    (root / "docs/page.md").write_text(f"{HEAD}\n\na{mark}b\n", encoding="utf-8")
    report = REFUSED.format(ord(mark))
    assert [text for text in messages(root) if report in text] == [
        f"data/glossary.yml:2\n    {report}",
        f"data/levels.csv:3\n    {report}",
        f"docs/page.md:10\n    {report}",
    ]


@pytest.mark.parametrize(
    ("escape", "report"),
    [
        (r"\u202e", REFUSED.format(0x202E)),
        (r"\U000E0041", REFUSED.format(0xE0041)),
        (r"\e[31m", "holds the control character U+001B. Remove it."),
        (r"\0", "holds the control character U+0000. Remove it."),
    ],
)
@pytest.mark.parametrize("line", ['term: "{}"', '"{}": x', 'sources: ["{}"]'])
def test_an_escape_does_not_bring_them_in(root: Path, escape: str, report: str, line: str) -> None:
    text = "- id: a\n  " + line.format(escape) + "\n"
    (root / "data/glossary.yml").write_text(text)
    assert [t for t in messages(root) if "data/glossary.yml:2" in t] == [
        f"data/glossary.yml:2\n    {report}"
    ]


@pytest.mark.parametrize("text", ["שלום", "العربية", "न्‍", "👩‍👩‍👧", "Zoë", "a\u00a0b"])
def test_other_scripts_are_welcome(tmp_path: Path, text: str) -> None:
    guide = guide_of(tmp_path, glossary=[row("glossary", term=text)])
    assert guide["glossary"]["a-term"].term == text


def test_no_file_of_the_project_holds_an_invisible_character() -> None:
    """Code and workflows too: what a reviewer reads is what runs."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    paths = [PROJECT / name for name in names.split("\0") if name]
    texts = {
        path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file() and path.suffix not in (".png", ".jpg", ".webp")
    }
    assert len(texts) > 100
    assert [name for name, text in texts.items() if INVISIBLE.search(text)] == []
