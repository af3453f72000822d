"""What the post decoder finds in twelve posts, held against rows made from the posts; and texts that are none."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from guide.publish.tool_data import tool_files
from guide.rows.loading import Guide

from tests.guides import PROJECT
from tests.scripts.conftest import Call

POSTS = yaml.safe_load(
    (PROJECT / "tests/scripts/posts-in-our-words.yml").read_text(encoding="utf-8")
)
TRACK = {"pm": "pm", "pmm": "pmm", "field-pmm": "pmm"}


@pytest.fixture(scope="session")
def lists(real_guide: Guide) -> dict[str, Any]:
    return json.loads(tool_files(real_guide, [])["post-decoder.json"])


@pytest.fixture(params=POSTS, ids=lambda post: post["id"])
def post(request: pytest.FixtureRequest) -> dict[str, Any]:
    return request.param


def decoded(call: Call, text: str, lists: dict[str, Any]) -> dict[str, Any]:
    return call("post-decoder/decode.js", "decode", text, lists)


def test_title_track_code_and_years_are_those_of_the_row(
    call: Call, lists: dict[str, Any], real_guide: Guide, post: dict[str, Any]
) -> None:
    row = real_guide["job-posts"][post["id"]]
    found = decoded(call, post["text"], lists)
    assert found["isPost"], found
    assert row.title in found["title"]
    assert found["track"] == TRACK[row.track]
    inferred = post.get("inferred")
    codes = [inferred["code"]] if inferred else list(row.codes)
    assert found["code"]["codes"] == codes
    assert (inferred["how"] if inferred else "printed") in found["code"]["how"]
    assert found["years"]["stated"] == row.required_years


def test_the_range_is_that_of_the_row_or_named_as_not_printed(
    call: Call, lists: dict[str, Any], real_guide: Guide, post: dict[str, Any]
) -> None:
    row = real_guide["job-posts"][post["id"]]
    found = decoded(call, post["text"], lists)
    if row.us_low is None:
        assert found["range"]["how"].startswith("not printed")
        assert found["history"]["says"] == ""
        return
    assert (found["range"]["low"], found["range"]["high"]) == (row.us_low, row.us_high)
    assert found["range"]["metro"] == [row.metro_low, row.metro_high]
    assert [one["low"] for one in found["history"]["rows"] if one["isThis"]] != []


def test_every_theme_of_the_row_is_found_where_the_post_names_it(
    call: Call, lists: dict[str, Any], real_guide: Guide, post: dict[str, Any]
) -> None:
    themes = {one["id"]: one["requirement"] for one in decoded(call, post["text"], lists)["themes"]}
    rows = [r for r in real_guide["job-post-themes"].values() if r.post == post["id"]]
    if post.get("names_no_theme"):
        assert themes == {}
        return
    assert {row.theme: row.requirement for row in rows}.items() <= themes.items()


def test_an_older_range_is_reported_as_older_and_the_newest_as_newest(
    call: Call, lists: dict[str, Any]
) -> None:
    by_id = {post["id"]: post["text"] for post in POSTS}
    older = decoded(call, by_id["1970324837008311-en-1"], lists)
    assert "older one" in older["history"]["says"]
    newest = decoded(call, by_id["1897180"], lists)
    assert "newest" in newest["history"]["says"]
    higher = decoded(call, by_id["1897180"].replace("$234,700", "$260,000"), lists)
    assert "higher than any we saw" in higher["history"]["says"]


def test_years_are_held_against_posts_with_the_same_code(call: Call, lists: dict[str, Any]) -> None:
    text = next(post["text"] for post in POSTS if post["id"] == "1897180")
    assert decoded(call, text, lists)["years"]["says"] == "as usual"
    assert decoded(call, text.replace("5+ years", "2+ years"), lists)["years"]["says"] == (
        "fewer than usual"
    )
    assert decoded(call, text.replace("5+ years", "15+ years"), lists)["years"]["says"] == (
        "more than usual"
    )


def test_what_most_posts_ask_for_and_this_one_does_not_is_reported(
    call: Call, lists: dict[str, Any]
) -> None:
    text = next(post["text"] for post in POSTS if post["id"] == "1885789")
    absent = {one["id"] for one in decoded(call, text, lists)["absent"]}
    assert "storytelling" in absent
    assert "domain-knowledge" not in absent


def test_a_story_is_lacking_until_one_shows_the_competency_for_the_track(
    call: Call, lists: dict[str, Any]
) -> None:
    text = next(post["text"] for post in POSTS if post["id"] == "1885789")
    found = decoded(call, text, lists)

    def lacking(*stories: dict[str, Any]) -> list[str]:
        return call("post-decoder/text.js", "storiesLacking", found, list(stories))

    assert "market-insight" in lacking()
    assert "market-insight" in lacking({"competencies": ["market-insight"], "tracks": ["pm"]})
    assert "market-insight" not in lacking({"competencies": ["market-insight"], "tracks": ["pmm"]})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "Dear hiring team, I would love to work at Microsoft as a product manager.",
        "Weekly active users of a feature fell by a tenth. What do you do?",
        "Senior Software Engineer\nRequired qualifications: Bachelor's and 5+ years. Apply now.",
        "product manager " * 200,
        "Apple pie\nRequirements: six apples. Bring experience. Apply butter to the dish.",
        # news about the company: it names the role, degrees, years, pay and qualifications
        "Microsoft names new product chief for Copilot. REDMOND, Washington - Microsoft said on Tuesday that its "
        "product manager team would be reorganized. Qualifications of the new chief include a bachelor's degree "
        "and years of experience. The company pays product managers $150,000 - $250,000 per year. Applicants "
        "have to travel.",
        "Product marketing managers are in demand. Companies such as Microsoft post thousands of jobs. Typical "
        "responsibilities are positioning and messaging; required qualifications now include 5+ years.",
        # an offer, a resume, a course
        "Dear Sam,\nwe are delighted to offer you the position of Senior Product Manager at Microsoft.\n"
        "Requirements: a background check. The pay range is USD $119,800 - $234,700 per year. Travel 10%.",
        "Jane Doe\nProduct Manager\nWork history\nResponsibilities: roadmap at Microsoft. Bachelor's degree. "
        "10 years of experience.",
        "Become a Product Manager\nOur bootcamp has no requirements.\nQualifications\nApply now. Microsoft hires.",
        # another job that works with product managers
        "Senior Software Engineer\nMicrosoft Azure, Redmond\nResponsibilities: write code with product managers.\n"
        "Required Qualifications\nBachelor's AND 4+ years.\nSoftware Engineering IC4, USD $119,800 - $234,700.",
    ],
)
def test_a_text_that_is_no_post_is_said_to_be_none(
    call: Call, lists: dict[str, Any], text: str
) -> None:
    found = decoded(call, text, lists)
    assert found["isPost"] is False
    assert found["says"].endswith(".")


@pytest.mark.parametrize("mention", ["", "Experience with Microsoft Office and Microsoft Excel."])
def test_a_post_of_another_company_gets_no_code_and_no_range_of_microsoft(
    call: Call, lists: dict[str, Any], mention: str
) -> None:
    text = (
        "Product Manager, Payments\nResponsibilities: own the roadmap.\nMinimum qualifications\nBachelor's degree, "
        f"5 years of experience. {mention}\nThe salary range is $156,000 - $229,000. Apply now."
    )
    found = decoded(call, text, lists)
    assert found["isPost"] is False
    assert "does not name Microsoft" in found["says"]


@pytest.mark.parametrize(
    ("place", "pay"),
    [
        ("Vancouver, British Columbia, Canada", "CAD $114,400 - $203,900 per year"),
        ("London, United Kingdom", "£90,000 - £120,000 per year"),
        ("Hyderabad, Telangana, India", "no range is shown"),
        ("Dublin, Ireland", "€90,000 to €120,000"),
    ],
)
def test_a_post_outside_the_us_is_held_against_no_us_range_in_silence(
    call: Call, lists: dict[str, Any], place: str, pay: str
) -> None:
    text = (
        f"Senior Product Manager\n{place}\nMicrosoft\nRequired Qualifications\nBachelor's AND 5+ years.\n"
        f"Product Management IC4 - {pay}"
    )
    found = decoded(call, text, lists)
    assert found["range"]["how"].startswith(
        "not printed in US dollars, and pay outside the US differs"
    )
    assert found["history"]["says"] == ""


def test_a_post_in_indiana_is_in_the_us(call: Call, lists: dict[str, Any]) -> None:
    text = (
        "Senior Product Manager\nIndianapolis, Indiana\nMicrosoft\nRequired Qualifications\n5+ years.\n"
        "Product Management IC4 USD $119,800 - $234,700 per year"
    )
    assert decoded(call, text, lists)["range"]["how"] == "printed in the post"


def test_a_post_pasted_as_its_source_is_read_as_its_text(
    call: Call, lists: dict[str, Any], post: dict[str, Any]
) -> None:
    lines = post["text"].replace("&", "&amp;").replace("'", "&#39;").splitlines()
    hidden = "<script>const job = 'Group Product Manager M6';</script><!-- IC2 -->"
    source = f"<div>{hidden}{''.join(f'<p><b>{line}</b></p>' for line in lines)}</div>"
    plain, marked = decoded(call, post["text"], lists), decoded(call, source, lists)
    for part in ("title", "track", "code", "range", "years"):
        assert marked[part] == plain[part]
    assert {t["id"] for t in marked["themes"]} == {t["id"] for t in plain["themes"]}


def test_a_post_in_one_line_has_its_first_sentence_as_its_title(
    call: Call, lists: dict[str, Any]
) -> None:
    pairs = [(decoded(call, ". ".join(post["text"].splitlines()), lists), post) for post in POSTS]
    read = [(found, post) for found, post in pairs if found["isPost"]]
    assert (
        len(read) >= 6
    )  # the others lose their headings with their lines, and are said to be none
    for found, post in read:
        assert found["title"] == post["text"].splitlines()[0]
        assert found["code"] == decoded(call, post["text"], lists)["code"]


def test_the_two_cases_fit_the_track(call: Call, lists: dict[str, Any]) -> None:
    for post in POSTS:
        found = decoded(call, post["text"], lists)
        assert len(found["cases"]) == 2
        assert all(case in lists["tracks"][found["track"]]["cases"] for case in found["cases"])


ODD_POSTS = yaml.safe_load((PROJECT / "tests/scripts/odd-posts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("odd", ODD_POSTS, ids=lambda odd: odd["id"])
def test_a_post_is_read_as_it_was_pasted(
    call: Call, lists: dict[str, Any], odd: dict[str, Any]
) -> None:
    wanted, found = odd["found"], decoded(call, odd["text"], lists)
    if "none" in wanted:
        assert found["isPost"] is False
        assert wanted["none"] in found["says"]
        return
    assert found["isPost"], found
    assert found["title"] == wanted["title"]
    assert found["track"] == wanted.get("track", "pm")
    assert found["code"]["codes"] == wanted["codes"]
    assert found["years"]["stated"] == wanted["years"]
    assert wanted.get("caution", "") in found["caution"]
    assert bool(found["caution"]) == ("caution" in wanted)
    _has_the_range(found["range"], wanted)


def _has_the_range(found: dict[str, Any] | None, wanted: dict[str, Any]) -> None:
    if found is None:
        assert "low" not in wanted
        return
    abroad = "not printed in US dollars" in found["how"]
    assert abroad == wanted.get("abroad", False)
    assert abroad or found["low"] == wanted["low"]
    assert found["per"] == wanted.get("per", "year")
    assert [one["low"] for one in found["others"]] == wanted.get("others", [])
    if found["how"] == "printed in the post":
        assert (found["metro"] or [None])[0] == wanted.get("metro")


def test_both_ranges_of_a_post_with_two_codes_are_found_in_the_history(
    call: Call, lists: dict[str, Any]
) -> None:
    text = next(odd["text"] for odd in ODD_POSTS if odd["id"] == "two codes")
    rows = decoded(call, text, lists)["history"]["rows"]
    assert [row["code"] for row in rows if row["isThis"]] == ["IC4", "IC5"]


def test_an_abbreviation_keeps_its_capitals_within_a_sentence(call: Call) -> None:
    assert call("post-decoder/text.js", "inSentence", "AI") == "AI"
    assert call("post-decoder/text.js", "inSentence", "Technical depth") == "technical depth"
