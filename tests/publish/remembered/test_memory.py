"""Answers of earlier builds are taken until something that they are made of has changed; a bad file harms no build."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Iterator
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
    file = tmp_path / "memory"
    remembered, work = Memory(file, VERSION), CountedWork()
    for times, name in ((1, "a"), (2, "b"), (2, "b"), (3, "a")):
        remembered.recall((name,), work)
        remembered.end_build()
        assert work.times == times
    assert not file.exists()
    remembered.save()
    assert answered(file, "a") == 0


def test_a_server_hashes_only_what_its_last_build_did_not_ask_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[tuple[str, ...]] = []
    true_hash = memory.hash_of
    monkeypatch.setattr(memory, "hash_of", lambda *of: hashed.append(of) or true_hash(*of))
    file = tmp_path / "memory"
    remembered, work = Memory(file, VERSION), CountedWork()
    remembered.is_of_server = True
    for build in (["a", "b"], ["a"], ["a"], ["a", "b"]):
        for name in build:
            remembered.recall(("text", name), work)
        remembered.end_build()
    assert hashed == [("text", "a"), ("text", "b"), ("text", "b")]
    assert work.times == 2
    remembered.save()
    assert answered(file, "a") == 1  # made of other parts
    assert Memory(file, VERSION).recall(("text", "a"), work)
    assert work.times == 2


def test_a_build_that_asks_for_more_forgets_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MOST", 1)
    remembered, work = Memory(tmp_path / "memory", VERSION), CountedWork()
    for name in "abc":
        remembered.recall((name,), work)
    remembered.save()
    assert [answered(tmp_path / "memory", name) for name in "abc"] == [0, 0, 0]


def test_a_build_holds_no_answer_in_memory(tmp_path: Path) -> None:
    file, megabyte = tmp_path / "memory", "é" * 500_000
    for _ in ("the answers are new", "the answers are in the file"):
        tracemalloc.start()
        remembered = Memory(file, VERSION)
        for name in "abcdefghij":
            assert remembered.recall((name,), lambda: megabyte) == megabyte
        remembered.save()
        held, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert held < 1_000_000
        assert peak < 6_000_000


def test_a_second_build_of_one_process_takes_what_the_first_has_saved(tmp_path: Path) -> None:
    remembered, work = Memory(tmp_path / "memory", VERSION), CountedWork()
    for name in "aba":
        remembered.recall((name,), work)
        remembered.save()
    assert work.times == 2


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with code of two files, and with packages of one theme, that the version is made of."""
    code, packages = tmp_path / "code", tmp_path / "packages"
    (packages / "theme-1.0.dist-info").mkdir(parents=True)
    (code / "room").mkdir(parents=True)
    for name in ("module.py", "words.yml"):
        (code / "room" / name).write_text("1", encoding="utf-8")
    monkeypatch.setattr(memory, "CODE", code)
    monkeypatch.setattr(sys, "path", [str(packages)])
    yield tmp_path
    code_version.cache_clear()


def version_of_a_new_process() -> str:
    code_version.cache_clear()
    return code_version()


@pytest.mark.parametrize("name", ["module.py", "words.yml"])
def test_an_edit_of_the_code_is_another_version(installed: Path, name: str) -> None:
    before = version_of_a_new_process()
    assert version_of_a_new_process() == before
    (installed / "code/room" / name).write_text("2", encoding="utf-8")
    assert version_of_a_new_process() != before


def test_another_release_of_the_theme_is_another_version(installed: Path) -> None:
    before = version_of_a_new_process()
    theme = installed / "packages/theme-1.0.dist-info"
    theme.rename(theme.with_name("theme-1.1.dist-info"))
    assert version_of_a_new_process() != before
