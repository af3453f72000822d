"""Role-plays alone: each line has its replies in fixed places, and each weak one costs once."""

from __future__ import annotations

from typing import Any

import pytest
from guide.rows.loading import load_guide
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.guides import PROJECT
from tests.scripts.conftest import Call

PLAYS = [play.model_dump(mode="json") for play in load_guide(PROJECT)["role-plays"].values()]
kinds = st.sampled_from(["good", "weak"])


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play["id"])
def test_a_line_has_both_replies_and_they_stay_in_their_places(
    call: Call, play: dict[str, Any]
) -> None:
    for turn, line in enumerate(play["lines"]):
        both = call("role-plays/rehearsal.js", "replies", play, turn)
        assert both == call("role-plays/rehearsal.js", "replies", play, turn)
        assert {(reply["kind"], reply["text"]) for reply in both} == {
            ("good", line["good_reply"]),
            ("weak", line["weak_reply"]),
        }


def test_the_place_of_a_reply_does_not_give_it_away(call: Call) -> None:
    firsts = []
    for play in PLAYS:
        turns = range(len(play["lines"]))
        here = [call("role-plays/rehearsal.js", "replies", play, turn)[0]["kind"] for turn in turns]
        assert set(here) == {"good", "weak"}, play["id"]
        firsts += here
    assert 0.35 < firsts.count("good") / len(firsts) < 0.65


@settings(deadline=None)
@given(st.sampled_from(PLAYS), st.lists(kinds, max_size=5))
def test_each_weak_reply_costs_once_and_no_good_one_does(
    call: Call, play: dict[str, Any], said: list[str]
) -> None:
    costs = call("role-plays/rehearsal.js", "costsOf", play, said)
    assert [cost["turn"] for cost in costs] == [i for i, kind in enumerate(said) if kind == "weak"]
    assert [cost["consequence"] for cost in costs] == [
        play["lines"][cost["turn"]]["consequence"] for cost in costs
    ]
    assert call("role-plays/rehearsal.js", "isOver", play, said) == (
        len(said) == len(play["lines"])
    )
