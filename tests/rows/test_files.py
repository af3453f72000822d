"""Files that cannot be read become one problem each, with a line, and never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from guide.check.linter import check_everything
from guide.rows.readers.files import Unreadable, read_text


def refusal(path: Path, root: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read_text(path, root)
    return str(caught.value.problem)


def write(root: Path, content: bytes) -> Path:
    path = root / "data" / "x.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_good_file_is_its_text(tmp_path: Path) -> None:
    text = "- id: a\n  note: שלום, 你好, 🙂\n\ttab\n"
    assert read_text(write(tmp_path, text.encode()), tmp_path) == text


def test_windows_line_ends_are_left_to_the_reader(tmp_path: Path) -> None:
    assert read_text(write(tmp_path, b"a\r\nb\r\n"), tmp_path) == "a\r\nb\r\n"


@pytest.mark.parametrize(
    ("content", "report"),
    [
        (
            b"- id: a\n<<<<<<< HEAD\n  note: x\n=======\n  note: y\n>>>>>>> 1234567 (A change)\n",
            "data/x.yml:2\n    holds '<<<<<<<', a conflict marker of an unfinished merge. Keep the rows or "
            "sentences that are right, from one side or both, and delete every line with a marker: 2, 4, 6.",
        ),
        (
            b"a\r\n>>>>>>> main\r\n",
            "data/x.yml:2\n    holds '>>>>>>>', a conflict marker of an unfinished merge. Keep the rows or "
            "sentences that are right, from one side or both, and delete every line with a marker: 2.",
        ),
        (
            b"Title\n=======\n",
            "data/x.yml:2\n    holds '=======', a conflict marker of an unfinished merge. Keep the rows or "
            "sentences that are right, from one side or both, and delete every line with a marker: 2.",
        ),
        (b"ok\nok\nbad \xff", "data/x.yml:3\n    byte 0xff is not UTF-8. Save the file as UTF-8."),
        (
            "caf\u00e9".encode("latin-1"),
            "data/x.yml:1\n    byte 0xe9 is not UTF-8. Save the file as UTF-8.",
        ),
        (
            b"\xed\xa0\x80",
            "data/x.yml:1\n    byte 0xed is not UTF-8. Save the file as UTF-8.",
        ),
        (
            b"\xef\xbb\xbf- id: a",
            "data/x.yml:1\n    starts with a byte order mark. Save it as UTF-8 without BOM.",
        ),
        (b"a\nb\0c", "data/x.yml:2\n    holds the control character U+0000. Remove it."),
    ],
    ids=[
        "unfinished merge",
        "end of a merge",
        "middle of a merge",
        "not-utf-8",
        "latin-1",
        "surrogate",
        "bom",
        "nul",
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes, report: str) -> None:
    assert refusal(write(tmp_path, content), tmp_path) == report


@pytest.mark.parametrize(
    "mark", ["\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff"]
)
def test_characters_that_no_page_can_show_are_refused(tmp_path: Path, mark: str) -> None:
    assert refusal(write(tmp_path, f"ok\nno{mark}".encode()), tmp_path) == (
        f"data/x.yml:2\n    holds the control character U+{ord(mark):04X}. Remove it."
    )


def test_a_lone_carriage_return_is_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, b"a\r\nb\rc"), tmp_path) == (
        "data/x.yml:2\n    holds the control character U+000D. Remove it."
    )


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    (tmp_path / "data").mkdir()
    link = tmp_path / "data" / "x.yml"
    link.symlink_to(secret)
    assert refusal(link, tmp_path) == (
        "data/x.yml:1\n    is a symbolic link. Links are refused, because they can publish files "
        "from outside the project."
    )


def test_a_dangling_link_is_refused_as_a_link(tmp_path: Path) -> None:
    link = tmp_path / "x.yml"
    link.symlink_to(tmp_path / "nowhere")
    assert "is a symbolic link" in refusal(link, tmp_path)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    assert refusal(tmp_path / "data" / "x.yml", tmp_path) == (
        "data/x.yml:1\n    is missing. Every table of the guide has its file."
    )


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data" / "x.yml").mkdir(parents=True)
    assert "is not a regular file" in refusal(tmp_path / "data" / "x.yml", tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yml")
    assert "is not a regular file" in refusal(tmp_path / "x.yml", tmp_path)


@pytest.mark.parametrize("text", ["a <<<<<<< b\n", "========\n", "| ------- |\n", ">> quoted\n"])
def test_what_only_looks_like_a_conflict_marker_is_allowed(tmp_path: Path, text: str) -> None:
    assert read_text(write(tmp_path, text.encode()), tmp_path) == text


def test_an_unfinished_merge_is_reported_in_pages_and_rows(project_copy: Path) -> None:
    names = ("docs/pay/levels.md", "data/faq.yml", "data/levels.csv")
    for path in map(project_copy.joinpath, names):
        first, *rest = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join([first, "<<<<<<< HEAD", *rest]), encoding="utf-8")
    messages = [str(problem) for problem in check_everything(project_copy).problems]
    found = [text.split("\n")[0] for text in messages if "unfinished merge" in text]
    assert sorted(found) == sorted(f"{name}:2" for name in names)
