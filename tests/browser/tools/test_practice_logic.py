"""What the practice and the cards decide: the day's set, the day something comes back, the time, the history."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.tools.conftest import Call

TODAY = "2026-11-25"
RATINGS = ["again", "hard", "good", "easy"]
ANY = {"track": "both", "categories": [], "competencies": [], "scopes": []}
# The browser is shared by all examples and keeps nothing of them.
in_browser = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

few = st.sampled_from
days = st.dates(
    min_value=dt.date(2026, 11, 1),
    max_value=dt.date(2026, 12, 20),
).map(str)


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    """Questions, what was answered of them, choices, a size and a seed."""
    questions = [
        {
            "id": f"PM{number:03}",
            "track": draw(few(["pm", "pmm", "both"])),
            "category": draw(few(["pricing", "growth"])),
            "competency": draw(few(["judgment", "influence", "focus"])),
            "scope": draw(few(["question-bank", "pmm-generic"])),
        }
        for number in range(draw(st.integers(0, 24)))
    ]
    seen = {
        question["id"]: {"due": draw(days), "last": draw(few([TODAY, "2026-11-01"]))}
        for question in questions
        if draw(st.booleans())
    }
    for kept in seen.values():
        if kept["last"] == TODAY:
            kept["due"] = "2026-11-28"
    return {
        "questions": questions,
        "seen": seen,
        "choices": {
            "track": draw(few(["pm", "pmm", "both"])),
            "categories": draw(few([[], ["pricing"]])),
            "competencies": draw(few([[], ["judgment", "focus"]])),
            "scopes": draw(few([[], ["question-bank"]])),
        },
        "size": draw(st.integers(1, 10)),
        "day": TODAY,
        "seed": draw(st.text(max_size=5)),
    }


def fits(question: dict[str, str], choices: dict[str, Any]) -> bool:
    lists = {"categories": "category", "competencies": "competency", "scopes": "scope"}
    return (choices["track"] == "both" or question["track"] in (choices["track"], "both")) and all(
        not choices[name] or question[field] in choices[name] for name, field in lists.items()
    )


def open_questions(situation: dict[str, Any], drawn: list[str]) -> list[dict[str, str]]:
    """What could still be drawn: it fits, is due or new, was not answered today, and is not drawn."""
    seen = situation["seen"]
    return [
        q
        for q in situation["questions"]
        if fits(q, situation["choices"])
        and q["id"] not in drawn
        and (q["id"] not in seen or seen[q["id"]]["due"] <= TODAY)
    ]


@in_browser
@given(situation=situations())
def test_a_set_is_full_fits_and_holds_nothing_twice(call: Call, situation: dict[str, Any]) -> None:
    drawn = call("practice/question-picker.js", "drawSet", situation)
    by_id = {q["id"]: q for q in situation["questions"]}
    assert len(drawn) == len(set(drawn)) <= situation["size"]
    assert all(fits(by_id[one], situation["choices"]) for one in drawn)
    assert all(situation["seen"].get(one, {"due": TODAY})["due"] <= TODAY for one in drawn)
    assert len(drawn) == situation["size"] or open_questions(situation, drawn) == []
    assert call("practice/question-picker.js", "drawSet", situation) == drawn


@in_browser
@given(situation=situations())
def test_due_questions_come_before_new_ones(call: Call, situation: dict[str, Any]) -> None:
    drawn = call("practice/question-picker.js", "drawSet", situation)
    is_new = [one not in situation["seen"] for one in drawn]
    assert is_new == sorted(is_new)
    if any(is_new):
        left = open_questions(situation, drawn)
        assert [q for q in left if q["id"] in situation["seen"]] == []


@in_browser
@given(situation=situations())
def test_new_questions_are_balanced_over_competencies(
    call: Call, situation: dict[str, Any]
) -> None:
    situation["seen"] = {}
    drawn = call("practice/question-picker.js", "drawSet", situation)
    by_id = {q["id"]: q for q in situation["questions"]}
    had = Counter(by_id[one]["competency"] for one in drawn)
    for competency in {q["competency"] for q in open_questions(situation, drawn)}:
        # Another one may have at most one more than a competency that was not used up.
        assert max(had.values()) - had[competency] <= 1


@in_browser
@given(situation=situations(), answered=st.integers(0, 6))
def test_the_set_of_a_day_stays_while_it_is_answered(
    call: Call, situation: dict[str, Any], answered: int
) -> None:
    first = call("practice/question-picker.js", "drawSet", situation)
    done = first[:answered]
    seen = situation["seen"] | {one: {"due": "2026-11-28", "last": TODAY} for one in done}
    later = call("practice/question-picker.js", "drawSet", situation | {"seen": seen, "ids": first})
    assert sorted(later) == sorted(first)


def test_the_seed_and_the_day_decide_which_new_questions_are_drawn(call: Call) -> None:
    questions = [
        {"id": f"PM{n:03}", "track": "pm", "category": "a", "competency": "b", "scope": "c"}
        for n in range(40)
    ]
    sets = {
        tuple(
            call(
                "practice/question-picker.js",
                "drawSet",
                {"questions": questions, "seen": {}, "choices": ANY, "size": 7, "day": day},
            )
        )
        for day in ("2026-11-25", "2026-11-26", "2026-11-27")
    }
    assert len(sets) == 3


ANSWERS = st.lists(
    st.fixed_dictionaries({"day": days, "rating": few(RATINGS)}),
    max_size=6,
    unique_by=lambda answer: answer["day"],
).map(lambda answers: [answer for answer in answers if answer["day"] < TODAY])


@in_browser
@given(answers=ANSWERS)
def test_a_better_rating_never_comes_back_sooner(call: Call, answers: list[Any]) -> None:
    outlook = call("shared/fsrs.js", "outlook", answers, TODAY)
    due = [outlook[rating] for rating in RATINGS]
    assert TODAY < due[0] <= due[1] <= due[2] <= due[3]
    assert due[0] < due[3]


@in_browser
@given(answers=ANSWERS, rating=few(RATINGS), second=few(RATINGS))
def test_the_first_rating_of_a_day_counts_and_can_be_taken_back(
    call: Call, answers: list[Any], rating: str, second: str
) -> None:
    kept = None
    for answer in answers:
        kept = call("shared/fsrs.js", "withAnswer", kept, answer)
    once = call("shared/fsrs.js", "withAnswer", kept, {"day": TODAY, "rating": rating})
    twice = call("shared/fsrs.js", "withAnswer", once, {"day": TODAY, "rating": second})
    assert twice["due"] == once["due"]
    assert call("shared/fsrs.js", "withoutNewest", once) == kept
    assert once["due"] == call("shared/fsrs.js", "dueAfter", list(reversed(once["answers"])))


def test_a_draft_stays_when_the_only_rating_is_taken_back(call: Call) -> None:
    value = {
        "answers": [{"day": TODAY, "rating": "good"}],
        "due": "2026-11-28",
        "draft": "key words",
    }
    assert call("shared/fsrs.js", "withoutNewest", value) == {"draft": "key words"}


# A timer ran for these stretches; between them it was paused. Milliseconds.
@in_browser
@given(
    stretches=st.lists(
        st.tuples(st.integers(0, 10**8), st.integers(0, 10**8)), min_size=1, max_size=5
    )
)
def test_a_timer_counts_what_ran_and_nothing_else(call: Call, stretches: list[Any]) -> None:
    now, timer = 1_700_000_000_000, call("shared/timer.js", "newTimer", "up", 3)
    for ran, stood in stretches:
        timer = call("shared/timer.js", "started", timer, now)
        timer = call("shared/timer.js", "paused", timer, now + ran)
        now += ran + stood
    assert call("shared/timer.js", "elapsed", timer, now) == sum(ran for ran, _ in stretches)


@pytest.mark.parametrize(
    ("mode", "seconds", "time", "words"),
    [
        ("up", 0, "0:00", "gone by"),
        ("up", 3725, "62:05", "gone by"),
        ("down", 0, "3:00", "left"),
        ("down", 179, "0:01", "left"),
        ("down", 180, "0:00", "over the time you set"),
        ("down", 200, "0:20", "over the time you set"),
    ],
)
def test_a_timer_says_its_time_and_state_in_words(
    call: Call, mode: str, seconds: int, time: str, words: str
) -> None:
    timer = call("shared/timer.js", "started", call("shared/timer.js", "newTimer", mode, 3), 0)
    assert call("shared/timer.js", "reading", timer, seconds * 1000) == {
        "time": time,
        "words": words,
    }
    stopped = call("shared/timer.js", "paused", timer, seconds * 1000)
    state = "paused" if seconds else "not started"
    assert call("shared/timer.js", "reading", stopped, 10**9)["words"] == f"{words}, {state}"


def test_a_clock_that_is_set_back_takes_no_time_away(call: Call) -> None:
    timer = call("shared/timer.js", "started", call("shared/timer.js", "newTimer", "up", 3), 5000)
    assert call("shared/timer.js", "elapsed", timer, 1000) == 0


def test_the_history_groups_answers_by_competency_in_order_of_time(call: Call) -> None:
    questions = [
        {"id": "PM001", "competency": "judgment"},
        {"id": "PM002", "competency": "judgment"},
        {"id": "PM003", "competency": "focus"},
    ]
    kept = {
        "PM001": {
            "answers": [{"day": "2026-11-20", "rating": "again"}, {"day": TODAY, "rating": "good"}]
        },
        "PM002": {"answers": [{"day": "2026-11-22", "rating": "hard"}]},
        "PM003": {"draft": "not rated yet"},
    }
    history = call(
        "practice/history.js", "historyByCompetency", kept, questions, ["focus", "judgment"]
    )
    assert [(h["competency"], [a["rating"] for a in h["answers"]]) for h in history] == [
        ("judgment", ["again", "hard", "good"])
    ]


@in_browser
@given(ratings=st.lists(few(RATINGS), min_size=1, max_size=12))
def test_the_picture_shows_later_further_right_and_better_higher(
    call: Call, ratings: list[str]
) -> None:
    box = {"width": 120, "height": 36, "edge": 5}
    dots = call("practice/history.js", "dots", ratings, box)
    assert [d["x"] for d in dots] == sorted(d["x"] for d in dots)
    assert all(5 <= d["x"] <= 115 and 5 <= d["y"] <= 31 for d in dots)
    for one, rating in zip(dots, ratings, strict=True):
        for other, against in zip(dots, ratings, strict=True):
            assert (one["y"] < other["y"]) == (RATINGS.index(rating) > RATINGS.index(against))


CARD_IDS = st.lists(few([f"term/t{n}" for n in range(30)]), max_size=40)


@in_browser
@given(cards=CARD_IDS, dues=st.dictionaries(few([f"term/t{n}" for n in range(30)]), days))
def test_due_cards_come_before_new_ones_and_none_twice(
    call: Call, cards: list[str], dues: dict[str, str]
) -> None:
    queue = call("cards/decks.js", "cardsFor", cards, dues, TODAY)
    assert len(queue) == len(set(queue)) <= 12
    assert set(queue) <= set(cards)
    is_new = [one not in dues for one in queue]
    assert is_new == sorted(is_new)
    waited = [dues[one] for one in queue if one in dues]
    assert waited == sorted(waited)
    assert all(day <= TODAY for day in waited)
    left = {one for one in cards if dues.get(one, TODAY) <= TODAY} - set(queue)
    assert len(queue) == 12 or left == set()


@in_browser
@given(known=st.lists(st.booleans(), min_size=1, max_size=40))
def test_a_card_that_was_not_known_comes_again_until_it_is(call: Call, known: list[bool]) -> None:
    queue = ["term/a", "term/b", "term/c"]
    for is_known in known:
        if not queue:
            break
        after = call("cards/decks.js", "queueAfter", queue, is_known)
        assert (queue[0] in after) is (not is_known)
        assert after == queue[1:] + ([] if is_known else queue[:1])
        queue = after
