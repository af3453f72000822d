"""Which commit a site says that it is built from."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.pages.build_info import Origin, origin_of

from tests.maintaining.repositories import commit, git, start

COMMIT = "0123456789" * 4


def test_a_commit_that_is_named_is_taken_without_git(tmp_path: Path) -> None:
    assert origin_of(tmp_path, {"SOURCE_COMMIT": COMMIT}) == Origin(COMMIT)
    assert Origin(COMMIT).short == "0123456"


@pytest.mark.parametrize(
    "named", ["main", "0123456", COMMIT.upper().replace("0", "A"), f"{COMMIT}\n", "<b>"]
)
def test_what_is_no_commit_is_refused(tmp_path: Path, named: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_COMMIT is"):
        origin_of(tmp_path, {"SOURCE_COMMIT": named})


def test_git_says_it_and_edits_are_told(tmp_path: Path) -> None:
    start(tmp_path)
    (tmp_path / "page.md").write_text("One")
    assert origin_of(tmp_path, {}) is None  # no commit yet
    made = commit(tmp_path, "first")
    assert origin_of(tmp_path, {"GITHUB_SHA": COMMIT}) == Origin(made)
    (tmp_path / "untracked").write_text("")
    assert origin_of(tmp_path, {}) == Origin(made)
    (tmp_path / "page.md").write_text("Two")
    assert origin_of(tmp_path, {}) == Origin(made, is_edited=True)
    git(tmp_path, "checkout", "--quiet", "page.md")
    assert origin_of(tmp_path, {}) == Origin(made)


def test_a_copy_inside_another_repository_has_no_commit(tmp_path: Path) -> None:
    start(tmp_path)
    commit(tmp_path, "first")
    copy = tmp_path / "copy"
    copy.mkdir()
    assert origin_of(copy, {}) is None


def test_a_folder_without_git_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert origin_of(tmp_path, {}) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert origin_of(tmp_path, {}) is None
