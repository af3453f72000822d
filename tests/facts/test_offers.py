"""The arithmetic of an offer, against sums worked by hand."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from guide.facts.pay import careless_total, offer_years, plain_year
from guide.rows.loading import Guide
from guide.view.context import Context
from guide.view.macros import MACROS

from tests.guides import guide_of, row

YEARS = {
    "pm-level-64": [296000, 304000, 286000, 294000],
    "pm-level-62": [189000, 176400, 178800, 181200],
    "pmm-level-63": [229000, 213000, 217000, 221000],
}
CARELESS = {"pm-level-64": 360000, "pm-level-62": 220000, "pmm-level-63": 260000}
AVERAGE = {"pm-level-64": "$295,000", "pm-level-62": "$181,350", "pmm-level-63": "$220,000"}


@pytest.mark.parametrize("offer_id", YEARS)
def test_the_years_of_the_worked_offers(real_guide: Guide, offer_id: str) -> None:
    offer = real_guide["worked-offers"][offer_id]
    assert [year.total for year in offer_years(offer)] == YEARS[offer_id]


@pytest.mark.parametrize("offer_id", CARELESS)
def test_the_careless_total_of_the_worked_offers(real_guide: Guide, offer_id: str) -> None:
    assert careless_total(real_guide["worked-offers"][offer_id]) == CARELESS[offer_id]


def test_every_worked_offer_has_sums_worked_by_hand(real_guide: Guide) -> None:
    assert set(real_guide["worked-offers"]) == set(YEARS)


def test_each_part_of_each_year(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, worked_offers=[row("worked-offers", sign_on_year_2=3000)])
    years = offer_years(guide["worked-offers"]["an-offer"])
    assert [
        (y.year, y.base, y.bonus, y.on_hire_stock, y.annual_stock, y.sign_on) for y in years
    ] == [
        (1, 100000, 10000, 20000, 0, 5000),
        (2, 100000, 10000, 20000, 2000, 3000),
        (3, 100000, 10000, 20000, 4000, 0),
        (4, 100000, 10000, 20000, 6000, 0),
    ]


def test_the_years_of_a_grant_add_up_to_the_grant(tmp_path: Path) -> None:
    odd = row("worked-offers", on_hire_stock_per_four_year_grant=100_003)
    years = offer_years(guide_of(tmp_path, worked_offers=[odd])["worked-offers"]["an-offer"])
    assert [year.on_hire_stock for year in years] == [25_000, 25_001, 25_001, 25_001]


@pytest.mark.parametrize("offer_id", YEARS)
def test_the_page_shows_the_same_sums(context: Context, offer_id: str) -> None:
    shown = unescape(MACROS["worked_offer"](context, offer_id))
    for amount in YEARS[offer_id]:
        assert f"${amount:,}" in shown
    assert f"Average of the four years: <strong>{AVERAGE[offer_id]}</strong> a year." in shown
    assert f"gets <strong>${CARELESS[offer_id]:,}</strong>" in shown


def test_a_plain_year_holds_no_sign_on_and_no_annual_award(real_guide: Guide) -> None:
    offer = real_guide["worked-offers"]["pmm-level-63"]
    assert plain_year(offer) == 160_000 + 24_000 + 25_000
    assert plain_year(offer) < min(year.total for year in offer_years(offer))
