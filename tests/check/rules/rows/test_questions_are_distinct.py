"""Rows that break `questions_are_distinct`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from guide.check.rules.rows import questions_are_distinct

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

QUESTION = row("questions", question="Which market would you enter next, and why?")
BROKEN: dict[str, tuple[Tables, str]] = {
    "near-duplicate question": (
        {
            "questions": [
                QUESTION,
                row("questions", id="PM002", question="Design a lamp for the blind"),
                row(
                    "questions", id="PM003", question="Why, and which market would you enter next?"
                ),
            ]
        },
        "data/questions.yml:3: PM003 / question\n"
        "    'Why, and which market would you enter next?' is nearly the same question as 'PM001'. "
        "Keep one of the two.",
    ),
}
GOOD: dict[str, Tables] = {
    "distinct questions": {
        "questions": [
            QUESTION,
            row(
                "questions",
                id="PM002",
                question="Which feature would you remove next, and why?",
            ),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(questions_are_distinct, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(questions_are_distinct, guide_of(tmp_path, **tables)) == []


def test_every_pair_of_similar_questions_is_reported(tmp_path: Path) -> None:
    """The words by which two are compared at all are few: against every pair."""
    chance = random.Random(1)
    words = [f"word{n}" for n in range(30)]
    word_lists = [chance.sample(words, chance.randint(3, 14)) for _ in range(60)]
    # And nearly the same again: one word left out, another in its place, one more.
    word_lists += [
        *(each[1:] for each in word_lists),
        *([*each[1:], "else"] for each in word_lists),
    ]
    word_lists += [[*each, "more"] for each in word_lists[:60]]
    questions = [
        row("questions", id=f"PM{n:03}", question=" ".join(q)) for n, q in enumerate(word_lists)
    ]
    expected = [
        f"PM{n:03}"
        for n, words_of in enumerate(map(set, word_lists))
        if any(len(words_of & set(q)) / len(words_of | set(q)) >= 0.8 for q in word_lists[:n])
    ]
    guide = guide_of(tmp_path, questions=questions)
    assert [problem.row for problem in questions_are_distinct.check(guide, [])] == expected
    assert len(expected) > 60
