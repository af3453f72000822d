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
    assert call("shapes.js", "problemsOf", record) == []


@pytest.mark.parametrize(
    ("broken", "where", "what"),
    [
        (DONE | {"kind": "cats"}, "kind", 'but received "cats"'),
        (DONE | {"kind": "toString"}, "kind", 'received "toString"'),
        (None, "kind", "Expected progress"),
        (DONE | {"id": "a"}, "id", 'received "a"'),
        (DONE | {"changed": "today"}, "changed", "Invalid timestamp"),
        (DONE | {"value": {"done": 5}}, "value.done", "Expected string but received 5"),
        (DONE | {"value": {"done": "2026-02-30"}}, "value.done", "There is no such day"),
        (DONE | {"value": {"done": "2026-11-25", "by": "me"}}, "value.by", "Invalid key"),
        (TRACK | {"value": {"track": "pmmm"}}, "value.track", '"pm" | "pmm" | "both"'),
        (ANSWER | {"value": {"answer": "c"}}, "value.answer", '"both" | "neither"'),
        (OFFER | {"id": "offer-4"}, "id", 'received "offer-4"'),
        (OFFER | {"value": {"employer": "other", "base": "5"}}, "value.base", 'received "5"'),
        (STORY | {"value": {"action": 5}}, "value.action", "Expected string but received 5"),
        (REHEARSAL | {"id": "legal"}, "id", 'received "legal"'),
        (TRACK | {"more": 1}, "more", "Invalid key"),
        (PRACTICED | {"id": "question/1"}, "id", 'received "question/1"'),
        (PRACTICED | {"value": {"answers": []}}, "value.answers", "Invalid length"),
        (CHOICES | {"value": {"size": 2.5}}, "value.size", "Invalid integer"),
        (SET | {"value": SET["value"] | {"size": "7"}}, "value.size", "Expected number"),
        (
            CARD
            | {"value": CARD["value"] | {"answers": [{"day": "2026-11-25", "rating": "fine"}]}},
            "value.answers.0.rating",
            '"again" | "hard"',
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    call: Call, broken: Any, where: str, what: str
) -> None:
    problems = call("shapes.js", "problemsOf", broken)
    assert [p["where"] for p in problems] == [where]
    assert what in problems[0]["what"]
