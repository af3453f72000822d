"""Pages that break `pages_end_with_sources`, with what the writer reads, and pages that pass."""

from __future__ import annotations

import pytest
from guide.check.rules.pages import pages_end_with_sources
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import page_of


@pytest.mark.parametrize(
    ("body", "reports"),
    [
        (
            "Text.",
            ["6 | the page must end with its sources. | try:  [[= page_sources() =]]"],
        ),
        (
            "[[= page_sources() =]]\n\nMore.",
            [
                "8 | the page must end with its sources. | try:  [[= page_sources() =]]",
                "6 | page_sources() belongs on the last line of the page, and only there.",
            ],
        ),
        (
            "[[= page_sources() =]]\n\n[[= page_sources() =]]",
            ["6 | page_sources() belongs on the last line of the page, and only there."],
        ),
    ],
)
def test_a_page_that_does_not_end_with_its_sources_is_reported(
    real_guide: Guide, body: str, reports: list[str]
) -> None:
    assert page_reports(pages_end_with_sources, real_guide, page_of(body)) == reports


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_sources_at_the_end_pass(real_guide: Guide, end: str) -> None:
    assert (
        page_reports(
            pages_end_with_sources, real_guide, page_of(f"x\n\n[[= page_sources() =]]{end}")
        )
        == []
    )
