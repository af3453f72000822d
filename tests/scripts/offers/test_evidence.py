"""Where an offer falls among what is published, and what is said where nothing is."""

from __future__ import annotations

import pytest

from tests.scripts.conftest import Call
from tests.scripts.offers.offer_lists import PM_64, Lists


@pytest.mark.parametrize(
    ("value", "low", "high", "said"),
    [
        (90, 100, 200, "$10 below it"),
        (100, 100, 200, "at its bottom"),
        (149, 100, 200, "in its lower half"),
        (150, 100, 200, "in its middle"),
        (151, 100, 200, "in its upper half"),
        (200, 100, 200, "at its top"),
        (201, 100, 200, "$1 above it"),
        (100, None, 200, "below its top"),
    ],
)
def test_a_value_is_placed_in_a_range(
    call: Call, value: int, low: int | None, high: int, said: str
) -> None:
    assert call("offer-calculator/evidence.js", "placeInRange", value, low, high) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (9, "below the 10th percentile"),
        (10, "at the 10th percentile"),
        (26, "between the 25th percentile and the median"),
        (75, "at the 75th percentile"),
        (91, "above the 90th percentile"),
    ],
)
def test_a_value_is_placed_among_percentiles(call: Call, value: int, said: str) -> None:
    points = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}
    assert call("offer-calculator/evidence.js", "placeAmongPoints", value, points) == said


def test_a_median_alone_has_two_sides(call: Call) -> None:
    assert (
        call("offer-calculator/evidence.js", "placeAmongPoints", 4, {"median": 5})
        == "below the median"
    )
    assert (
        call("offer-calculator/evidence.js", "placeAmongPoints", 6, {"median": 5})
        == "above the median"
    )


def test_an_offer_is_placed_as_the_page_that_works_it_places_it(call: Call, lists: Lists) -> None:
    placed = call("offer-calculator/evidence.js", "placeOffer", PM_64, lists)
    by_title = {one["title"]: one for one in placed["entries"]}
    assert by_title["Posted range, Product Management IC4, US"]["place"] == "70% of the way up"
    reports = by_title["Self-reports by product managers, total a year"]
    assert reports["place"] == "between the 75th percentile and the 90th percentile"
    assert (reports["n"], reports["small"]) == (78, False)
    assert reports["stale"] == "older than 18 months"
    assert by_title["Newest average, total a year"]["place"] == "$4,000 below it"
    assert (
        by_title["Leaked guideline for engineering, on-hire stock, the whole grant"]["place"]
        == "in its lower half"
    )


def test_for_a_pmm_what_is_not_known_is_said_and_small_samples_are_marked(
    call: Call, lists: Lists
) -> None:
    offer = {**PM_64, "track": "pmm", "level": 66}
    placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)
    unknowns = lists["evidence"]["unknowns"]
    for row_id in ("pmm-pay-after-2021", "guidelines-for-marketing"):
        assert unknowns[row_id] in placed["missing"]
    reports = [one for one in placed["entries"] if one["kind"] == "reports"]
    assert {one["n"] for one in reports} == {6}
    assert all(one["small"] for one in reports)
    posted = [one["title"] for one in placed["entries"] if one["kind"] == "posted"]
    assert posted and not any("Product Management" in title for title in posted)
    # Six people have a median and no spread.
    assert not any("percentile" in one["says"] for one in reports)
    assert not any(one["kind"] == "newest" for one in placed["entries"])


def test_a_pmm_is_held_against_what_is_posted_for_pmms_before_any_old_report(
    call: Call, lists: Lists
) -> None:
    offer = {**PM_64, "track": "pmm", "level": 63, "base": 160000}
    placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)["entries"]
    first, second = placed[:2]
    assert (first["title"], first["place"]) == (
        "Posted range, Product Marketing IC4, US",
        "55% of the way up",
    )
    assert (second["title"], second["place"]) == (
        "Posted range, Product Marketing IC4, San Francisco and New York",
        "26% of the way up",
    )
    # Four reports tagged product marketing are too few to be shown at all.
    assert {one["n"] for one in placed if one["kind"] == "reports"} == {19, 20}


def test_without_a_level_every_code_of_the_track_is_reported(call: Call, lists: Lists) -> None:
    offer = {**PM_64, "track": "pmm", "level": None}
    placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)
    assert {one["kind"] for one in placed["entries"]} == {"posted"}
    assert [one["title"] for one in placed["entries"] if one["title"].endswith("US")] == [
        "Posted range, Product Marketing IC3, US",
        "Posted range, Product Marketing IC4, US",
        "Posted range, Field Product Marketing IC5, US",
    ]


def test_where_nothing_is_posted_for_a_level_that_is_said(call: Call, lists: Lists) -> None:
    offer = {**PM_64, "track": "pmm", "level": 59}
    placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)
    assert lists["evidence"]["unknowns"]["pmm-posted-ranges"] in placed["missing"]
    assert not any(one["kind"] == "posted" for one in placed["entries"])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (99, "$1 below it"),
        (100, "0% of the way up"),
        (155, "55% of the way up"),
        (200, "100% of the way up"),
        (201, "$1 above it"),
    ],
)
def test_a_base_in_a_posted_range_is_given_in_percent(call: Call, value: int, said: str) -> None:
    assert call("offer-calculator/evidence.js", "placeInPosted", value, 100, 200) == said


def test_the_range_of_another_kind_of_job_says_which_and_that_none_of_ones_own_was_seen(
    call: Call, lists: Lists
) -> None:
    def posted(track: str, level: int) -> tuple[set[str], list[str]]:
        offer = {**PM_64, "track": track, "level": level}
        placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)
        kinds = {one["nearest"] for one in placed["entries"] if one["kind"] == "posted"}
        return kinds, placed["missing"]

    kinds, missing = posted("pmm", 66)
    assert kinds == {"Director, Go to Market"}
    assert lists["evidence"]["unknowns"]["pmm-posted-ranges"] in missing
    for track, level in (("pmm", 63), ("pm", 66)):
        kinds, missing = posted(track, level)
        assert kinds == {""}
        assert lists["evidence"]["unknowns"][f"{track}-posted-ranges"] not in missing


def test_outside_the_us_nothing_is_compared_and_that_is_said(call: Call, lists: Lists) -> None:
    offer = {**PM_64, "place": "elsewhere"}
    placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)
    assert placed["entries"] == []
    assert "is from the United States" in placed["missing"][0]


def test_with_a_place_only_the_range_of_that_place_is_reported(call: Call, lists: Lists) -> None:
    offer = {**PM_64, "place": "us-sf-nyc"}
    placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)["entries"]
    assert [one["title"] for one in placed if one["kind"] == "posted"] == [
        "Posted range, Product Management IC4, San Francisco and New York"
    ]


def test_below_the_lowest_level_everything_missing_is_named(call: Call, lists: Lists) -> None:
    placed = call("offer-calculator/evidence.js", "placeOffer", {**PM_64, "level": 56}, lists)
    assert placed["entries"] == []
    assert placed["missing"]


def test_every_level_and_track_has_evidence_or_says_what_is_missing(
    call: Call, lists: Lists
) -> None:
    for level in lists["evidence"]["levels"]:
        for track in ("pm", "pmm"):
            offer = {**PM_64, "track": track, "level": level["level"]}
            placed = call("offer-calculator/evidence.js", "placeOffer", offer, lists)
            assert placed["missing"]
            assert all(one["source"] in lists["sources"] for one in placed["entries"])
