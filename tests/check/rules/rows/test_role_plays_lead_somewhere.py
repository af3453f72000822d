"""Rows that break `role_plays_lead_somewhere`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from guide.check.rules.rows import role_plays_lead_somewhere

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row


def changed_play(
    *, turn: int = 0, replies: Sequence[tuple[str, dict[str, Any]]] = (), **fields: Any
) -> dict[str, Any]:
    """The role-play of the test guides with one turn changed, and replies of that turn by their quality."""
    play = copy.deepcopy(row("role-plays"))
    one = play["turns"][turn]
    for quality, changes in replies:
        next(r for r in one["replies"] if r["id"] == f"r-{quality}").update(changes)
    one.update(fields)
    return play


LONGEST = changed_play(replies=[("strong", {"say": "Why not now?"})])
LONGEST["turns"][1]["replies"][0]["say"] = "Why not now?"
BROKEN: dict[str, tuple[Tables, str]] = {
    "role-play whose reply leads nowhere": (
        {"role_plays": [changed_play(replies=[("strong", {"next": "t-four"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one', reply 'r-strong': next is 't-four'. "
        "Allowed: t-one, t-two, t-three, the-end, no-end.",
    ),
    "role-play that goes in a circle": (
        {"role_plays": [changed_play(turn=2, replies=[("weak", {"next": "t-one"})])]},
        "data/role-plays.yml:1: a-play / turns\n    The conversation can loop: "
        "t-one -> t-two -> t-three -> t-one. Lead one reply elsewhere.",
    ),
    "role-play with an end that cannot be reached": (
        {
            "role_plays": [
                {
                    **changed_play(),
                    "endings": [
                        *changed_play()["endings"],
                        {"id": "lost-end", "result": "lost", "they_say": "No", "outcome": "No."},
                    ],
                }
            ]
        },
        "data/role-plays.yml:1: a-play / endings\n    No reply leads to 'lost-end'. "
        "Make it the next of a reply, or remove it.",
    ),
    "role-play with two turns of one name": (
        {"role_plays": [changed_play(turn=2, id="t-two")]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    't-two' is the id of two turns or endings. Give each its own.",
    ),
    "role-play with two replies of one name": (
        {"role_plays": [changed_play(replies=[("mixed", {"id": "r-weak"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one': 'r-weak' is the id of two replies. Give each its own.",
    ),
    "role-play turn without a weak reply": (
        {"role_plays": [changed_play(replies=[("weak", {"quality": "mixed"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one' has strong, mixed, mixed. Give one strong reply and a weak one or more.",
    ),
    "role-play reply that is far longer than another": (
        {"role_plays": [changed_play(replies=[("weak", {"say": "Why not, then, my friend?"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one': one reply is far longer than another "
        "(words: r-strong 2, r-mixed 2, r-weak 5). Even them out.",
    ),
    "role-play whose strong replies are the longest": (
        {"role_plays": [LONGEST]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    The strong reply is the longest in 2 of 3 turns (t-one, t-two), so its length gives it away. "
        "Change half of them.",
    ),
}
GOOD: dict[str, Tables] = {
    "role-play that leads to an end": {"role_plays": [row("role-plays")]},
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(role_plays_lead_somewhere, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(role_plays_lead_somewhere, guide_of(tmp_path, **tables)) == []
