"""Rows that break `claims_lead_to_their_page`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import claims_lead_to_their_page

from tests.check.rules.asking import reports
from tests.guides import guide_of, page_of, row


@pytest.mark.parametrize("other", ["other.md", "reference/claims.md"])
def test_a_claim_that_leads_to_no_page_on_its_topic_is_reported(tmp_path: Path, other: str) -> None:
    guide = guide_of(tmp_path, claims=[row("claims", page=other)])
    pages = [page_of("Text"), page_of("Text", path="reference/claims.md")]
    found = claims_lead_to_their_page.check(guide, pages)
    assert [str(problem) for problem in found] == [
        f"data/claims.yml:1: C001 / page\n    '{other}' is not a topic page. Allowed: page.md."
    ]


def test_a_claim_that_leads_to_its_page_passes(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, claims=[row("claims"), row("claims", id="C002")])
    assert reports(claims_lead_to_their_page, guide, [page_of("Text")]) == []
