"""Pages that break `block_macros_stand_alone`, with what the writer reads, and pages that pass."""

from __future__ import annotations

import pytest
from guide.check.rules.pages import block_macros_stand_alone
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import page_of

ALONE = "makes a block. Put it alone on its line, with an empty line before and after."


@pytest.mark.parametrize(
    ("body", "report"),
    [
        ("Text [[= claim('C001') =]]", f"6 | claim {ALONE}"),
        ("[[= claim('C001') =]] text", f"6 | claim {ALONE}"),
        ("Text\n[[= claim('C001') =]]", f"7 | claim {ALONE}"),
        ("[[= claim('C001') =]]\nText", f"6 | claim {ALONE}"),
        ("- item\n\n    - [[= claim('C001') =]]", f"8 | claim {ALONE}"),
        ("| a |\n| - |\n| [[= level_ladder() =]] |", f"8 | level_ladder {ALONE}"),
        (
            "- item\n\n    [[= page_sources() =]]",
            "8 | page_sources makes headings. Start it in the first column.",
        ),
        (
            "!!! note\n\n    [[= mistake_cards(stage='offer') =]]",
            "8 | mistake_cards makes headings. Start it in the first column.",
        ),
    ],
)
def test_a_block_in_a_line_is_reported(real_guide: Guide, body: str, report: str) -> None:
    assert page_reports(block_macros_stand_alone, real_guide, page_of(body)) == [report]


def test_two_blocks_on_a_line_are_reported(real_guide: Guide) -> None:
    body = "[[= grade_legend() =]] [[= grade_legend() =]]"
    assert len(page_reports(block_macros_stand_alone, real_guide, page_of(body))) == 2


@pytest.mark.parametrize(
    "body",
    [
        "[[= claim('C001') =]]",
        "Text\n\n[[= claim('C001') =]]\n\nText with [[= verdict('C001') =]] inside.",
        "- item\n\n    [[= claim('C001') =]]\n\n- item",
    ],
)
def test_a_block_alone_passes(real_guide: Guide, body: str) -> None:
    assert page_reports(block_macros_stand_alone, real_guide, page_of(body)) == []
