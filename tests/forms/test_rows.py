"""A filled form becomes rows that pass every check, or says all that is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.linter import check_everything
from guide.forms.replies import Reply
from guide.rows.loading import load_guide

from tests.forms.bodies import GOOD, KNOWN_SOURCE, NEW_SOURCE, body_of
from tests.forms.replies import EDIT, ISSUE, PASTE, answered, changed, no_rules, rules_on_rows
from tests.guides import PROJECT, quick_and_slow

ROW_STEMS = [stem for stem in GOOD if stem not in ("page-problem", "site-bug")]


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
