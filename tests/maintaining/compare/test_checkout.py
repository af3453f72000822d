"""The base that a change is compared with, and sides that do not build."""

from __future__ import annotations

from pathlib import Path

import pytest

from maintaining.compare import checkout
from maintaining.compare.__main__ import main
from maintaining.compare.checkout import NoSuchBase, base_folder, commit_of, files_beside_content
from maintaining.compare.rows import changed_tables
from tests.guides import row, table_text, write_tables
from tests.maintaining.repositories import commit, git, start


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project of two commits, the first tagged `before`, and one file that is not committed."""
    write_tables(tmp_path, glossary=[row("glossary")])
    (tmp_path / "mkdocs.yml").write_text("site_name: Tiny\n")
    start(tmp_path)
    commit(tmp_path, "first")
    git(tmp_path, "tag", "before")
    (tmp_path / "data/glossary.yml").write_text(
        table_text("glossary", [row("glossary", term="T2")])
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Tiny two\n")
    commit(tmp_path, "second")
    (tmp_path / "new.py").write_text("")
    return tmp_path


def test_a_commit_is_unpacked_as_it_was(repository: Path) -> None:
    with base_folder("before", repository) as base:
        [table] = changed_tables(base, repository)
        assert table.rows[0].cells == [("term", "Term", "T2")]
    assert not base.exists()
    assert files_beside_content("before", repository) == ["mkdocs.yml", "new.py"]


@pytest.mark.parametrize(
    "base", ["no-such-branch", "--upload-pack=x", "", "$(touch x)", "before; ls"]
)
def test_an_unknown_base_is_an_error_that_says_what_helps(repository: Path, base: str) -> None:
    with pytest.raises(NoSuchBase, match="make compare BASE=main"):
        commit_of(base, repository)


def test_outside_of_git_a_commit_is_no_base(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--base", "main", "--root", str(tmp_path)]) == 2
    assert "neither a folder" in capsys.readouterr().err


def test_sides_that_do_not_build_are_reported_and_the_rows_still_compared(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tiny project has no pages at all, so neither version builds."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(repository / "job.md"))
    assert main(["--base", "before", "--root", str(repository)]) == 1
    report = capsys.readouterr().out
    assert "The base does not build here" in report
    assert "The change does not build here" in report
    assert "- term: Term\n+ term: T2" in report
    assert (repository / "build/compare.md").read_text() == report.removesuffix("\n")
    assert (repository / "job.md").read_text() == report.removesuffix("\n")


def test_a_build_that_does_not_end_is_stopped_and_reported(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkout, "BUILD_SECONDS", 0.01)
    with pytest.raises(checkout.DoesNotBuild, match=r"Stopped after 0\.01 seconds"):
        checkout.build(repository, repository / "site")
