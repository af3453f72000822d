"""What the guide once said and was wrong: none of it comes back to a built page.

Each wording stands beside a sentence that it must find, so that a pattern that matches nothing fails too.
"""

from __future__ import annotations

import re

import pytest

from tests.built.site import BuiltSite, assert_none
from tests.built.words.wordings import found_on

# What a page said, as a pattern; a sentence that said it; and what is right.
WRONG = (
    (
        r"marketing chief reports to the CEO",
        "The marketing chief reports to the CEO.",
        "commercial marketing moved in 2025",
    ),
    (r"\$274,000[^.]{0,60}\bmedian", "$274,000 a year (median, June 2026)", "an average"),
    (r"Levels\.fyi medians?\b", "about the Levels.fyi median", "averages, or not stated"),
    (
        r"[Rr]ounds the May 2025 guidelines",
        "It rounds the May 2025 guidelines.",
        "a blend of several sources",
    ),
    (
        r"unofficial (?:copy|document)",
        "the highest that an unofficial document gives",
        "a document that blends several sources",
    ),
    (r"because the ranges match", "because the ranges match", "the low ends differ"),
    (r"Price and editions", "Price and editions", "not in its source"),
    (
        r"(?:wrote|says) only that (?:the )?sales",
        "An employee wrote only that sales and marketing differ.",
        "one part was read",
    ),
    (r"five (?:cultural )?attributes\b(?!, the newer)", "the five cultural attributes", "four now"),
    (
        r"competenc(?:y|ies) (?:(?:is|are) )?(?:the same )?(?:for|of) every role|on the same competencies",
        "The competencies are the same for every role.",
        "one mail for a technical role",
    ),
    (r"[Ee]very checkable statement", "Every checkable statement carries a mark.", "not true"),
    (r"[Nn]early all mistakes", "Nearly all mistakes are these.", "an invented frequency"),
    (
        r"nothing newer than 2021|no newer PMM range",
        "There is nothing newer than 2021.",
        "posts of 2025",
    ),
    (
        r"close (?:together )?at (?:the senior levels|63 and 64)",
        "close together at the senior levels",
        "8 to 15% lower",
    ),
    (r"[Nn]o second voice for the steps", "no second voice for the steps", "three voices"),
    (r"One outlet (?:wrote|misread)", "One outlet wrote that it hits the bottom", "several did"),
    (
        r"[Nn]o posted range for product marketing",
        "No posted range for product marketing was found.",
        "posts of 2025",
    ),
    (r"PMs write code\? No\.", "Do PMs write code? No.", "disputed"),
)
# Hosts that pass for others, and what else no link may lead to.
NEVER_LINKED = (
    *(
        "rtu-tc.ru",
        "atarimworker.io",
        "companydirectorylist.com",
        "visualfoodie.com",
        "blogs.msdn.",
    ),
    *("replytocom=", "netlify.app/host-", "reddit.gpgaming", "msftar.azurewebsites"),
)


@pytest.mark.parametrize(("pattern", "said", "right"), WRONG, ids=[right for *_, right in WRONG])
def test_each_pattern_finds_what_was_said(pattern: str, said: str, right: str) -> None:
    assert re.search(pattern, said), right


def test_no_page_says_again_what_was_wrong(site: BuiltSite) -> None:
    # The list of changes quotes what was wrong.
    pages = [page for page in site.content_pages if page.url != "reference/changes/"]
    assert_none(found_on(pages, WRONG))


def test_no_link_leads_to_a_look_alike(site: BuiltSite) -> None:
    assert_none(
        [
            f"{page.url}: {link}"
            for page in site.content_pages
            for element in page.content.iter("a")
            for link in [element.get("href") or ""]
            for never in NEVER_LINKED
            if never in link
        ]
    )
