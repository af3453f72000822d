"""What a record may hold: the check that stands before an import."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.tools.conftest import Call

WHEN = "2026-11-25T09:00:00.000Z"
DONE = {"kind": "progress", "id": "task/a", "changed": WHEN, "value": {"done": "2026-11-25"}}
TRACK = {"kind": "settings", "id": "track", "changed": WHEN, "value": {"track": "pmm"}}
OFFER = {
    "kind": "offer-calculator",
    "id": "offer-1",
    "changed": WHEN,
    "value": {"employer": "other", "name": "", "base": None, "vesting": [25, None], "change": -2.5},
}
ANSWER = {"kind": "self-assessment", "id": "owns", "changed": WHEN, "value": {"answer": "both"}}
STORY = {
    **{"kind": "story-bank", "id": "mwvj0391-191rhjd", "changed": WHEN},
    "value": {"title": "A cut", "result": "", "competencies": ["judgment"], "tracks": ["pmm"]},
}
REHEARSAL = {
    **{"kind": "role-plays", "id": "legal-blocks-a-name/mwvj0391-191rhjd", "changed": WHEN},
    "value": {"play": "legal-blocks-a-name", "day": "2026-11-25", "mode": "alone"}
    | {"said": ["good", "weak"], "needed": "Time.", "self": "mixed"},
}
PRACTICED = {
    "kind": "practice",
    "id": "question/PM001",
    "changed": WHEN,
    "value": {
        "answers": [{"day": "2026-11-25", "rating": "good", "seconds": 90, "notes": "key words"}],
        "due": "2026-11-28",
        "draft": "more",
    },
}
SET = PRACTICED | {
    "id": "set",
    "value": {"day": "2026-11-25", "size": 7, "ids": ["PM001"], "skipped": ["PM002"]},
}
CHOICES = PRACTICED | {"id": "choices", "value": {"size": 5, "track": "pmm", "mode": "down"}}
CARD = {
    "kind": "cards",
    "id": "claim/C058",
    "changed": WHEN,
    "value": {"answers": [{"day": "2026-11-25", "rating": "again"}], "due": "2026-11-26"},
}


@pytest.mark.parametrize(
    "record",
    [DONE, TRACK, ANSWER, OFFER, STORY, REHEARSAL, PRACTICED, SET, CHOICES, CARD],
    ids=lambda record: f"{record['kind']} {record['id']}",
)
def test_what_the_tools_write_has_no_problems(call: Call, record: dict[str, Any]) -> None:
    assert call("your-data/shapes.js", "problemsOf", record) == []


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (DONE | {"kind": "cats"}, "this guide has no tool “cats”"),
        (DONE | {"kind": "toString"}, "this guide has no tool “toString”"),
        (None, "it names no tool"),
        (DONE | {"id": "a"}, "“id” is “a”, and must be a name that the tool gives"),
        (DONE | {"changed": "today"}, "“changed” is “today”, and must be a moment, such as"),
        (DONE | {"value": {}}, "“done” is missing"),
        (DONE | {"value": {"done": 5}}, "“done” is 5, and must be text"),
        (DONE | {"value": {"done": "2026-02-30"}}, "“done” is “2026-02-30”, and must be a day"),
        (DONE | {"value": {"done": "2026-11-25", "by": "me"}}, "“by” is unknown here"),
        (DONE | {"value": []}, "“done” is missing"),
        (TRACK | {"value": {"track": "pmmm"}}, "“pmmm”, and must be one of pm, pmm, both"),
        (ANSWER | {"value": {"answer": "c"}}, "must be one of a, b, both, neither"),
        (OFFER | {"id": "offer-4"}, "“id” is “offer-4”"),
        (
            OFFER | {"value": {"employer": "other", "base": "5"}},
            "“base” is “5”, and must be a number",
        ),
        (STORY | {"value": {"action": 5}}, "“action” is 5, and must be text"),
        (REHEARSAL | {"id": "legal"}, "“id” is “legal”"),
        (TRACK | {"more": 1}, "“more” is unknown here"),
        (PRACTICED | {"id": "question/1"}, "“id” is “question/1”"),
        (PRACTICED | {"value": {"answers": []}}, "“answers” is [], and must be filled"),
        (CHOICES | {"value": {"size": 2.5}}, "“size” is 2.5, and must be a whole number"),
        (CHOICES | {"value": {"size": -1}}, "“size” is -1, and must be 0 or more"),
        (SET | {"value": SET["value"] | {"size": "7"}}, "“size” is “7”, and must be a number"),
        (
            CARD
            | {"value": CARD["value"] | {"answers": [{"day": "2026-11-25", "rating": "fine"}]}},
            "“answers, number 1, rating” is “fine”, and must be one of again, hard, good, easy",
        ),
    ],
)
def test_what_is_wrong_is_told_in_a_readers_words(call: Call, broken: Any, words: str) -> None:
    [problem] = call("your-data/shapes.js", "problemsOf", broken)
    assert words in problem
