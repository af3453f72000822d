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
        ("Text [[= change_list() =]]", f"6 | change_list {ALONE}"),
        ("[[= change_list() =]] text", f"6 | change_list {ALONE}"),
        ("Text\n[[= change_list() =]]", f"7 | change_list {ALONE}"),
        ("[[= change_list() =]]\nText", f"6 | change_list {ALONE}"),
        ("- item\n\n    - [[= change_list() =]]", f"8 | change_list {ALONE}"),
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
        "[[= change_list() =]]",
        "Text\n\n[[= change_list() =]]\n\nText with [[= verdict('C001') =]] inside.",
        "- item\n\n    [[= change_list() =]]\n\n- item",
    ],
)
def test_a_block_alone_passes(real_guide: Guide, body: str) -> None:
    assert page_reports(block_macros_stand_alone, real_guide, page_of(body)) == []
