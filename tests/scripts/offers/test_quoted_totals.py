"""A total that a recruiter quotes is taken apart into the sums that make it up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.conftest import Call
from tests.scripts.offers.offer_lists import PM_64, Lists


@pytest.mark.parametrize(
    ("headline", "kind", "parts"),
    [
        (360_000, "mixed", {"one year of base": 200_000, "the whole on-hire grant": 160_000}),
        (
            390_000,
            "mixed",
            {
                "one year of base": 200_000,
                "bonus at target": 30_000,
                "the whole on-hire grant": 160_000,
            },
        ),
        (
            446_000,
            "mixed",
            {
                "one year of base": 200_000,
                "bonus at its highest": 60_000,
                "the whole on-hire grant": 160_000,
                "sign-on of year 1": 26_000,
            },
        ),
        (
            482_000,
            "mixed",
            {
                "one year of base": 200_000,
                "bonus at target": 30_000,
                "the whole on-hire grant": 160_000,
                "sign-on of both years": 52_000,
                "a whole annual award": 40_000,
            },
        ),
        (296_000, "sound", {"all of year 1": 296_000}),
        (270_000, "sound", {"year 1 without one-time payments": 270_000}),
        (230_000, "sound", {"base and bonus of year 1": 230_000}),
        (1_180_000, "sound", {"years 1 to 4 together": 1_180_000}),
        (777_777, "unknown", {}),
    ],
)
def test_a_quoted_total_is_taken_apart(
    call: Call, lists: Lists, headline: int, kind: str, parts: dict[str, int]
) -> None:
    found = call(
        "offer-calculator/headline.js", "explainHeadline", {**PM_64, "headline": headline}, lists
    )
    assert found["kind"] == kind
    assert dict(found["parts"]) == parts


def test_a_quoted_total_may_be_rounded_to_thousands_and_an_exact_one_goes_first(
    call: Call, lists: Lists
) -> None:
    offer = {**PM_64, "base": 200_300, "bonus": 0}

    def reading(headline: int) -> tuple[str, bool]:
        found = call(
            "offer-calculator/headline.js",
            "explainHeadline",
            {**offer, "headline": headline},
            lists,
        )
        return found["kind"], found["exact"]

    assert reading(360_300) == ("mixed", True)
    assert reading(360_000) == ("mixed", False)
    assert reading(360_100) == ("unknown", False)


@pytest.mark.parametrize(
    "offer",
    [
        {**PM_64, "on_hire": None, "annual": None, "headline": 200_000},
        {
            "employer": "other",
            "base": 200_000,
            "on_hire": 90_000,
            "vesting": [100],
            "headline": 290_000,
        },
        PM_64,
    ],
)
def test_a_sum_without_a_grant_of_several_years_is_never_flagged(
    call: Call, lists: Lists, offer: dict[str, Any]
) -> None:
    found = call("offer-calculator/headline.js", "explainHeadline", offer, lists)
    assert found is None or found["kind"] == "sound"
