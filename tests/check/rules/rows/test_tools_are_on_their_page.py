"""Rows that break `tools_are_on_their_page`, with what the contributor reads, and rows that pass."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

from pathlib import Path

from guide.check.rules.rows import tools_are_on_their_page

from tests.check.rules.asking import page_reports
from tests.guides import guide_of, page_of, row


def test_a_tool_that_is_not_on_its_page_is_reported(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, study_tools=[row("study-tools")])
    assert page_reports(tools_are_on_their_page, guide, page_of("Three.")) == [
        "data/study-tools.yml:1: a-tool / page | docs/page.md does not show this tool. Put the call there. | "
        'try:  [[= study_tool("a-tool") =]]'
    ]
    assert page_reports(tools_are_on_their_page, guide, page_of("Three.", path="pages.md")) == [
        "data/study-tools.yml:1: a-tool / page | 'page.md' is not a page below docs/. Write it, or name the page of the "
        "tool. | try:  page: pages.md"
    ]


def test_a_tool_on_its_page_passes(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, study_tools=[row("study-tools")])
    page = page_of('[[= study_tool("a-tool") =]]')
    assert page_reports(tools_are_on_their_page, guide, page) == []
