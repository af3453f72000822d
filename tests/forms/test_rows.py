"""A filled form becomes rows that pass every check, or says all that is missing."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
from pathlib import Path

import pytest
from guide.__main__ import main
from guide.check.linter import check_everything
from guide.check.rules import RULES
from guide.forms.drafts import Sent
from guide.forms.ready_rows import Checker, ReadyRow, copy_with, problems_of_a_copy
from guide.forms.replies import Reply, reply
from guide.pages.reading import read_pages
from guide.rows.loading import Guide, load_guide
from guide.rows.problems import Problem

from tests.forms.bodies import GOOD, KNOWN_SOURCE, NEW_SOURCE, body_of
from tests.guides import PROJECT, quick_and_slow

ISSUE = "https://github.com/o/r/issues/7"
SENT = Sent(dt.date(2026, 11, 20), ISSUE)
EDIT = "https://github.com/o/r/edit/main/"
PASTE = re.compile(
    r"^`(data/\S+)`, (?:at the end|in place of the row on line (\d+)).*?:\n\n(`{3,})\w+\n(.*?)\n\3$",
    re.M | re.S,
)
ROW_STEMS = [stem for stem in GOOD if stem not in ("page-problem", "site-bug")]


def answered(body: str, problems_with: Checker = problems_of_a_copy) -> Reply:
    return reply(body, PROJECT, SENT, EDIT, problems_with)


def no_rules(rows: list[ReadyRow], root: Path) -> list[Problem]:
    """For tests of the source that comes with a row: the rules take two seconds, and others prove that they speak."""
    return []


def rules_on_rows(rows: list[ReadyRow], root: Path) -> list[Problem]:
    """For tests of what the rules say of a row: pages are read and not rendered, which takes most of the time."""
    with copy_with(rows, root) as copy:
        guide, pages = load_guide(copy), tuple(read_pages(copy))
        about_rows = [rule for rule in RULES if ".rules.rows." in rule.__module__]
        return [*guide.problems, *(found for rule in about_rows for found in rule(guide, pages))]


def changed(stem: str, problems_with: Checker = problems_of_a_copy, **answers: str) -> Reply:
    """The reply to a good form with some answers changed, by label with `_` for spaces; "" takes one out."""
    named = {label.replace("_", " "): text for label, text in answers.items()}
    whole = {label: text for label, text in (GOOD[stem] | named).items() if text}
    return answered(body_of(stem, whole), problems_with)


def paste(text: str, root: Path) -> list[str]:
    """Does by hand what the reply says, and returns the files that changed."""
    found = PASTE.findall(text)
    for file, line, _, row in found:
        path = root / file
        lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        if line:
            lines[int(line) - 1 : int(line)] = [row]
        else:
            lines.append(row)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [file for file, *_ in found]


# Each is checked as a whole guide: seconds.
@pytest.mark.parametrize("stem", quick_and_slow(ROW_STEMS[:1], ROW_STEMS[1:]))
def test_a_good_form_is_a_row_that_can_be_pasted(stem: str, project_copy: Path) -> None:
    said = answered(body_of(stem, GOOD[stem]), no_rules)
    assert said.is_ready, said.text
    files = paste(said.text, project_copy)
    assert files
    assert check_everything(project_copy).problems == ()
    assert all(f"]({EDIT}{file})" in said.text for file in files)


def test_a_new_source_comes_with_the_row() -> None:
    said = changed("loop-report", no_rules)
    assert [file for file, *_ in PASTE.findall(said.text)] == [
        "data/sources.yml",
        "data/loop-reports.yml",
    ]


def test_a_known_source_is_not_written_again() -> None:
    said = changed("loop-report", no_rules, **dict.fromkeys(NEW_SOURCE, ""), **KNOWN_SOURCE)
    assert [file for file, *_ in PASTE.findall(said.text)] == ["data/loop-reports.yml"]


def test_a_new_source_at_a_known_address_is_the_known_one() -> None:
    """Else a text that two readers sent in would count as two voices."""
    known = load_guide(PROJECT).sources["ms-devblogs-aa-2023"]
    said = changed("loop-report", no_rules, **{"Source: web address": f"{known.url}#comments"})
    assert [file for file, *_ in PASTE.findall(said.text)] == ["data/loop-reports.yml"]
    assert "source: ms-devblogs-aa-2023" in said.text
    assert "already has that source, as `ms-devblogs-aa-2023`" in said.text


def test_of_a_known_source_the_address_is_enough() -> None:
    known = load_guide(PROJECT).sources["ms-devblogs-aa-2023"]
    answers = dict.fromkeys(NEW_SOURCE, "") | {"Source: web address": str(known.url)}
    said = changed("question", no_rules, **dict.fromkeys(KNOWN_SOURCE, ""), **answers)
    assert said.is_ready, said.text
    assert "source: ms-devblogs-aa-2023" in said.text


def test_a_loop_reported_only_here_rests_on_the_issue_and_counts_as_second_hand() -> None:
    said = changed("loop-report", no_rules, **dict.fromkeys(NEW_SOURCE, ""))
    assert said.is_ready, said.text
    assert f"url: {ISSUE}" in said.text
    assert "grade: secondary" in said.text
    assert "publisher: A reader of this guide" in said.text
    assert "- id: reader-report-7" in said.text


def test_everything_missing_is_said_at_once_and_by_question() -> None:
    said = changed(
        "loop-report",
        Track="",
        When="last May",
        **{"Interviews in the loop, at least": "four", "Interviews in the loop, at most": "400"},
    )
    assert not said.is_ready
    for words in (
        "/ Track\n    is not answered. Allowed: pm, pmm, all-roles.",
        "/ When\n    'last May' is refused: write an ISO date",
        "/ Interviews in the loop, at least\n    'four' must be a whole number",
        "/ Interviews in the loop, at most\n    '400' must be at most 12.",
        "4 problems; no row was made.",
    ):
        assert words in said.text
    assert "published" not in said.text.split("```")[0]


def test_a_problem_names_the_line_of_its_answer() -> None:
    answers = {**GOOD["question"], "Track": "pmmm"}
    body = body_of("question", answers)
    said = answered(body)
    line = body.split("\r\n").index("### Track") + 1
    assert f"issue:{line}: questions.yml / Track\n    'pmmm' is not allowed." in said.text
    assert "Did you mean 'pmm'?" in said.text
    assert "try:    track: pmm\n" in said.text


def test_the_rules_speak_too() -> None:
    said = changed("question", Question="Design a news app aimed at younger readers", Track="pm")
    assert "/ Question\n    'Design a news app aimed at younger readers' is nearly" in said.text
    assert not said.is_ready
    assert "data/sources.yml" not in said.text


def test_an_invisible_character_is_the_only_problem_and_names_its_question() -> None:
    """The row would be refused, and its source would then be used by no row: that follows from the first."""
    body = body_of("loop-report", {**GOOD["loop-report"], "Note": "abc \u202e txt.exe"})
    said = answered(body)
    line = body.split("\n").index("### Note\r") + 1
    assert (
        f"issue:{line}: A dated loop report / Note\n    holds the invisible character" in said.text
    )
    assert "1 problem; no row was made." in said.text


def test_an_unknown_source_is_reported_with_the_near_one() -> None:
    answers = {"Source: id, if the guide has it": "ms-devblogs-aa-2032"}
    said = changed("question", rules_on_rows, **answers)
    assert "Did you mean 'ms-devblogs-aa-2023'?" in said.text


def test_a_corrected_row_replaces_the_old_one() -> None:
    said = changed("wrong-figure", no_rules)
    (found,) = PASTE.findall(said.text)
    assert found[:2] == ("data/compensation.csv", "2")
    assert found[3].startswith(
        "pm-62-base-2026,pm,62,Product Manager 2,us,base,average,166000,USD,year,2026-10,"
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"File and row": "the table on top"}, "must name a file and a row"),
        ({"File and row": "compensatoin.csv pm-62-base-2026"}, "Did you mean 'compensation'?"),
        ({"File and row": "compensation.csv pm-62-bsae-2026"}, "Did you mean 'pm-62-base-2026'?"),
        ({"What the guide says": "$1"}, "no single field says '$1'. The row: id: pm-62-base-2026; track: pm;"),
        ({"Field": "valeu"}, "unknown field 'valeu'."),
        ({"Source: id, if the guide has it": ""}, "A new value needs a source"),
        ({"What it should say": "a lot"}, "/ What it should say\n    'a lot' must be a whole number"),
        ({"Since when": "lately"}, "/ Since when\n    'lately' is refused"),
        (
            {"Source: id, if the guide has it": "no-such-source"},
            "/ Source: id, if the guide has it\n    ",
        ),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_made_says_why(answers: dict[str, str], words: str) -> None:
    said = changed("wrong-figure", rules_on_rows, **answers)
    assert not said.is_ready
    assert words in said.text


def test_a_yaml_row_can_be_corrected_by_name_of_field(real_guide: Guide) -> None:
    term = next(iter(real_guide["glossary"].values()))
    answers = {
        "File and row": f"glossary.yml {term.key}",
        "Field": "definition",
        "What it should say": "X",
        "Since when": "",
    }
    said = changed("wrong-figure", rules_on_rows, **answers)
    assert said.is_ready, said.text
    assert "definition: X" in said.text


def test_an_old_source_that_is_left_alone_is_reported_but_does_not_stop_the_row(
    real_guide: Guide,
) -> None:
    used = [row.source for row in real_guide["posted-ranges"].values()]
    row = next(row for row in real_guide["posted-ranges"].values() if used.count(row.source) == 1)
    said = changed(
        "wrong-figure",
        rules_on_rows,
        **{
            "File and row": f"posted-ranges.csv {row.id}",
            "Field": "high",
            "What it should say": str(row.high + 1),
        },
    )
    assert said.is_ready, said.text
    if "Then this must change as well" in said.text:
        assert f"'{row.source}' is used by no row and no page." in said.text


def test_a_problem_on_a_page_names_the_file_to_edit() -> None:
    said = changed("page-problem")
    assert (
        f"`docs/pay/by-level.md`. You can [edit it yourself]({EDIT}docs/pay/by-level.md)"
        in said.text
    )
    assert changed("page-problem", Page="/").text.count("docs/index.md") == 2


@pytest.mark.parametrize("stem", ["site-bug", "page-problem"])
def test_nothing_is_said_where_there_is_nothing_to_say(stem: str) -> None:
    said = changed(stem, Page="/no/such/page/")
    assert said == Reply("")
    assert answered("An issue without a form.") == Reply("")


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


def test_a_transcript_that_misquotes_is_answered_with_what_is_wrong() -> None:
    said = changed(
        "transcript",
        rules_on_rows,
        Candidates=GOOD["transcript"]["Candidates"].replace("Quote: A week", "Quote: A month"),
    )
    assert not said.is_ready
    assert "'A month of mine' is not what the candidate says" in said.text


def test_a_transcript_without_its_labels_is_answered_with_what_is_missing() -> None:
    said = changed("transcript", Candidates="Three people said three things.")
    assert not said.is_ready
    assert "Candidates" in said.text


def test_a_fact_of_an_unknown_case_is_answered_with_the_cases() -> None:
    said = changed("case-fact", rules_on_rows, Case="no-such-case")
    assert not said.is_ready
    assert "no-such-case" in said.text
