"""After a failed check, what make fix changes is a patch that applies, with the command in the summary."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from maintaining.fix_patch import main


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose `make fix` puts spaces right, and whose summary is a file."""
    assert shutil.which("make")
    root = tmp_path / "project"
    root.mkdir()
    (root / "Makefile").write_text("fix:\n\tsed -i 's/ *$$//' *.txt\n\texit 1\n")
    (root / ".gitignore").write_text("/build/\n")
    (root / "a.txt").write_text("one  \ntwo\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return root


def test_the_patch_applies_to_the_commit(repository: Path, tmp_path: Path) -> None:
    """Also where `make fix` cannot fix everything and ends with an error."""
    assert main(repository) == 0
    git(repository, "checkout", "-q", "--", ".")
    git(repository, "apply", "build/fix.patch")
    assert (repository / "a.txt").read_text() == "one\ntwo\n"
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "git apply fix.patch" in summary
    assert "make fix" in summary
    assert "one file" in summary


def test_without_anything_to_fix_there_is_no_patch(repository: Path, tmp_path: Path) -> None:
    (repository / "a.txt").write_text("one\n")
    git(repository, "commit", "-qam", "y")
    assert main(repository) == 0
    assert not (repository / "build").exists()
    assert "Nothing that a tool can fix" in (tmp_path / "summary.md").read_text(encoding="utf-8")
