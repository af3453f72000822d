"""What pages ask of the pay tables; a grant is never added to a year."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.facts import pay
from guide.pages.page import read_pages
from guide.rows.loading import Guide
from guide.rows.problems import UnknownName
from guide.view import charts
from guide.view.context import Context
from guide.view.macros import MACROS

from tests.guides import PROJECT, guide_of, row


def test_the_ceiling_takes_a_quarter_of_the_grant(tmp_path: Path) -> None:
    full = row(
        "offer-guidelines",
        on_hire_stock_per_four_year_grant_low=0,
        on_hire_stock_per_four_year_grant_high=400000,
        bonus_percent_of_base_low=0,
        bonus_percent_of_base_high=20,
    )
    ceiling = pay.ceiling(guide_of(tmp_path, offer_guidelines=[full])["offer-guidelines"]["64"])
    assert [step.amount for step in ceiling.steps] == [200000, 40000, 100000, 340000]
    assert "over four years" in ceiling.steps[2].how


def test_a_ceiling_without_a_top_is_told(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, offer_guidelines=[row("offer-guidelines")])
    with pytest.raises(ValueError, match="no complete top for level 64"):
        pay.ceiling(guide["offer-guidelines"]["64"])


def test_the_newest_figure_of_a_level_counts(tmp_path: Path) -> None:
    old = row("compensation", id="old", as_of="2024-06", value=1)
    new = row("compensation", id="new", as_of="2026-06", value=2)
    other = [
        row("compensation", id="a", as_of="2026-07", region="worldwide"),
        row("compensation", id="b", as_of="2026-07", statistic="highest"),
        row("compensation", id="c", as_of="2026-07", track="other"),
        row("compensation", id="d", as_of="2026-07", level=None),
    ]
    guide = guide_of(tmp_path, compensation=[new, old, *other])
    assert {
        level: found.id for level, found in pay.newest_observations(guide, "pm", "total").items()
    } == {64: "new"}


def test_only_single_us_levels_of_the_period_are_compared(tmp_path: Path) -> None:
    rows = [
        row("pay-aggregates"),
        row("pay-aggregates", id="band", level="63-64"),
        row("pay-aggregates", id="all", level="all"),
        row("pay-aggregates", id="world", region="worldwide", level=63),
        row("pay-aggregates", id="m", title="marketing", median=6, p75=7, p90=8),
        row("pay-aggregates", id="m65", title="marketing", level=65),
    ]
    guide = guide_of(tmp_path, pay_aggregates=rows)
    (pair,) = pay.track_pairs(guide)
    assert (pair.level, pair.pm.id, pair.marketing.id) == (64, "pm-64-old", "m")
    assert pair.difference_percent == pytest.approx(100)


def test_a_small_sample_says_so(tmp_path: Path) -> None:
    rows = [row("pay-aggregates", n=9), row("pay-aggregates", id="b", n=10)]
    small, large = guide_of(tmp_path, pay_aggregates=rows)["pay-aggregates"].values()
    assert (small.is_small_sample, large.is_small_sample) == (True, False)


def test_a_figure_says_what_it_is_per(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path,
        compensation=[
            row("compensation", id="grant", metric="stock", per="four-year-grant", value=420000)
        ],
        posted_ranges=[row("posted-ranges")],
        pay_aggregates=[row("pay-aggregates", p75=249000, p90=250000)],
    )
    grant = pay.find_figure(guide, "grant", "median")
    assert (grant.amount, grant.per) == ("$420,000", "over a four-year grant")
    posted = pay.find_figure(guide, "a-post", "median")
    assert (posted.amount, posted.per, posted.n) == ("$100,000 to $200,000", "a year", None)
    upper = pay.find_figure(guide, "pm-64-old", "p75")
    assert (upper.amount, upper.statistic, upper.n) == ("$249,000", "upper quartile", 40)


def test_an_unknown_statistic_names_those_that_are_known(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, pay_aggregates=[row("pay-aggregates", p10=None)])
    with pytest.raises(UnknownName, match="Allowed: median, p25, p75, p90"):
        pay.find_figure(guide, "pm-64-old", "p10")


def test_a_mixed_total_is_restated_for_one_year(real_guide: Guide) -> None:
    figures = real_guide["article-figures"]
    base, grant = figures["article-pm-64-base"], figures["article-pm-64-stock"]
    assert pay.restated_per_year(base, grant) == 350000 + 420000 // 4 == 455000
    assert pay.article_amount(figures["article-pm-64-total"]).endswith(
        "one year of base plus four years of stock"
    )


@pytest.mark.parametrize(
    ("track", "metric"), [("pm", "total"), ("pm", "base"), ("pmm", "total"), ("pmm", "base")]
)
def test_every_mark_of_a_chart_is_inside_the_picture(
    real_guide: Guide, track: str, metric: str
) -> None:
    chart = charts.pay_chart(real_guide, track, metric)
    for lane in chart.lanes:
        assert charts.LEFT <= lane.low <= lane.at <= lane.high <= charts.RIGHT
        assert 0 < lane.y < chart.height
        assert real_guide["levels"]
    assert set(chart.sources) <= set(real_guide.sources)
    assert {entry.name for entry in chart.legend} == {lane.name for lane in chart.lanes}


def test_a_mark_beyond_the_scale_stretches_it(tmp_path: Path) -> None:
    rows = [row("compensation", value=3_100_000), row("compensation", id="b", level=79, value=1)]
    chart = charts.pay_chart(
        guide_of(tmp_path, compensation=rows, sources=[row("sources")]), "pm", "total"
    )
    assert max(lane.high for lane in chart.lanes) <= charts.RIGHT
    assert chart.ticks[-1].label == "$3.2M"
    # Level 79 is not in levels.csv: the row shows without a band.
    assert [line.title for line in chart.rows] == ["Level 64", "Level 79"]


def test_the_lowest_count_of_interviews_is_a_number_and_not_a_text(tmp_path: Path) -> None:
    rows = [
        row("loop-reports", rounds_low=10, rounds_high=12),
        row("loop-reports", id="b", rounds_low=2),
    ]
    guide = guide_of(tmp_path, loop_reports=rows, sources=[row("sources")])
    chart = charts.rounds_chart(guide["loop-reports"].values(), guide)
    assert chart.description == "2 reports, from 2 to 12 interviews."
    assert max(lane.high for lane in chart.lanes) <= charts.RIGHT


def test_every_figure_of_the_pay_page_has_a_known_source(context: Context) -> None:
    (page,) = (page for page in read_pages(PROJECT) if page.path == "pay/by-level.md")
    for call in page.calls:
        before = len(context.cited)
        shown = MACROS[call.name](context, *call.args, **call.kwargs)
        if call.name != "page_sources" and "&#36;" in shown:
            marks = re.findall(r'href="#source-([^"]+)"', str(shown).replace("&#45;", "-"))
            needs_none = (
                call.name == "guideline_ceiling"
            )  # our arithmetic, from rows cited above it
            assert needs_none or marks, call
            assert set(marks) <= set(context.guide.sources)
        assert len(context.cited) >= before
    assert {"levels-dataset", "bi-2025-neowin", "reviewed-article"} <= set(context.cited)
    assert list(context.cited.values()) == list(range(1, len(context.cited) + 1))
