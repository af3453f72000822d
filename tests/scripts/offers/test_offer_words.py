"""What the calculator says of an offer: wrong entries, quoted totals, where it falls, and the files to take along."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from guide.rows.loading import Guide
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts.conftest import Call
from tests.scripts.offers.offer_lists import lists_of, offers
from tests.scripts.offers.test_offer_sums import PROPERTY

Lists = dict[str, Any]
PM_64 = {
    "employer": "microsoft",
    "track": "pm",
    "level": 64,
    "base": 200_000,
    "on_hire": 160_000,
    "sign_on_1": 26_000,
    "sign_on_2": 26_000,
    "annual": 40_000,
}


@pytest.fixture(scope="session")
def lists(real_guide: Guide) -> Lists:
    return lists_of(real_guide)


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


def test_the_file_for_a_spreadsheet_holds_the_sums_as_numbers(call: Call, lists: Lists) -> None:
    entries = [{"id": "offer-1", "offer": {**PM_64, "name": 'A, "quoted"\nname'}}]
    text = call("offer-calculator/export.js", "asCsv", entries, lists)
    assert text.startswith("\ufeff"), "Excel needs the mark to read the text as UTF-8"
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["offer", "part", "year 1", "year 2", "year 3", "year 4", "year 5"]
    assert {row[0] for row in rows[1:]} == {'A, "quoted"\nname'}
    together = ["Together", "296000", "304000", "286000", "294000", "262000"]
    assert rows[-1][1:] == together
    assert text.endswith("\r\n")


@PROPERTY
@given(name=st.text(min_size=1, max_size=30))
def test_no_name_becomes_a_formula_or_breaks_the_file(call: Call, lists: Lists, name: str) -> None:
    cell = call("offer-calculator/export.js", "csvCell", name)
    [[read]] = csv.reader(io.StringIO(cell + "\r\n", newline="")) if cell else [[""]]
    assert read.removeprefix("'") == name.removeprefix("'")
    assert read[0] not in "=+-@\t\r\n"
    assert not read.lstrip().startswith(("=", "+", "-", "@"))


def test_the_file_to_read_holds_sums_assumptions_evidence_and_what_is_unknown(
    call: Call, lists: Lists
) -> None:
    entries = [
        {"id": "offer-1", "offer": {**PM_64, "name": "A | <b>bold</b> [x](y)"}},
        {"id": "offer-2", "offer": {"employer": "other", "base": 1000, "name": ""}},
    ]
    text = call("offer-calculator/export.js", "asMarkdown", entries, lists, "2026-11-25")
    for part in (
        "Made on 2026-11-25. Before tax",
        r"## A \| \<b\>bold\</b\> \[x\]\(y\)",
        "| Together | $296,000 | $304,000 | $286,000 | $294,000 | $262,000 |",
        "### What it rests on",
        "### Against the evidence",
        "### Not known",
        "## Offer 2",
        "## Side by side",
    ):
        assert part in text
