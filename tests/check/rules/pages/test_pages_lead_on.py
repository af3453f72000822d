"""Pages that break `pages_lead_on`, with what the writer reads, and pages that pass."""

from __future__ import annotations

import pytest
from guide.check.rules.pages import pages_lead_on
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import page_of

DEAD_END = (
    "the page is a dead end. Before its sources, name the next page and link to it."
    " | try:  Next: [Mistakes](mistakes.md)."
)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Text.\n\n[[= page_sources() =]]", 8),
        ("See [it](other.md).\n\nThe end.\n\n[[= page_sources() =]]", 10),
        ("[Outside](https://example.org/x).\n\n[[= page_sources() =]]", 8),
        ("[Here](#section).\n\n[[= page_sources() =]]", 8),
        ("[[= page_sources() =]]", 6),
    ],
)
def test_a_dead_end_is_reported(real_guide: Guide, body: str, line: int) -> None:
    assert page_reports(pages_lead_on, real_guide, page_of(body)) == [f"{line} | {DEAD_END}"]


@pytest.mark.parametrize(
    "link", ["[a](b.md)", "[a\nb](../c/b.md#part)", "Read [this](b.md), then\n[that](c.md)."]
)
def test_a_page_that_leads_on_passes(real_guide: Guide, link: str) -> None:
    body = f"Text.\n\n{link}\n\n[[= page_sources() =]]\n"
    assert page_reports(pages_lead_on, real_guide, page_of(body)) == []
