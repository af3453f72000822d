"""Worked answers: one for each of three levels, in order, long enough to say something and short enough to say."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from guide.rows.loading import Guide
from guide.rows.models import WorkedAnswer
from guide.rows.models.preparing.practice import AnswerLevel
from pydantic import ValidationError

from tests.guides import row

# A person says about 140 words a minute; a story is two minutes.
FEWEST_WORDS, MOST_WORDS = 90, 280


def answers(*levels: str) -> list[dict[str, Any]]:
    return [{"level": one, "answer": ["I stopped it."], "next_question": "Why?"} for one in levels]


@pytest.mark.parametrize("levels", [("61", "63"), ("63", "61", "65"), ("61", "63", "63"), ()])
def test_an_answer_that_lacks_a_level_is_refused(levels: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match="give one answer each for 61, 63, 65, in order"):
        WorkedAnswer.model_validate(row("worked-answers", levels=answers(*levels)))


def test_three_levels_in_order_are_accepted() -> None:
    made = WorkedAnswer.model_validate(row("worked-answers", levels=answers("61", "63", "65")))
    assert tuple(one.level for one in made.levels) == get_args(AnswerLevel)


def test_each_track_has_six_answers_of_about_two_minutes_with_numbers(real_guide: Guide) -> None:
    rows = real_guide["worked-answers"].values()
    for track in ("pm", "pmm"):
        assert len({answer.competency for answer in rows if answer.track == track}) >= 6
    for answer in rows:
        for one in answer.levels:
            words = len(" ".join(one.answer).split())
            assert FEWEST_WORDS <= words <= MOST_WORDS, f"{answer.id} at {one.level}: {words} words"
            assert len(re.findall(r"\d+", " ".join(one.answer))) >= 2, f"{answer.id} at {one.level}"


def test_no_two_answers_open_alike(real_guide: Guide) -> None:
    """The answers differ by scope, not by a skeleton: none opens with the words of another."""
    openings = [
        " ".join(one.answer[0].split()[:4])
        for answer in real_guide["worked-answers"].values()
        for one in answer.levels
    ]
    assert len(set(openings)) == len(openings)
