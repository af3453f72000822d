"""Pages and paths that count the cases on real products count all of them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from guide.rows.loading import Guide

from tests.guides import PROJECT

WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
COUNTED = re.compile(r"\b(\w+) (?:cases )?on real Microsoft products", re.IGNORECASE)


@pytest.mark.parametrize(("track", "page"), [("pm", "cases-pm"), ("pmm", "cases-gtm")])
def test_the_number_of_cases_is_told_as_it_is(real_guide: Guide, track: str, page: str) -> None:
    path = f"prepare/{page}.md"
    steps = [step for row in real_guide["reader-paths"].values() for step in row.steps]
    told = [step.gives for step in steps if step.page == path]
    told.append((PROJECT / "docs" / path).read_text(encoding="utf-8"))
    counted = {found.lower() for text in told for found in COUNTED.findall(text)}
    cases = Counter(row.track for row in real_guide["cases"].values())[track]
    assert counted == {WORDS[cases - 1]}
