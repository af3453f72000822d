"""`make row`: a form in a file, or the event of an issue, becomes rows and an exit code."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from guide.__main__ import main

from tests.forms.bodies import GOOD, NEW_SOURCE, body_of
from tests.forms.replies import EDIT, ISSUE
from tests.guides import PROJECT


def test_the_command_prints_rows_and_ends_with_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "body.md"
    path.write_text(body_of("question", GOOD["question"]), encoding="utf-8")
    assert main(["row", str(path)]) == 0
    assert "- id: PMM" in capsys.readouterr().out
    path.write_text(body_of("question", {}), encoding="utf-8")
    assert main(["row", str(path)]) == 1
    assert "problems; no row was made." in capsys.readouterr().out
    path.write_bytes(b"\xff\x00")
    assert main(["row", str(path)]) == 1
    assert "No form of this guide" in capsys.readouterr().out
    path.write_text(body_of("site-bug", GOOD["site-bug"]), encoding="utf-8")
    assert main(["row", str(path)]) == 0
    assert "That form needs no row" in capsys.readouterr().out


def test_an_event_of_github_is_answered_in_a_file(tmp_path: Path) -> None:
    issue = {
        "body": body_of(
            "loop-report", GOOD["loop-report"] | dict.fromkeys(NEW_SOURCE, "_No response_")
        ),
        "html_url": ISSUE,
        "created_at": "2026-11-20T12:00:00Z",
    }
    event = {
        "issue": issue,
        "repository": {"html_url": "https://github.com/o/r", "default_branch": "main"},
    }
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    answer = tmp_path / "build" / "answer.md"
    command = ["make", "row", f"FORM={tmp_path / 'event.json'}", f"ANSWER={answer}"]
    # What a make does first in a new or older clone, such as an install, is no part of the answer.
    command += [f"--old-file={stamp}" for stamp in (".venv/.created", ".venv/.site-ready")]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert f"url: {ISSUE}" in answer.read_text(encoding="utf-8")
    assert f"]({EDIT}data/loop-reports.yml)" in answer.read_text(encoding="utf-8")
    event["issue"]["body"] = None
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    assert main(["row", str(tmp_path / "event.json"), "--answer", str(answer)]) == 0
    assert answer.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "Invalid JSON: EOF while parsing an object at line 1 column 1"),
        ('{"issue": 5}', "issue: Input should be an object; repository: Field required"),
        ("[" * 100_000, "Invalid JSON: recursion limit exceeded"),
    ],
)
def test_a_file_that_is_no_event_is_reported_with_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, why: str
) -> None:
    path = tmp_path / "event.json"
    path.write_text(text, encoding="utf-8")
    assert main(["row", str(path)]) == 1
    said = capsys.readouterr().err
    assert f"{path} is not a GitHub issue event: {why}" in said
    assert "Give the event that a workflow finds in GITHUB_EVENT_PATH" in said
    assert "in a file that does not end in .json" in said


def test_a_file_that_is_not_there_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["row", "no-such-body.md"]) == 1
    assert capsys.readouterr().err == "no-such-body.md cannot be read: No such file or directory.\n"
