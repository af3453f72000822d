"""In CI every problem is shown beside its line, and no text that someone sends in becomes a command of the runner."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.__main__ import main
from guide.check.github_annotations import inert_for_github, workflow_commands
from guide.rows.problems import Problem


def test_a_problem_is_one_command() -> None:
    problem = Problem(
        "data/faq.yml", 7, "a-row", "track", "'pmn' is not allowed.", "- id: a-row\n  track: pm"
    )
    assert workflow_commands([problem]) == [
        "::error file=data/faq.yml,line=7,title=a-row / track"
        "::'pmn' is not allowed.%0Atry:%0A- id: a-row%0A  track: pm"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "x\n::error::forged",
        "x\r\n::add-mask::x",
        "100 % of it, 50%0A::error::forged",
        "a,line=1::b",
        "::set-env name=PATH::x",
        "##[add-path]/tmp",
    ],
)
@pytest.mark.parametrize("field", ["file", "row", "field", "message", "correction"])
def test_hostile_text_stays_one_line_and_comes_back_whole(text: str, field: str) -> None:
    values = {"file": "data/x.yml", "row": "r", "field": "f", "message": "m", "correction": ""}
    [command] = workflow_commands([Problem(**{**values, field: text}, line=3)])
    assert "\n" not in command and "\r" not in command
    parsed = re.fullmatch(r"::error file=([^,:]*),line=3,title=([^,:]*)::(.*)", command)
    assert parsed, command
    unescaped = " ".join(map(unescape, parsed.groups()))
    assert text in unescaped


def unescape(text: str) -> str:
    """As the runner reads it."""
    for code, mark in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, mark)
    return text


def test_the_report_switches_commands_off_with_a_new_word_each_time() -> None:
    first, second = inert_for_github("::error::x"), inert_for_github("::error::x")
    words = [
        re.fullmatch(r"::stop-commands::([0-9a-f]{32})\n::error::x\n::\1::", t)
        for t in (first, second)
    ]
    assert words[0] and words[1] and words[0][1] != words[1][1]


@pytest.mark.parametrize("actions", ["true", ""])
def test_the_check_annotates_in_ci_only(
    actions: str,
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", actions)
    path = project_copy / "data" / "glossary.yml"
    line = path.read_text(encoding="utf-8").count("\n") + 3
    with path.open("a", encoding="utf-8") as file:
        file.write('- id: b\n  term: B\n  track: "x\\n::error::forged"\n  definition: D\n')
    assert main(["check", "--root", str(project_copy)]) == 1
    said = capsys.readouterr()
    assert ("::error file=data/glossary.yml," in said.out) == bool(actions)
    if actions:
        assert said.out.startswith(f"::error file=data/glossary.yml,line={line},title=b / track::")
        after = said.out.partition("::stop-commands::")[2]
        assert "\n::error::forged" not in said.out.partition("::stop-commands::")[0]
        assert "problem; nothing was published." in after
    else:
        assert "data/glossary.yml" in said.err
