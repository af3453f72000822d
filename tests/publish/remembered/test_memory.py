"""Answers of earlier builds are taken until something that they are made of has changed; a bad file harms no build."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from guide.publish import memory
from guide.publish.memory import Memory, code_version

VERSION = "1"


class CountedWork:
    """A function that counts how often it had to be called."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[str]:
        self.times += 1
        return ["é", f"{self.times}"]


def answered(file: Path, *made_of: str, version: str = VERSION) -> int:
    """How often a build with this file has to work out an answer, which it then saves."""
    work, remembered = CountedWork(), Memory(file, version)
    remembered.recall(made_of, work)
    remembered.save()
    return work.times


def test_the_next_build_takes_the_answer(tmp_path: Path) -> None:
    file, work = tmp_path / "cache" / "memory", CountedWork()
    for _ in range(2):
        remembered = Memory(file, VERSION)
        assert remembered.recall(("page", "text"), work) == ["é", "1"]
        assert remembered.recall(("page", "text"), work) == ["é", "1"]
        remembered.save()
    assert work.times == 1
    assert [path.name for path in file.parent.iterdir()] == ["memory"]


@pytest.mark.parametrize(
    "other", [("page", "texts"), ("pag", "etext"), ("page",), ("text", "page")]
)
def test_what_is_made_of_anything_else_is_another_answer(
    tmp_path: Path, other: tuple[str, ...]
) -> None:
    file = tmp_path / "memory"
    assert answered(file, "page", "text") == 1
    assert answered(file, *other) == 1
    assert answered(file, "page", "text") == 0


def test_another_version_takes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "memory"
    assert answered(file, "page") == 1
    assert answered(file, "page", version="2") == 1


def spoiled_halfway(written: bytes) -> bytes:
    """One letter of an answer is another, and the file is still JSON."""
    assert written.count(b'"1"') == 1
    return written.replace(b'"1"', b'"2"')


@pytest.mark.parametrize(
    "spoil",
    [
        lambda written: b"",
        lambda written: b"\xff\xfe" + written,
        lambda written: written[: len(written) // 2],
        lambda written: b"0" * 64 + b'\n{"a": 1}',
        spoiled_halfway,
    ],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "memory"
    assert answered(file, "page") == 1
    file.write_bytes(spoil(file.read_bytes()))
    assert answered(file, "page") == 1
    assert answered(file, "page") == 0


def test_where_nothing_can_be_written_the_answer_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "memory").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    for file in (tmp_path / "memory", tmp_path / "file" / "memory"):
        assert answered(file, "page") == 1
        assert answered(file, "page") == 1


def test_what_was_asked_longest_ago_is_forgotten_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MOST", 2)
    file = tmp_path / "memory"
    assert [answered(file, name) for name in "ab"] == [1, 1]
    remembered, work = Memory(file, VERSION), CountedWork()
    for name in "ac":
        remembered.recall((name,), work)
    remembered.save()
    assert work.times == 1
    assert [answered(file, name) for name in "ac"] == [0, 0]
    assert answered(file, "b") == 1


def test_long_answers_make_room_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_BYTES", 3)
    file = tmp_path / "memory"
    assert [answered(file, name) for name in "ab"] == [1, 1]
    assert answered(file, "a") == 1


def test_a_server_forgets_between_its_builds_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MOST", 1)
    remembered, work = Memory(tmp_path / "memory", VERSION), CountedWork()
    for times, name in ((1, "a"), (2, "b"), (2, "b"), (3, "a")):
        remembered.recall((name,), work)
        remembered.end_build()
        assert work.times == times
    assert not remembered.file.exists()
    remembered.save()
    assert answered(remembered.file, "a") == 0


def test_a_build_that_asks_for_more_forgets_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MOST", 1)
    remembered, work = Memory(tmp_path / "memory", VERSION), CountedWork()
    for name in "abc":
        remembered.recall((name,), work)
    remembered.save()
    assert [answered(tmp_path / "memory", name) for name in "abc"] == [0, 0, 0]


def test_an_edit_of_the_code_and_another_release_of_the_theme_are_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, packages = tmp_path / "code", tmp_path / "packages"
    (packages / "theme-1.0.dist-info").mkdir(parents=True)
    (code / "room").mkdir(parents=True)
    monkeypatch.setattr(memory, "CODE", code)
    monkeypatch.setattr(sys, "path", [str(packages)])
    found = set()

    def note() -> None:
        code_version.cache_clear()
        found.add(code_version())

    try:
        for name in ("room/module.py", "room/words.yml"):
            for text in ("1", "2"):
                (code / name).write_text(text, encoding="utf-8")
                note()
        (packages / "theme-1.0.dist-info").rename(packages / "theme-1.1.dist-info")
        note()
        assert len(found) == 5
        note()
        assert len(found) == 5
    finally:
        code_version.cache_clear()
