"""English as Americans write it: the turns that once read as translated come back to no built page.

Each wording stands beside a sentence that it must find, so that a pattern that matches nothing fails too.
"""

from __future__ import annotations

import re

import pytest

from tests.built.site import BuiltSite, assert_none
from tests.built.words.wordings import found_on

# The turn as a pattern; a sentence that had it; and how it is said.
TRANSLATED = (
    (
        r"\d[KM]? (?:thousand )?dollars\b",
        "More would cost $6 dollars, or 500 thousand dollars.",
        "$6",
    ),
    (r"\b\d+ thousand (?:base|in stock|of stock)\b", "It prints 350 thousand base.", "$350,000"),
    (
        r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b",
        "Since 1 October 2025 he reports to the CEO.",
        "October 1, 2025",
    ),
    (r"\bpulls? apart\b", "Say where their wishes pull apart.", "conflict"),
    (r"\bTells about\b", "Tells about one time it went wrong.", "Describes"),
    (r"\bRead on a copy\. Read on a copy\b", "Read on a copy. Read on a copy.", "once"),
    (r"\bin (?:your|our|each) team\b", "Who talks least in your team?", "on your team"),
    (
        r"\b(?:loop|week|suite|E7|calendar file) (?:holds|will hold|may hold)\b",
        "Take six from the kinds your loop will hold.",
        "includes, has or looks like",
    ),
    (r"\b[Aa] strong try\b", "A strong try names the problem.", "a strong answer"),
    (r"\bpeople in line\b", "Seats move to people in line.", "people who are waiting"),
    (
        r"\b(?:is|are) \w+ separately since\b",
        "Stock and bonus are set separately since April.",
        "have been set",
    ),
    (
        r"\b(?:an?|per) [a-z]+ and (?:hour|(?:work)?day|week|month|year)\b",
        "It costs $99 a user and month.",
        "per user per month",
    ),
    (r"\boffers? of (?:Amazon|Google|Meta|Salesforce|Atlassian)\b", "An offer of Amazon.", "from"),
    (
        r"\b(?:suggest|recommend)(?:s|ed)? to (?:put|stop|drop|use)\b",
        "I'd suggest to put both.",
        "putting",
    ),
    (
        r"\b[Pp]resent (?:customers|employer|company|role|job)\b",
        "Your present employer pays a bonus.",
        "current",
    ),
    (r"\bfinance director\b", "The finance director asks.", "CFO"),
    (r"\b[Aa] dull day\b", "Choose what you would do on a dull day.", "enjoy"),
    (r"(?<![-\w])(?:[Aa] mail|mails)(?![-\w])", "Two mails in six weeks.", "emails"),
    (r"\bAnd now\?", "They lose deals without it. And now?", "Now what?"),
    (r"\d[ \u00a0]%", "It is 55 % of the way up.", "55%"),
    (
        r", and not ",
        "A fear that a person can have, and not a benefit.",
        "a comma and not",
    ),
    (r"\blisten for for\b", "They listen for for whom.", "who it is for"),
)


@pytest.mark.parametrize(
    ("pattern", "said", "better"), TRANSLATED, ids=[row[2] for row in TRANSLATED]
)
def test_each_pattern_finds_what_was_said(pattern: str, said: str, better: str) -> None:
    assert re.search(pattern, said), better


def test_no_page_reads_as_translated(site: BuiltSite) -> None:
    assert_none(found_on(site.content_pages, TRANSLATED))
