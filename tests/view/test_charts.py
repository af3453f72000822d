"""Charts of pay and of interviews: every mark is inside the picture, and looks as its legend says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.rows.loading import Guide
from guide.view import charts
from guide.view.context import Context
from guide.view.macros import MACROS

from tests.guides import guide_of, row


@pytest.mark.parametrize(
    ("track", "metric"), [("pm", "total"), ("pm", "base"), ("pmm", "total"), ("pmm", "base")]
)
def test_every_part_of_a_chart_is_inside_the_picture(
    real_guide: Guide, track: str, metric: str
) -> None:
    chart = charts.pay_chart(real_guide, track, metric)
    for lane in chart.lanes:
        assert charts.LEFT <= lane.low <= lane.at <= lane.high <= charts.RIGHT
        assert 0 < lane.y < chart.height
        assert real_guide["levels"]
    assert set(chart.sources) <= set(real_guide.sources)
    assert {entry.name for entry in chart.legend} == {lane.name for lane in chart.lanes}
    # The level is left of its lanes, and a value beyond the scale is given in words.
    assert min(lane.low for lane in chart.lanes) > 20
    beyond = [lane for lane in chart.lanes if lane.shape == "beyond"]
    assert all(lane.label in chart.note for lane in beyond)
    # Two series had the same dot, and each arrow the color of the first.
    shapes = {entry.name: entry.shape for entry in chart.legend}
    assert len(set(shapes.values())) == len(shapes)
    assert all(lane.series == shapes[lane.name] for lane in beyond)


def test_an_arrow_at_the_edge_looks_like_its_series(context: Context) -> None:
    picture = MACROS["compensation_chart"](context, track="pm")
    arrow = re.compile(r'class="mark mark--beyond beyond--(\w+)"')
    assert arrow.findall(picture) == ["cross", "ring", "spread"]


def test_a_box_of_a_legend_has_the_colors_of_the_bars(context: Context) -> None:
    """It was teal, which no bar is."""
    for name, which in (
        ("posted_range_chart", {}),
        ("post_themes", {"track": "both"}),
        ("post_themes", {"track": "pmm"}),
    ):
        legend, bars = MACROS[name](context, **which).split("</ul>", 1)
        colors = {*re.findall(r"bar--pmm?\b", bars)}
        entries = legend.split("<li>")[1:]
        assert colors and len(entries) == 2
        for entry in entries:
            assert {*re.findall(r"bar--pmm?\b", entry)} == colors, name


def test_a_mark_beyond_the_scale_stretches_it(tmp_path: Path) -> None:
    rows = [row("compensation", value=3_100_000), row("compensation", id="b", level=79, value=1)]
    chart = charts.pay_chart(
        guide_of(tmp_path, compensation=rows, sources=[row("sources")]), "pm", "total"
    )
    assert max(lane.high for lane in chart.lanes) <= charts.RIGHT
    assert chart.ticks[-1].label == "$3.2M"
    # Level 79 is not in levels.csv: the row shows without a band.
    assert [line.title for line in chart.rows] == ["Level 64", "Level 79"]


def test_a_level_far_above_the_others_is_named_in_a_note(tmp_path: Path) -> None:
    pay_of = {60: 150_000, 61: 170_000, 62: 200_000, 63: 230_000, 68: 900_000}
    rows = [row("compensation", id=f"c{n}", level=n, value=v) for n, v in pay_of.items()]
    guide = guide_of(tmp_path, compensation=rows, sources=[row("sources")])
    chart = charts.pay_chart(guide, "pm", "total")
    assert chart.ticks[-1].label == "$400K"
    assert [lane.label for lane in chart.lanes if lane.shape == "beyond"] == ["$900K"]
    assert "level 68" in chart.note
    assert "$900K" in chart.note
    assert "5 figures, from $150K a year at level 60 to $900K at level 68" in chart.description


def test_no_chart_of_pay_is_stretched_to_a_million(real_guide: Guide) -> None:
    for track in ("pm", "pmm"):
        chart = charts.pay_chart(real_guide, track, "total")
        assert chart.ticks[-1].label != "$1M"
        assert "One article, as printed" in chart.note


def test_the_lowest_count_of_interviews_is_a_number_and_not_a_text(tmp_path: Path) -> None:
    rows = [
        row("loop-reports", rounds_low=10, rounds_high=12),
        row("loop-reports", id="b", rounds_low=2),
    ]
    guide = guide_of(tmp_path, loop_reports=rows, sources=[row("sources")])
    chart = charts.rounds_chart(guide["loop-reports"].values(), guide)
    assert chart.description == "2 reports, from 2 to 12 interviews."
    assert max(lane.high for lane in chart.lanes) <= charts.RIGHT
