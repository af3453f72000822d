"""Rows that break `facts_are_shown_on_their_page`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

from guide.check.rules.rows import facts_are_shown_on_their_page

from tests.guides import guide_of, page_of, row


def fact_messages(root: Path, body: str) -> list[str]:
    """What the rule about facts says of one page, for a fact, a sale and a change that name it."""
    tables = {name: [row(name)] for name in ("ai-facts", "selling-facts", "company-changes")}
    guide = guide_of(root, **{name.replace("-", "_"): rows for name, rows in tables.items()})
    return [str(found) for found in facts_are_shown_on_their_page.check(guide, [page_of(body)])]


def test_a_fact_that_its_page_does_not_show_is_reported(tmp_path: Path) -> None:
    body = 'x [[= facts("a-sale") =]]\n\n[[= page_changes() =]]\n'
    assert fact_messages(tmp_path, body) == [
        "data/ai-facts.yml:1: a-test / page\n"
        "    'page.md' does not show this fact. Call it there, or name another page.\n"
        '    try:  [[= facts("a-test") =]]'
    ]


def test_a_change_that_its_page_does_not_show_is_reported(tmp_path: Path) -> None:
    assert fact_messages(tmp_path, 'x [[= facts("a-sale", "a-test") =]]') == [
        "data/company-changes.yml:1: a-move / pages\n"
        "    'page.md' does not call page_changes(). Add the call there, or take the page out.\n"
        "    try:  [[= page_changes() =]]"
    ]


def test_facts_that_their_page_shows_pass(tmp_path: Path) -> None:
    body = '[[= facts("a-sale") =]] [[= facts("a-test") =]]\n\n[[= page_changes() =]]\n'
    assert fact_messages(tmp_path, body) == []
