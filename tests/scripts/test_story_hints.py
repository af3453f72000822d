"""The hints bite on ten weak stories and leave ten strong ones alone: those that the guide itself gives as answers."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from guide.rows.loading import Guide

from tests.guides import PROJECT
from tests.scripts.conftest import Call

WEAK = yaml.safe_load((PROJECT / "tests/scripts/weak-stories.yml").read_text(encoding="utf-8"))
STRONG = 10


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
def test_a_weak_story_is_told_what_it_lacks(call: Call, weak: dict[str, Any]) -> None:
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
