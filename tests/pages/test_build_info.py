"""Which commit a site says that it is built from."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.pages.build_info import BuildInfo, build_info_of

from tests.maintaining.repositories import commit, git, start

COMMIT = "0123456789" * 4


def test_a_commit_that_is_named_is_taken_without_git(tmp_path: Path) -> None:
    assert build_info_of(tmp_path, {"SOURCE_COMMIT": COMMIT}) == BuildInfo(COMMIT)
    assert BuildInfo(COMMIT).short == "0123456"


@pytest.mark.parametrize(
    "named", ["main", "0123456", COMMIT.upper().replace("0", "A"), f"{COMMIT}\n", "<b>"]
)
def test_what_is_no_commit_is_refused(tmp_path: Path, named: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_COMMIT is"):
        build_info_of(tmp_path, {"SOURCE_COMMIT": named})


def test_git_says_it_and_edits_are_reported(tmp_path: Path) -> None:
    start(tmp_path)
    (tmp_path / "page.md").write_text("One")
    assert build_info_of(tmp_path, {}) is None  # no commit yet
    made = commit(tmp_path, "first")
    assert build_info_of(tmp_path, {"GITHUB_SHA": COMMIT}) == BuildInfo(made)
    (tmp_path / "untracked").write_text("")
    assert build_info_of(tmp_path, {}) == BuildInfo(made)
    (tmp_path / "page.md").write_text("Two")
    assert build_info_of(tmp_path, {}) == BuildInfo(made, is_edited=True)
    git(tmp_path, "checkout", "--quiet", "page.md")
    assert build_info_of(tmp_path, {}) == BuildInfo(made)


def test_a_copy_inside_another_repository_has_no_commit(tmp_path: Path) -> None:
    start(tmp_path)
    commit(tmp_path, "first")
    copy = tmp_path / "copy"
    copy.mkdir()
    assert build_info_of(copy, {}) is None


def test_a_folder_without_git_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build_info_of(tmp_path, {}) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert build_info_of(tmp_path, {}) is None
