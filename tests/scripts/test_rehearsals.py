"""Role-plays alone: every path leads to an end, and neither the place nor the order of a reply shows how good it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from guide.rows.loading import load_guide

from tests.guides import PROJECT
from tests.scripts.conftest import Call

PLAYS = [play.model_dump(mode="json") for play in load_guide(PROJECT)["role-plays"].values()]
WALK = "role-plays/rehearsal.js"
FEWEST_PLAYS = 16


def paths(play: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    """Every way from the first turn to an ending, by the rows alone."""
    turns = {turn["id"]: turn for turn in play["turns"]}

    def onward(turn: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
        for reply in turn["replies"]:
            following = turns.get(reply["next"])
            rests = onward(following) if following else iter([[]])
            yield from ([reply, *rest] for rest in rests)

    return onward(play["turns"][0])


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play["id"])
def test_every_path_is_walked_to_an_end(call: Call, play: dict[str, Any]) -> None:
    endings = {ending["id"]: ending for ending in play["endings"]}
    reached = set()
    for path in paths(play):
        walked = call(WALK, "walk", play, [reply["id"] for reply in path])
        assert walked["ending"] == endings[path[-1]["next"]]
        assert [step["reply"] for step in walked["steps"]] == path
        assert 1 <= walked["trust"] <= 5
        reached.add(walked["ending"]["id"])
    assert reached == set(endings)


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play["id"])
def test_the_strong_replies_lead_to_agreement_with_more_trust(
    call: Call, play: dict[str, Any]
) -> None:
    best = next(p for p in paths(play) if all(reply["quality"] == "strong" for reply in p))
    walked = call(WALK, "walk", play, [reply["id"] for reply in best])
    assert (walked["ending"]["result"], walked["trust"]) == ("agreed", 5)
    for path in paths(play):
        if all(reply["quality"] == "weak" for reply in path):
            end = call(WALK, "walk", play, [reply["id"] for reply in path])["ending"]
            assert end["result"] != "agreed"


def test_there_are_enough_and_two_kinds_of_end_in_each() -> None:
    assert len(PLAYS) >= FEWEST_PLAYS
    assert all(len({end["result"] for end in play["endings"]}) >= 2 for play in PLAYS)


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play["id"])
def test_a_turn_has_all_replies_and_they_stay_in_their_places(
    call: Call, play: dict[str, Any]
) -> None:
    for turn in play["turns"]:
        shown = call(WALK, "shuffled", play, turn)
        assert shown == call(WALK, "shuffled", play, turn)
        assert sorted(reply["id"] for reply in shown) == sorted(r["id"] for r in turn["replies"])


def test_the_place_of_a_reply_does_not_give_it_away(call: Call) -> None:
    places = [
        [reply["quality"] for reply in call(WALK, "shuffled", play, turn)].index("strong")
        for play in PLAYS
        for turn in play["turns"]
    ]
    for place in range(3):
        assert 0.2 < places.count(place) / len(places) < 0.47, place


def test_the_length_of_a_reply_does_not_give_it_away() -> None:
    """Over all turns the strong reply is the shortest, the middle and the longest about as often."""
    ranks = []
    for turn in (turn for play in PLAYS for turn in play["turns"]):
        counts = {reply["quality"]: [] for reply in turn["replies"]}
        for reply in turn["replies"]:
            counts[reply["quality"]].append(len(reply["say"].split()))
        (strong,) = counts.pop("strong")
        others = [count for found in counts.values() for count in found]
        ranks.append(sum(count < strong for count in others))
    for rank in range(3):
        assert 0.2 < ranks.count(rank) / len(ranks) < 0.47, rank


def test_each_reply_that_was_not_the_strong_one_is_reported_once_with_it(call: Call) -> None:
    play = PLAYS[0]
    path = next(p for p in paths(play) if [r["quality"] for r in p[:2]] == ["weak", "strong"])
    costs = call(WALK, "costsOf", play, [reply["id"] for reply in path])
    assert [cost["reply"] for cost in costs] == [r for r in path if r["quality"] != "strong"]
    assert all(cost["better"]["quality"] == "strong" for cost in costs)


def test_a_saved_path_stops_before_a_reply_that_the_guide_no_longer_has(call: Call) -> None:
    play = PLAYS[0]
    first = play["turns"][0]["replies"][0]["id"]
    assert call(WALK, "knownPath", play, [first, "gone", "more"]) == [first]
    assert call(WALK, "walk", play, [first, "gone"])["turn"]["id"] == "the-promise"
    assert call(WALK, "knownPath", play) == []  # saved before there were turns
