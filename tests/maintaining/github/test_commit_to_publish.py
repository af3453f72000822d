"""Which commit a run publishes: any of main, and none of another branch or of a fork."""

from __future__ import annotations

from pathlib import Path

import pytest

from maintaining.github.commit import main
from tests.maintaining.repositories import commit, git, start


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    start(tmp_path / "guide")
    return tmp_path / "guide"


def test_the_newest_is_published_unless_another_is_named(repository: Path) -> None:
    first, newest = commit(repository, "one"), commit(repository, "two")
    output = repository / "output"
    for name, wanted in (("", newest), (first, first), (first[:7], first)):
        output.write_text("")
        assert main({"COMMIT": name, "GITHUB_OUTPUT": str(output)}, repository) == 0
        assert output.read_text() == f"commit={wanted}\n"


def test_a_commit_of_another_branch_is_refused(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(repository, "one")
    git(repository, "checkout", "--quiet", "-b", "fork")
    stranger = commit(repository, "two")
    git(repository, "checkout", "--quiet", "main")
    assert main({"COMMIT": stranger}, repository) == 1
    assert "has no such commit" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["main", "HEAD~1", "--help", "a" * 41, "abcdef\ncommit=x", "$(id)", "0" * 40]
)
def test_what_is_no_commit_is_refused(
    repository: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(repository, "one")
    assert main({"COMMIT": name}, repository) == 1
    assert "COMMIT is" in capsys.readouterr().err
