"""The hints bite on weak stories and leave strong ones alone: as people tell them, and as the guide itself answers."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from guide.rows.loading import Guide

from tests.guides import PROJECT
from tests.scripts.conftest import Call


def stories(name: str) -> list[dict[str, Any]]:
    rows = yaml.safe_load((PROJECT / "tests/scripts/stories" / name).read_text(encoding="utf-8"))
    return [*rows]


WEAK = stories("weak-stories.yml")
SPOKEN_WEAK = stories("weak-spoken-stories.yml")
SPOKEN_STRONG = stories("strong-stories.yml")
STRONG = 10
LONG = "I read one more page of it and I wrote down what I saw there. " * 8


def hints(call: Call, story: dict[str, Any]) -> set[str]:
    return {one["id"] for one in call("story-bank/hints.js", "hintsOf", story)}


def in_parts(paragraphs: tuple[str, ...]) -> dict[str, str]:
    """An answer spoken aloud, in the five parts of the form."""
    sentences = re.split(r"(?<=[.?!])\s+", " ".join(paragraphs))
    cuts = {"situation": (0, 3), "task": (3, 4), "action": (4, -4), "result": (-4, -2)}
    parts = {name: " ".join(sentences[a:b]) for name, (a, b) in cuts.items()}
    return {**parts, "reflection": " ".join(sentences[-2:]), "competencies": ["judgment"]}


@pytest.fixture(scope="module")
def strong(real_guide: Guide) -> list[dict[str, Any]]:
    rows = real_guide["worked-answers"].values()
    return [in_parts(level.answer) for row in rows for level in row.levels]


@pytest.mark.parametrize("weak", WEAK, ids=lambda weak: weak["story"]["situation"][:30])
def test_a_weak_story_gets_a_hint_on_what_it_lacks(call: Call, weak: dict[str, Any]) -> None:
    story = {
        **weak["story"],
        "action": weak["story"]["action"].replace("LONG", "I asked why. " * 120),
    }
    assert set(weak["bites"]) <= hints(call, story)


def test_ten_strong_stories_are_left_alone(call: Call, strong: list[dict[str, Any]]) -> None:
    # Cutting an answer into parts by counting puts a sentence into the wrong one here and there.
    assert sum(not hints(call, story) for story in strong) >= 2 * STRONG


def test_no_strong_story_is_called_vague_or_of_the_wrong_length(
    call: Call, strong: list[dict[str, Any]]
) -> None:
    said = set().union(*(hints(call, story) for story in strong))
    assert not said & {"vague", "too-short", "too-long", "no-reflection", "many-marks"}


def as_story(row: dict[str, Any]) -> dict[str, Any]:
    parts = {name: text.replace("LONG", LONG) for name, text in row["story"].items()}
    return {**parts, "competencies": row.get("competencies", ["judgment"])}


@pytest.mark.parametrize("row", SPOKEN_STRONG, ids=lambda row: row["story"]["situation"][:30])
def test_a_strong_story_as_people_tell_it_is_left_alone(call: Call, row: dict[str, Any]) -> None:
    assert hints(call, as_story(row)) == set(row.get("right", []))


@pytest.mark.parametrize("row", SPOKEN_WEAK, ids=lambda row: row["story"]["situation"][:30])
def test_a_weak_story_as_people_tell_it_gets_a_hint_on_its_fault_and_no_other(
    call: Call, row: dict[str, Any]
) -> None:
    assert hints(call, as_story(row)) == set(row["bites"])


def test_spoken_stories_cover_every_competency_and_every_hint(real_guide: Guide) -> None:
    shown = {name for row in SPOKEN_STRONG for name in row["competencies"]}
    assert shown == set(real_guide["competencies"])
    assert len(SPOKEN_STRONG) == len(SPOKEN_WEAK) == STRONG
    assert {name for row in SPOKEN_WEAK for name in row["bites"]} >= {
        "no-number",
        "more-we",
        "vague",
        "no-stakes",
        "no-reflection",
        "too-short",
        "too-long",
        "many-marks",
    }


PLAIN = next(row for row in SPOKEN_STRONG if row["competencies"] == ["technical-excellence"])


@pytest.mark.parametrize(
    "change",
    [
        {"result": "A third of the firms came back within the quarter."},
        {"result": "Fourteen of them signed. The pilot went well, so the others followed in May."},
        {"result": "None of the sellers went back to the old deck."},
        {
            "reflection": "The first test went well for the wrong reason. I now write down why first."
        },
    ],
    ids=lambda change: str(change)[:40],
)
def test_plain_speech_raises_no_false_alarm(call: Call, change: dict[str, str]) -> None:
    assert hints(call, as_story({**PLAIN, "story": {**PLAIN["story"], **change}})) == set()


def test_people_who_quit_are_a_stake(call: Call) -> None:
    story = {
        "situation": "Two nurses had quit over the plan for the nights.",
        "task": "I owned the plan.",
        "action": "I asked each nurse what she wanted, and I made the plan anew.",
        "result": "In the next year, nobody did.",
        "reflection": "I ask first now.",
    }
    assert "no-stakes" not in hints(call, story)
