"""What pages ask of the pay tables; a grant is never added to a year."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from guide.facts import pay
from guide.pages.reading import read_pages
from guide.rows.loading import Guide, load_guide
from guide.rows.problems import UnknownName
from guide.view.context import Context
from guide.view.macros import MACROS

from tests.guides import PROJECT, guide_of, row, write_tables


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


def test_a_ceiling_without_a_top_is_reported(tmp_path: Path) -> None:
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


def test_tracks_are_compared_within_one_year_and_level_and_with_reports_enough(
    tmp_path: Path,
) -> None:
    def cell(name: str, **fields: Any) -> dict[str, Any]:
        return row("pay-aggregates", id=name, **{"period": "2021", **fields})

    rows = [
        cell("pm", median=4, p75=5, p90=6),
        cell("m", title="marketing", median=3),
        cell("years-apart", level=63, period="2017/2021"),
        cell("years-apart-m", level=63, period="2017/2021", title="marketing"),
        cell("other-year", level=65, period="2020"),
        cell("other-year-m", level=65, title="marketing"),
        cell("few", level=66),
        cell("few-m", level=66, title="marketing", n=9),
        cell("all", level="all"),
        cell("all-m", level="all", title="marketing"),
        cell("world", level=67, region="worldwide"),
        cell("world-m", level=67, region="worldwide", title="marketing"),
    ]
    (pair,) = pay.track_pairs(guide_of(tmp_path, pay_aggregates=rows))
    assert (pair.level, pair.year, pair.pm.id, pair.marketing.id) == ("64", "2021", "pm", "m")
    assert pair.difference_percent == -25


def test_a_band_of_three_levels_differs_from_one_of_two(tmp_path: Path) -> None:
    bands = ("62", "63-64", "65-67")
    rows = [
        row("pay-aggregates", id=f"{title}-{band}", level=band, period="2021", title=title)
        for band in bands
        for title in ("product-manager", "marketing")
    ]
    pairs = pay.track_pairs(guide_of(tmp_path, pay_aggregates=rows))
    assert [pair.levels for pair in pairs] == ["Level 62", "Levels 63 and 64", "Levels 65 to 67"]


def test_too_few_reports_are_not_shown_and_few_have_no_spread(tmp_path: Path) -> None:
    rows = [
        row("pay-aggregates", id="four", level=62, n=4),
        row("pay-aggregates", id="five", level=63, n=5),
        row("pay-aggregates", id="ten", n=10),
    ]
    guide = guide_of(tmp_path, pay_aggregates=rows)
    assert set(pay.aggregates(guide, "product-manager", "total")) == {63, 64}
    assert pay.find_figure(guide, "ten", "p75").amount == "$4"
    with pytest.raises(UnknownName, match="Allowed: median"):
        pay.find_figure(guide, "five", "p75")


def posted(name: str, track: str, discipline: str, code: str, high: int) -> list[dict[str, Any]]:
    fields = {"track": track, "discipline": discipline, "code": code, "source": pay.COLLECTION}
    return [
        row("posted-ranges", id=name, high=high, **fields),
        row("posted-ranges", id=f"{name}-sf-nyc", region="us-sf-nyc", high=high + 1, **fields),
    ]


def test_a_gap_is_given_for_codes_of_both_tracks_and_by_the_nearest_discipline(
    tmp_path: Path,
) -> None:
    rows = [
        *posted("a", "pm", "Product Management", "IC4", 200_000),
        *posted("b", "pmm", "Product Marketing", "IC4", 150_000),
        *posted("c", "pmm", "Field Product Marketing", "IC4", 190_000),
        *posted("d", "pm", "Product Management", "IC6", 300_000),
    ]
    guide = guide_of(tmp_path, posted_ranges=rows)
    (pair,) = pay.posted_pairs(guide)
    assert (pair.code, pair.pmm.us.id, pair.gap_percent) == ("IC4", "b", 25)


def test_an_edition_gathers_what_shows_it_and_says_how_far_the_top_rose(tmp_path: Path) -> None:
    rows = [
        row("posted-ranges", id="old", as_of="2023", high=200_000),
        row("posted-ranges", id="new", as_of="2025-10", high=210_000),
        row(
            "posted-ranges",
            id="new-too",
            as_of="2025-08/2026-03",
            high=210_000,
            discipline="Software Engineering",
        ),
        row("posted-ranges", id="alone", code="IC6"),
    ]
    first, second = pay.range_editions(guide_of(tmp_path, posted_ranges=rows), "engineering")
    assert (first.rise_percent, second.rise_percent) == (None, 5)
    assert [row.id for row in second.rows] == ["new", "new-too"]
    assert second.seen == "2025-08/2026-03"


@pytest.mark.parametrize(("base", "percent"), [(100_000, 0), (155_000, 55), (200_000, 100)])
def test_a_place_in_a_range_is_given_in_whole_percent(
    tmp_path: Path, base: int, percent: int
) -> None:
    guide = guide_of(tmp_path, posted_ranges=[row("posted-ranges")])
    assert pay.percent_of_range(base, guide["posted-ranges"]["a-post"]) == percent


def test_a_negotiation_is_counted_among_accounts_that_could_tell(tmp_path: Path) -> None:
    accounts = [
        row("negotiation-accounts", id="a", asked_by="other-offer", moved=["stock"]),
        row("negotiation-accounts", id="b", asked_by="other-offer", outcome="refused"),
        row("negotiation-accounts", id="c"),
    ]
    guide = guide_of(tmp_path, negotiation_accounts=accounts)
    counted = {what: pay.negotiation_tally(guide, what) for what in pay.NEGOTIATION_COUNTS}
    assert (counted["gained"].part, counted["gained"].whole) == (2, 3)
    assert (counted["with-offer"].part, counted["with-offer"].whole) == (1, 2)
    # An account that names no part says nothing about base.
    assert (counted["base"].part, counted["base"].whole) == (0, 1)


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


def test_a_script_names_no_amount_that_a_reader_could_take_for_advice(tmp_path: Path) -> None:
    write_tables(
        tmp_path, negotiation_scripts=[row("negotiation-scripts", say="I would sign for $140,000")]
    )
    (problem,) = [p for p in load_guide(tmp_path).problems if p.row == "a-script"]
    assert "'$' is an amount. Leave a blank for the reader's own: [amount]" in problem.message


def test_the_scripts_of_the_guide_leave_blanks(real_guide: Guide) -> None:
    for script in real_guide["negotiation-scripts"].values():
        assert "[" in script.say, script.id


def amounts(aggregate: Any) -> list[int]:
    found = (getattr(aggregate, point) for point in ("p10", "p25", "median", "p75", "p90"))
    return [amount for amount in found if amount is not None]


def test_the_counted_pay_keeps_the_rules_that_the_method_page_prints() -> None:
    rules = {name: int(re.sub(r"\D", "", text)) for name, text in pay.COUNTING_RULES.items()}
    faults = []
    for cell in load_guide(PROJECT)["pay-aggregates"].values():
        is_few = cell.n < rules["fewest-for-a-spread"]
        step = rules["few-rounded-to" if is_few else "rounded-to"]
        if cell.n < rules["fewest-in-a-cell"] or any(amount % step for amount in amounts(cell)):
            faults.append(cell.id)
        if is_few and len(amounts(cell)) > 1:
            faults.append(cell.id)
    assert faults == []


def test_a_page_names_a_rule_of_counting_that_there_is(context: Context) -> None:
    assert MACROS["counting_rule"](context, "few-rounded-to") == "$1,000"
    with pytest.raises(UnknownName, match="Did you mean 'rounded-to'"):
        MACROS["counting_rule"](context, "rounded")
