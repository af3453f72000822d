"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.publish.stored.answers import StoredAnswers
from guide.publish.stored.whole import whole_file


class DiskFullError(OSError):
    """What a test raises in the middle of writing."""


def fill_up(_: Path, __: Path) -> Path:
    raise DiskFullError


def test_a_file_takes_its_place_once_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "new/folder/file"
    with whole_file(file) as written:
        written.write(b"first")
        assert not file.exists()
    with whole_file(file) as written:
        written.write(b"second")
        assert file.read_bytes() == b"first"
    assert file.read_bytes() == b"second"
    assert list(file.parent.iterdir()) == [file]


def test_what_is_cut_off_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    with pytest.raises(DiskFullError), whole_file(file) as written:
        written.write(b"ne")
        raise DiskFullError
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_answers_that_cannot_be_saved_leave_those_of_the_last_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "answers"
    first = StoredAnswers(file, "1")
    first["old"] = b"kept"
    first.save()
    second = StoredAnswers(file, "1")
    second["new"] = b"lost"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fill_up)
        with pytest.raises(DiskFullError):
            second.save()
    assert list(tmp_path.iterdir()) == [file]
    assert {key: second[key] for key in second} == {"old": b"kept"}
