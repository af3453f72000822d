"""The years of an offer, to the dollar: by hand, by decimals, by the page that works two of them, and by properties."""

from __future__ import annotations

from typing import Any

import pytest
from guide.facts.pay import offer_years
from guide.rows.loading import Guide
from guide.rows.models.pay.offers import WorkedOffer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scripts.conftest import Call
from tests.scripts.offers import offers_by_decimal
from tests.scripts.offers.offer_lists import (
    BY_HAND,
    dollars,
    lists_of,
    microsoft_offers,
    offers,
    shares,
)

# One process serves all examples, and a slow machine is no error.
PROPERTY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PARTS = (*offers_by_decimal.PARTS, "total")
Lists = dict[str, Any]


@pytest.fixture(scope="session")
def lists(real_guide: Guide) -> Lists:
    """What sums need of the lists: they go to Node with every call."""
    whole = lists_of(real_guide)
    return {"terms": whole["terms"], "evidence": {"guidelines": whole["evidence"]["guidelines"]}}


def by_part(years: list[dict[str, int]]) -> dict[str, list[int]]:
    return {part: [year[part] for year in years] for part in PARTS}


def years_of(call: Call, offer: Any, lists: Lists) -> dict[str, list[int]]:
    return by_part(call("offer-calculator/sums/years.js", "offerYears", offer, lists))


@pytest.mark.parametrize("worked", BY_HAND, ids=lambda worked: worked["id"])
def test_the_years_are_those_worked_by_hand(call: Call, lists: Lists, worked: Any) -> None:
    by_hand = {part: worked["years"].get(part, [0] * 5) for part in PARTS}
    assert years_of(call, worked["offer"], lists) == by_hand
    assert offers_by_decimal.five_years(worked["offer"]) == by_hand


def test_every_offer_that_a_page_works_through_is_worked_here_with_the_same_entries(
    real_guide: Guide,
) -> None:
    rows = {worked["row"]: worked["offer"] for worked in BY_HAND if "row" in worked}
    assert rows.keys() == real_guide["worked-offers"].keys()
    for row_id, offer in rows.items():
        row = real_guide["worked-offers"][row_id]
        entered = [
            offer.get(n) or 0 for n in ("base", "on_hire", "annual", "sign_on_1", "sign_on_2")
        ]
        assert entered == [
            row.base_per_year,
            row.on_hire_stock_per_four_year_grant,
            row.annual_stock_per_five_year_grant,
            row.sign_on_year_1,
            row.sign_on_year_2,
        ]


def worked_offer(offer: dict[str, Any], target: int) -> WorkedOffer:
    """The offer as a row of the page's examples."""
    return WorkedOffer(
        id="an-offer",
        title="An offer",
        track=offer["track"],
        level=64,
        base_per_year=offer["base"] or 0,
        bonus_percent_of_base=target,
        bonus_percent_of_base_high=target,
        on_hire_stock_per_four_year_grant=offer["on_hire"] or 0,
        annual_stock_per_five_year_grant=offer["annual"] or 0,
        sign_on_year_1=offer["sign_on_1"] or 0,
        sign_on_year_2=offer["sign_on_2"] or 0,
        note="Made up.",
    )


@PROPERTY
@given(offer=microsoft_offers, target=st.integers(0, 200))
def test_the_pages_arithmetic_and_the_tools_agree(
    call: Call, lists: Lists, offer: Any, target: int
) -> None:
    # What the page's examples leave out.
    left_out = ("change", "contribution", "purchase", "start", "merit")
    left_out += ("relocation", "other_once", "other_yearly")
    entered = {**offer, "step": 100, **dict.fromkeys(left_out)}
    years = years_of(call, {**entered, "bonus": target}, lists)
    of_the_page = [
        (y.base, y.bonus, y.on_hire_stock, y.annual_stock, y.sign_on, y.total)
        for y in offer_years(worked_offer(offer, target))
    ]
    parts = ("base", "bonus", "on_hire", "annual", "sign_on", "total")
    assert list(zip(*(years[part][:4] for part in parts), strict=True)) == of_the_page


@PROPERTY
@given(offer=offers)
def test_decimals_give_the_same_years(call: Call, lists: Lists, offer: Any) -> None:
    assert years_of(call, offer, lists) == offers_by_decimal.five_years(offer)


@PROPERTY
@given(offer=offers)
def test_the_parts_add_up_to_the_total(call: Call, lists: Lists, offer: Any) -> None:
    for year in call("offer-calculator/sums/years.js", "offerYears", offer, lists):
        assert sum(year[part] for part in offers_by_decimal.PARTS) == year["total"]
        others = ("sign_on", "once", "yearly", "match", "purchase")
        assert year["total"] - sum(year[part] for part in others) == year["comparable"]


@PROPERTY
@given(offer=offers)
def test_without_stock_the_years_lack_the_stock_and_nothing_else(
    call: Call, lists: Lists, offer: Any
) -> None:
    years = years_of(call, offer, lists)
    without = years_of(call, {**offer, "on_hire": None, "annual": 0}, lists)
    stock = [a + b for a, b in zip(years["on_hire"], years["annual"], strict=True)]
    assert without["total"] == [a - b for a, b in zip(years["total"], stock, strict=True)]
    assert without["on_hire"] == without["annual"] == [0] * 5


@PROPERTY
@given(offer=offers, more=st.integers(1, 500_000))
def test_more_base_lowers_no_part_of_any_year(
    call: Call, lists: Lists, offer: Any, more: int
) -> None:
    years = years_of(call, offer, lists)
    raised = years_of(call, {**offer, "base": (offer["base"] or 0) + more}, lists)
    for part in PARTS:
        assert all(a >= b for a, b in zip(raised[part], years[part], strict=True)), part
    assert all(a - b >= more for a, b in zip(raised["total"], years["total"], strict=True))


@PROPERTY
@given(offer=offers)
def test_an_unchanged_price_pays_the_face_value_of_the_grant(
    call: Call, lists: Lists, offer: Any
) -> None:
    flat = years_of(call, {**offer, "change": 0}, lists)
    assert sum(flat["on_hire"]) == (offer["on_hire"] or 0)
    assert flat == years_of(call, {**offer, "change": None}, lists)


@settings(PROPERTY, max_examples=10)  # fifty calls each
@given(grant=st.integers(0, 100_000_000), of=shares(), years=st.integers(1, 10))
def test_every_schedule_pays_a_grant_out_to_the_dollar(
    call: Call, lists: Lists, grant: int, of: list[float], years: int
) -> None:
    terms = lists["terms"]
    schedules = [
        call("offer-calculator/sums/money.js", "onHireSchedule", terms, "quarterly"),
        call("offer-calculator/sums/money.js", "onHireSchedule", terms, "yearly"),
        call("offer-calculator/sums/money.js", "annualSchedule", terms),
        call(
            "offer-calculator/sums/money.js", "yearlySchedule", [round(share * 100) for share in of]
        ),
        call("offer-calculator/sums/money.js", "yearlySchedule", [1] * years, years),
    ]
    for schedule in schedules:
        paid = [
            call("offer-calculator/sums/money.js", "vestsInYear", grant, schedule, 0, y)
            for y in range(1, 11)
        ]
        assert sum(paid) == grant
        assert min(paid) >= 0


@PROPERTY
@given(of=st.lists(offers, min_size=3, max_size=3), order=st.permutations([0, 1, 2]))
def test_the_order_of_offers_changes_the_columns_and_nothing_else(
    call: Call, lists: Lists, of: list[Any], order: list[int]
) -> None:
    entries = [{"id": f"offer-{index}", "offer": offer} for index, offer in enumerate(of)]
    rows = call("offer-calculator/sums/years.js", "compareOffers", entries, lists)
    turned = call(
        "offer-calculator/sums/years.js", "compareOffers", [entries[i] for i in order], lists
    )
    for row, other in zip(rows, turned, strict=True):
        assert other["name"] == row["name"]
        assert other["values"] == [row["values"][i] for i in order]
        assert set(other["most"]) == set(row["most"])


@PROPERTY
@given(offer=microsoft_offers, grant=dollars)
def test_with_an_unchanged_price_both_accounts_of_vesting_give_the_same_years(
    call: Call, lists: Lists, offer: Any, grant: int | None
) -> None:
    flat = {**offer, "on_hire": grant, "change": 0}
    both = [years_of(call, {**flat, "cadence": c}, lists) for c in ("quarterly", "yearly")]
    assert both[0] == both[1]


def test_leaving_in_the_middle_of_a_year_separates_the_two_accounts(
    call: Call, lists: Lists
) -> None:
    offer = {"employer": "microsoft", "on_hire": 160_000}
    assert call(
        "offer-calculator/sums/years.js", "vestedOnLeaving", offer, lists["terms"], [11, 12, 18, 24]
    ) == [
        {"month": 11, "quarterly": 0, "yearly": 0},
        {"month": 12, "quarterly": 40_000, "yearly": 40_000},
        {"month": 18, "quarterly": 60_000, "yearly": 40_000},
        {"month": 24, "quarterly": 80_000, "yearly": 80_000},
    ]
