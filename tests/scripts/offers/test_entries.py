"""What the calculator says of an entry that cannot be meant."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.scripts.conftest import Call
from tests.scripts.offers.offer_lists import PM_64, Lists, offers
from tests.scripts.offers.test_offer_sums import PROPERTY


@pytest.mark.parametrize(
    ("entered", "field", "said"),
    [
        ({"base": 200}, "base", "$200. Write all digits: 200000, if you mean $200,000."),
        ({"on_hire": 160}, "on_hire", "Write all digits: 160000, if you mean $160,000."),
        ({"sign_on_1": 26}, "sign_on_1", "Write all digits: 26000, if you mean $26,000."),
        ({"sign_on_2": 999}, "sign_on_2", "Write all digits: 999000, if you mean $999,000."),
        ({"annual": 40}, "annual", "Write all digits: 40000, if you mean $40,000."),
        ({"headline": 360}, "headline", "Write all digits: 360000, if you mean $360,000."),
        ({"contribution": 23}, "contribution", "Write all digits: 23000, if you mean $23,000."),
        ({"base": -5}, "base", "Allowed is $1,000 to $100,000,000."),
        ({"on_hire": 1500.5}, "on_hire", "Whole numbers only"),
        ({"annual": 200_000_000}, "annual", "Allowed is $0 to $100,000,000."),
        ({"bonus": 15.125}, "bonus", "Two places after the point"),
        ({"bonus": 201}, "bonus", "Allowed is 0 to 200."),
        ({"change": -91}, "change", "Allowed is -90 to 100."),
        ({"purchase": 16}, "purchase", "Allowed is 0 to 15."),
    ],
)
def test_an_entry_that_cannot_be_meant_is_reported_with_what_is_allowed(
    call: Call, lists: Lists, entered: dict[str, float], field: str, said: str
) -> None:
    problems = call(
        "offer-calculator/checks.js", "problemsOf", {**PM_64, **entered}, lists["terms"]
    )
    assert list(problems) == [field]
    assert said in problems[field]


def test_shares_of_a_grant_are_whole_or_less_and_never_more(call: Call, lists: Lists) -> None:
    def problems(*vesting: float | None) -> dict[str, str]:
        offer = {"employer": "other", "base": 100_000, "vesting": vesting}
        return call("offer-calculator/checks.js", "problemsOf", offer, lists["terms"])

    assert problems(33.34, 33.33, 33.33, None) == {}
    assert problems(40, 30, 20, 5, 0) == {}
    assert "add up to 100.01 percent" in problems(50, 50.01)["vesting"]
    assert "no share of a grant" in problems(-10, 100)["vesting"]


@PROPERTY
@given(offer=offers)
def test_what_the_form_allows_has_no_problem(call: Call, lists: Lists, offer: Any) -> None:
    problems = call("offer-calculator/checks.js", "problemsOf", offer, lists["terms"])
    extras = ("contribution", "match", "discount", "relocation", "other_once", "other_yearly")
    least = dict.fromkeys(("base", "on_hire", "sign_on_1", "sign_on_2", "annual"), 1000)
    least |= dict.fromkeys(extras, 100)
    too_small = {field for field, sum_ in least.items() if 0 < (offer.get(field) or 0) < sum_}
    too_small |= {"base"} if offer["base"] == 0 else set()
    assert set(problems) == too_small
