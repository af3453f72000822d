"""A filled form about a wrong figure becomes the row that replaces the old one."""

from __future__ import annotations

import pytest
from guide.rows.loading import Guide

from tests.forms.replies import PASTE, changed, no_rules, rules_on_rows


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
