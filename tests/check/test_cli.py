"""`python -m guide`: exit codes, and reports that are no tracebacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from guide.__main__ import main

from tests.guides import PROJECT


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "guide", *arguments],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "hooks")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_guide_has_no_problems() -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Data and pages: no problems.\n"


def test_problems_end_with_one_and_a_report(project_copy: Path) -> None:
    with (project_copy / "data/glossary.yml").open("a") as file:
        file.write("- id: b\n  term: B\n  track: pmn\n  definition: D\n")
    (project_copy / "docs/mistakes.md").write_bytes(b"\xff")
    done = run("check", "--root", str(project_copy))
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "'pmn' is not allowed. Allowed: both, pm, pmm. Did you mean 'pm'?" in done.stderr
    assert "docs/mistakes.md:1\n    byte 0xff is not UTF-8." in done.stderr
    assert done.stderr.endswith(" problems; nothing was published.\n")


def test_a_folder_without_a_guide_is_a_report_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert "data/sources.yml:1\n    is missing." in capsys.readouterr().err


def test_an_unknown_command_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["chekc"])
    assert caught.value.code == 2
    assert "check" in capsys.readouterr().err


def test_schemas_writes_what_differs_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in ("data", ".github/ISSUE_TEMPLATE"):
        shutil.copytree(PROJECT / part, tmp_path / part)
    (tmp_path / "data/schemas/claims.schema.json").write_text("{}")
    assert main(["schemas", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "wrote data/schemas/claims.schema.json\n"
    assert main(["schemas", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""
