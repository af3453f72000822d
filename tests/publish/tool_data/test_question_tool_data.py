"""What the tools are given about questions: an order that mixes kinds, the page of each, and what is shown of one."""

from __future__ import annotations

from pathlib import Path

from guide.publish.tool_data.practice import practice_words
from guide.publish.tool_data.preparing import QUESTIONS_A_PART, question_list, question_texts

from tests.guides import guide_of, page_of, row

STRATEGY = '[[= question_list(track="pm", category="strategy") =]]'


def test_kinds_take_turns_and_warm_ups_come_last(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path,
        questions=[
            row("questions", id="PM001", set="warm-up"),
            row("questions", id="PM002"),
            row("questions", id="PM003"),
            row("questions", id="PM004", category="metrics"),
        ],
    )
    found = question_list(guide)
    assert [one["id"] for one in found] == [f"question/PM{n}" for n in ("002", "004", "003", "001")]
    (words,) = question_texts(guide, [page_of(STRATEGY, path="prepare/q.md")]).values()
    pages = [words[one["id"]]["page"] for one in found]
    assert pages == ["prepare/q/#pm002", "", "prepare/q/#pm003", ""]


def test_the_words_of_a_question_are_in_the_part_that_the_list_names(tmp_path: Path) -> None:
    pm = [row("questions", id=f"PM{n:03}") for n in range(1, QUESTIONS_A_PART + 2)]
    guide = guide_of(tmp_path, questions=[*pm, row("questions", id="PMM001", track="pmm")])
    parts = question_texts(guide, [])
    assert sorted(parts) == ["pm-judgment-0", "pm-judgment-1", "pmm-judgment-0"]
    assert list(parts["pm-judgment-1"]) == [f"question/PM{QUESTIONS_A_PART + 1:03}"]
    for one in question_list(guide):
        assert one["id"] in parts[f"{one['track']}-{one['competency']}-{one['part']}"]


def test_a_question_brings_its_follow_ups_levels_and_the_rubric_of_its_kind(
    tmp_path: Path,
) -> None:
    guide = guide_of(
        tmp_path,
        sources=[row("sources")],
        competencies=[row("competencies", id="judgment")],
        questions=[row("questions"), row("questions", id="PM002", category="metrics")],
        question_rubrics=[row("question-rubrics")],
    )
    words = practice_words(guide)
    assert words["PM001"]["strong"] == ("Names a criterion", "Names a rival", "Names a stop")
    assert words["PM001"]["followUps"] == ("Why now?", "What if not?")
    assert list(words["PM001"]["levels"]) == ["61", "63", "65"]
    scores = words["PM001"]["scores"]["pm"]
    assert scores["type"] == "Strategy"
    assert scores["levels"] == [f"Score {number}" for number in range(1, 6)]
    assert words["PM002"]["scores"] == {}
