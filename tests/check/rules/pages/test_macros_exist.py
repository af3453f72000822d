"""Pages that break `macros_exist`, with what the writer reads, and pages that pass."""

# ruff: noqa: E501 -- a message is asserted whole, on one line
from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.pages import macros_exist
from guide.rows.loading import Guide

from tests.check.rules.asking import page_reports
from tests.guides import guide_of, page_of, row


@pytest.fixture
def small_guide(tmp_path: Path) -> Guide:
    return guide_of(
        tmp_path,
        sources=[row("sources"), row("sources", id="b-source")],
        claims=[row("claims")],
        pay_aggregates=[row("pay-aggregates", p10=None)],
        glossary=[row("glossary")],
    )


@pytest.mark.parametrize(
    ("call", "report"),
    [
        ('cite("a-sorce")', "cite: unknown id in data/sources.yml: 'a-sorce'. Allowed: a-source, b-source. Did you mean 'a-source'?"),
        ("cite()", "cite: cite() needs at least one source id"),
        ("cite(5)", "cite: unknown id in data/sources.yml: '5'. Allowed: a-source, b-source."),
        ("cite(none)", "cite: unknown id in data/sources.yml: 'None'. Allowed: a-source, b-source."),
        ('cite("a-source", page=3)', "cite: got an unexpected keyword argument 'page'. It is written cite(\"...\")."),
        ('verdict("C999")', "verdict: unknown id in data/claims.yml: 'C999'. Allowed: C001."),
        ('verdict()', "verdict: missing a required argument: 'claim_id'. It is written verdict(\"...\")."),
        ('claim_list(verdict="contradict")', "claim_list: unknown verdict 'contradict'. Allowed: contradicted, disputed, supported, unverifiable. Did you mean 'contradicted'?"),
        ('claim_list("contradicted")', "claim_list: too many positional arguments. It is written claim_list(verdict=...)."),
        ('figure("pm-64")', "figure: unknown figure 'pm-64'. Allowed: pm-64-old. Did you mean 'pm-64-old'?"),
        ('figure("pm-64-old", statistic="p57")', "figure: unknown statistic of 'pm-64-old': 'p57'. Allowed: median, p25, p75, p90. Did you mean 'p75'?"),
        ('figure("pm-64-old", statistic="p10")', "figure: unknown statistic of 'pm-64-old': 'p10'. Allowed: median, p25, p75, p90. Did you mean 'p90'?"),
        ('figure("pm-64-old", statistic=75)', "figure: unknown statistic of 'pm-64-old': '75'. Allowed: median, p25, p75, p90. Did you mean 'p75'?"),
        ('loop_stages(track="pmn")', "loop_stages: unknown track 'pmn'. Allowed: pm, pmm. Did you mean 'pm'?"),
        ('guideline_ceiling(level=99)', "guideline_ceiling: unknown id in data/offer-guidelines.csv: '99'. Allowed: nothing."),
        ('compensation_chart(track="pm", metric="bonus")', "compensation_chart: unknown metric 'bonus'. Allowed: base, total."),
        ('term("term")', "term: unknown id in data/glossary.yml: 'term'. Allowed: a-term. Did you mean 'a-term'?"),
        ('mistake_cards(stage="offr")', "mistake_cards: unknown stage 'offr'. Allowed: choosing, in-the-room, offer, preparing. Did you mean 'offer'?"),
        ('unknowns("pay")', "unknowns: unknowns.yml has no row with the topic 'pay'"),
        ('source_list(grade="first")', "source_list: unknown grade 'first'. Allowed: employee-says, first-hand, microsoft-says, one-article-only, secondary. Did you mean 'first-hand'?"),
    ],
)  # fmt: skip
def test_a_call_with_wrong_arguments_is_reported(
    small_guide: Guide, call: str, report: str
) -> None:
    assert page_reports(macros_exist, small_guide, page_of(f"[[= {call} =]]")) == [f"6 | {report}"]


def test_a_misspelt_macro_is_reported_with_the_near_name(small_guide: Guide) -> None:
    (report,) = page_reports(
        macros_exist, small_guide, page_of('\n\n[[= loop_stage(track="pm") =]]')
    )
    assert report.startswith("8 | unknown macro 'loop_stage'. Allowed: one of ")
    assert report.endswith(
        " known names. Did you mean 'loop_stages'? hooks/guide/view/macros/__init__.py lists them."
    )


@pytest.mark.parametrize("macro", ["loop_comparison()", 'compensation_chart(track="pm")'])
def test_a_chart_without_rows_is_reported_and_not_a_crash(tmp_path: Path, macro: str) -> None:
    (report,) = page_reports(macros_exist, guide_of(tmp_path), page_of(f"[[= {macro} =]]"))
    name = macro.partition("(")[0]
    assert report.startswith(f"6 | {name}: ")
    assert "arg is an empty sequence" not in report and "iterable" not in report


def test_good_calls_pass(small_guide: Guide) -> None:
    body = '[[= cite("a-source", "b-source") =]] [[= figure("pm-64-old", statistic="p75") =]]\n\n'
    body += '[[= claim_list(verdict="disputed") =]]\n\n[[= page_sources() =]]'
    assert page_reports(macros_exist, small_guide, page_of(body)) == []


def test_a_call_that_shows_a_row_with_a_missing_page_passes(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, sources=[row("sources")], faq=[row("faq", page="pay/level.md")])
    listing = page_of('[[= faq_list(topic="pay") =]]')
    assert page_reports(macros_exist, guide, listing) == []
    [found] = page_reports(macros_exist, guide, page_of('[[= moved_to("pay/level.md") =]]'))
    assert found.startswith("6 | moved_to: unknown page 'pay/level.md'.")
