"""The data of the study tools: lists made from the rows that pages show.

Each function takes the guide and returns what JSON can hold. A tool fetches its lists by the names below; every text is
text, and the tool's templates escape it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ...pages.page import Page
from ...rows.loading import Guide
from .cards import claim_words, deck_list, question_words, term_words
from .case_room import case_room_files, case_room_list
from .last_day import last_day
from .mock_interview import mock_list, mock_words
from .offer_calculator.evidence import offer_evidence
from .offer_calculator.rules import offer_rules
from .planning import plan_guide, round_list
from .post_decoder import post_decoder
from .practice import practice_list, practice_words
from .preparing import competency_list, question_list, question_texts, task_list
from .role_plays import role_play_files, role_play_list
from .self_assessment import assessment_rows
from .story_bank import story_prompts
from .tools import tool_list
from .your_interviews import interview_files, interview_list

TOOL_DATA: Mapping[str, Callable[[Guide], Any]] = {
    "offer-evidence": offer_evidence,
    "offer-rules": offer_rules,
    "case-room": case_room_list,
    "competencies": competency_list,
    "mock": mock_list,
    "plan": plan_guide,
    "last-day": last_day,
    "post-decoder": post_decoder,
    "practice": practice_list,
    "questions": question_list,
    "role-plays": role_play_list,
    "rounds": round_list,
    "self-assessment": assessment_rows,
    "story-prompts": story_prompts,
    "tasks": task_list,
    "tools": tool_list,
    "your-interviews": interview_list,
}

# Texts that a tool fetches for the rows it shows, a file each: "question/PM001".
ROW_DATA: Mapping[str, Callable[[Guide], Mapping[str, Any]]] = {
    "claim": claim_words,
    "mock": mock_words,
    "practice": practice_words,
    "question": question_words,
    "term": term_words,
}


def tool_files(guide: Guide, pages: Iterable[Page]) -> dict[str, str]:
    """The text of each file by its name: {"tools.json": "[...]", "term/okr.json": "{...}"}."""
    pages = list(pages)
    found: dict[str, Any] = {"decks": deck_list(guide, pages)}
    found |= {f"question-texts/{part}": it for part, it in question_texts(guide, pages).items()}
    found |= role_play_files(guide)
    found |= case_room_files(guide)
    found |= interview_files(guide)
    found |= {name: make(guide) for name, make in TOOL_DATA.items()}
    for kind, make_rows in ROW_DATA.items():
        found |= {f"{kind}/{key}": words for key, words in make_rows(guide).items()}
    return {
        f"{name}.json": json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        for name, words in found.items()
    }
