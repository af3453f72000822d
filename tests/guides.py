"""Small guides made of rows, for tests: only the tables that a test is about hold anything.

    guide = guide_of(tmp_path, sources=[row("sources", id="a")], claims=[row("claims")])

Table names are written with `_` for `-`. Each YAML row stands on one line, so the first row is on line 1; the first
row of a CSV table is on line 2, below the header.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from guide.pages.calls import parse_calls
from guide.pages.page import Page
from guide.rows.loading import Guide, load_guide
from guide.rows.tables import TABLE_BY_NAME

PROJECT = Path(__file__).resolve().parents[1]
COMPONENTS = PROJECT / "overrides" / "components"
RUBRIC = {"weak": ["Vague"], "mixed": ["Partly"], "strong": ["Clear"]}
ROWS: dict[str, dict[str, Any]] = {
    "sources": {
        "id": "a-source",
        "title": "A title",
        "publisher": "A publisher",
        "url": "https://example.org/a",
        "published": "2026-01",
        "retrieved": "2026-11-20",
        "kind": "press",
        "grade": "secondary",
    },
    "claims": {
        "id": "C001",
        "section": "Start",
        "page": "page.md",
        "claim": "A claim",
        "kind": "fact",
        "verdict": "supported",
        "evidence": ["a-source"],
        "note": "Why",
    },
    "unknowns": {
        "id": "a-gap",
        "topic": "pay",
        "unknown": "What nobody knows",
        "would_settle_it": "A text",
    },
    "answers": {
        "id": "an-answer",
        "question": "How many?",
        "answer": "Three",
        "page": "page.md",
        "subject": "loop",
        "directness": "direct",
        "sources": ["a-source"],
        "would_change_it": "A report",
    },
    "tracks": {
        "id": "pm",
        "name": "Product Manager",
        "abbreviation": "PM",
        "summary": "Decides",
        "sources": ["a-source"],
    },
    "role-aspects": {
        "id": "an-aspect",
        "aspect": "What?",
        "pm": "This",
        "pmm": "That",
        "sources": ["a-source"],
    },
    "ownership": {
        "id": "a-step",
        "order": 1,
        "step": "Idea",
        "pm": "leads",
        "pmm": "shares",
        "others": "Design",
        "basis": "sourced",
        "sources": ["a-source"],
    },
    "loops": {
        "id": "a-stage",
        "track": "pm",
        "order": 1,
        "name": "Screen",
        "who_is_in_the_room": "A recruiter",
        "what_is_evaluated": ["Fit"],
        "how_to_prepare": ["Read"],
        "what_to_ask": "When?",
        "basis": "reported",
        "sources": ["a-source"],
    },
    "loop-reports": {
        "id": "a-report",
        "source": "a-source",
        "track": "pm",
        "reported_on": "2026-05",
        "rounds_low": 3,
        "rounds_high": 4,
    },
    "levels": {
        "level": 64,
        "band": "senior",
        "pm_title": "Senior PM",
        "code_basis": "title",
        "mapping_basis": "A post",
        "confidence": "low",
        "sources": "a-source",
    },
    "compensation": {
        "id": "pm-64-total",
        "track": "pm",
        "level": 64,
        "title": "Senior PM",
        "region": "us",
        "metric": "total",
        "statistic": "median",
        "value": 274000,
        "unit": "USD",
        "per": "year",
        "as_of": "2026-06",
        "confidence": "medium",
        "source": "a-source",
    },
    "pay-aggregates": {
        "id": "pm-64-old",
        "title": "product-manager",
        "level": 64,
        "region": "us",
        "period": "2017/2021",
        "metric": "total",
        "per": "year",
        "n": 40,
        "p10": 1,
        "p25": 2,
        "median": 3,
        "p75": 4,
        "p90": 5,
        "source": "a-source",
    },
    "job-posts": {
        "id": "1800001",
        "track": "pm",
        "title": "Senior PM",
        "discipline": "Product Management",
        "codes": "IC4",
        "us_low": 100000,
        "us_high": 200000,
        "metro_low": 130000,
        "metro_high": 230000,
        "posted": "2025-10-08",
        "apply_until": "2025-10-16",
        "required_years": 5,
        "themes_coded": "yes",
        "text_read": "qualifications",
        "copied": "2025-10-18",
        "source": "a-source",
    },
    "post-themes": {
        "id": "storytelling",
        "theme": "Storytelling",
        "tracks": ["pm", "pmm"],
        "means": "The post says story",
        "words": ["storytelling"],
        "competency": "a-competency",
        "page": "prepare/stories.md",
    },
    "post-signs": {"id": "a-sign", "sign": "post", "words": ["qualifications"]},
    "job-post-themes": {
        "id": "1800001-storytelling",
        "post": "1800001",
        "theme": "storytelling",
        "requirement": "required",
    },
    "posted-ranges": {
        "id": "a-post",
        "track": "pm",
        "discipline": "Product Management",
        "title": "Senior PM",
        "code": "IC4",
        "code_basis": "printed",
        "region": "us",
        "low": 100000,
        "high": 200000,
        "per": "year",
        "as_of": "2026",
        "confidence": "high",
        "source": "a-source",
    },
    "offer-guidelines": {
        "level": 64,
        "band": "Senior",
        "main_base_per_year_low": 100000,
        "main_base_per_year_high": 200000,
        "as_of": "2025-05",
        "confidence": "high",
        "source": "a-source",
    },
    "article-figures": {
        "id": "a-figure",
        "claim": "C001",
        "track": "pm",
        "level": 64,
        "metric": "base",
        "low": 350000,
        "high": 350000,
        "per": "year",
        "verdict": "contradicted",
        "evidence": "Above all",
    },
    "offer-facts": {
        "id": "a-fact",
        "fact": "Stock vests",
        "confidence": "high",
        "sources": ["a-source"],
    },
    "mistakes": {
        "id": "a-mistake",
        "title": "Rushing",
        "track": "pm",
        "stage": "offer",
        "weak": "You rush",
        "strong": "You wait",
        "why": "Haste",
        "fix": "Breathe",
        "rewrite": "I take it",
        "model_answer": "I ask first",
        "sources": ["a-source"],
    },
    "questions": {
        "id": "PM001",
        "track": "pm",
        "category": "strategy",
        "competency": "judgment",
        "scope": "microsoft-guide",
        "question": "Which market would you enter next?",
        "source": "a-source",
        "strong_answer": ["Names a criterion", "Names a rival", "Names a stop"],
        "follow_ups": ["Why now?", "What if not?"],
        "levels": {"at_61": "You choose", "at_63": "You give up", "at_65": "You fund"},
    },
    "question-rubrics": {
        "id": "a-rubric",
        "track": "pm",
        "type": "Strategy",
        "categories": ["strategy"],
        "listens_for": ["an answer"],
        "levels": {f"level_{number}": f"Score {number}" for number in range(1, 6)},
        "by_level": {"at_61": "One product", "at_63": "A segment", "at_65": "A market"},
        "red_flag": "It depends",
        "informed_by": ["a-source"],
    },
    "mock-rounds": {
        "id": "a-rubric",
        "place": 1,
        "minutes": 30,
        "trains": ["a-competency"],
        "why": "It surprises",
        "opening": "Begin",
        "marks": [{"minute": 5, "said": "The goal"}, {"minute": 20, "said": "A measure"}],
        "curveballs": ["Half the money", "Half the time"],
    },
    "prompt-packs": {
        "id": "a-pack",
        "kind": "interviewer",
        "track": "pm",
        "title": "An interviewer",
        "use": "Before the loop",
        "stage": "a-stage",
        "categories": ["strategy"],
    },
    "prompt-examples": {
        "id": "an-example",
        "pack": "a-pack",
        "title": "A practice",
        "turns": [{"who": "you", "says": "Yes"}] * 4,
        "notice": "The answer",
    },
    "glossary": {"id": "a-term", "term": "Term", "track": "both", "definition": "A word"},
    "competencies": {
        "id": "a-competency",
        "name": "Judgment",
        "meaning": "Decides well",
        "wording": "Ours",
        "basis": "our-label",
        "pm": RUBRIC,
        "pmm": RUBRIC,
        "prepare": "Tell a story",
        "sources": ["a-source"],
    },
    "worked-answers": {
        "id": "an-answer",
        "competency": "a-competency",
        "track": "pm",
        "question": "PM001",
        "setting": "A small firm",
        "levels": [
            {"level": level, "answer": ["I stopped it."], "next_question": "Why?"}
            for level in ("61", "63", "65")
        ],
        "grows": "The reach",
    },
    "transcripts": {
        "id": "three-answers",
        "track": "pm",
        "question": "PM001",
        "setting": "Five minutes",
        "candidates": [
            {
                "level": level,
                "verdict": "hire",
                "exchanges": [{"asks": "Why?", "says": "I stopped it."}] * 2,
                "notes": [{"quote": "I stopped it", "note": "Acts"}] * 2,
                "why": "It is theirs.",
            }
            for level in ("63", "61", "65")
        ],
        "differs": "The reach",
    },
    "case-numbers": {
        "id": "a-sum",
        "title": "One plant",
        "lines": [{"key": "price", "label": "Price", "cells": ["600"]}],
    },
    "cases": {
        "id": "a-case",
        "track": "pm",
        "title": "A limit",
        "product": "A product",
        "trains": "strategy",
        "question_type": "pm-strategy",
        "minutes": 30,
        "page": "page.md",
        "question": "Raise it or sell it?",
        "curveballs": [{"says": f"No {n}", "strong_reply": "Why?"} for n in (1, 2, 3)],
        "strong_answer": ["Asks what it protects"],
        "rubric": RUBRIC,
    },
    "case-facts": {
        "id": "a-case-fact",
        "case": "a-case",
        "ask": "What is the limit?",
        "asked_as": ["cap"],
        "unasked": "That there is none.",
        "fact": "It has three sizes",
        "sources": ["a-source"],
    },
    "case-answers": {
        "id": "a-case-answer",
        "case": "a-case",
        "level": "63",
        "answer": ["I'd ask first."],
        "probes": [{"asks": "Why?", "reply": "It decides."}],
    },
    "role-plays": {
        "id": "a-play",
        "title": "The late launch",
        "track": "both",
        "minutes": 10,
        "setting": "A room",
        "you_are": "The PM",
        "counterpart": "An engineer",
        "hidden_incentive": "A bonus",
        "opening_line": "No",
        "turns": [
            {
                "id": turn,
                "they_say": "No",
                "they_want": "Time",
                "replies": [
                    {"id": f"r-{quality}", "say": "Why not?", "quality": quality, "trust": trust}
                    | {"reaction": "They nod.", "next": then if trust >= 0 else "no-end"}
                    for quality, trust in (("strong", 1), ("mixed", 0), ("weak", -1))
                ],
            }
            for turn, then in (("t-one", "t-two"), ("t-two", "t-three"), ("t-three", "the-end"))
        ],
        "endings": [
            {"id": "the-end", "result": "agreed", "they_say": "Yes", "outcome": "It ships."},
            {"id": "no-end", "result": "lost", "they_say": "No", "outcome": "It does not."},
        ],
        "good_path": ["Ask"],
        "trap": "Argue",
        "rubric": RUBRIC,
        "basis": "Ours",
    },
    "translations": {
        "id": "an-idea",
        "idea": "Cache",
        "buyer": "a buyer",
        "plain_version": "A drawer",
        "avoid": ["latency"],
        "likely_pushback": "So?",
        "reply": "It is faster",
    },
    "story-map-example": {
        "id": "a-story",
        "story": "The launch",
        "competencies": ["a-competency"],
        "pm_angle": "What was built",
        "pmm_angle": "What was said",
    },
    "checklist": {
        "id": "a-task",
        "phase": "gather",
        "order": 1,
        "track": "both",
        "task": "Write it down",
        "minutes": 60,
        "done_when": "It is written",
        "page": "page.md",
    },
    "study-plans": {
        "id": "two-week-1",
        "weeks": 2,
        "week": 1,
        "focus": "Stories",
        "tasks": ["a-task"],
    },
    "plan-priorities": {
        "id": "a-priority",
        "order": 1,
        "name": "Stories",
        "tasks": ["a-task"],
        "why": "They take longest",
    },
    "self-assessment": {
        "id": "a-pair",
        "order": 1,
        "theme": "Work",
        "pm_statement": "I build",
        "pmm_statement": "I tell",
        "weight": 1,
        "why": "It is daily",
    },
    "questions-to-ask": {
        "id": "an-ask",
        "track": "both",
        "ask_whom": "recruiter",
        "question": "Which level?",
        "listen_for": "A number",
    },
    "faq": {
        "id": "a-faq",
        "topic": "pay",
        "question": "How much?",
        "answer": "It depends",
        "page": "page.md",
        "sources": ["a-source"],
    },
    "culture": {
        "id": "a-value",
        "kind": "value",
        "name": "Respect",
        "meaning": "As it says",
        "sources": ["a-source"],
    },
    "final-talk-accounts": {"id": "an-account", "account": "A veto", "source": "a-source"},
    "name-history": {
        "id": "a-time",
        "period": "1990/2000",
        "pm_side": "Program Manager",
        "marketing_side": "Product Manager",
        "reading_tip": "Mind the year",
        "sources": ["a-source"],
    },
    "transfer-rules": {
        "id": "a-rule",
        "rule": "Ask your manager",
        "status": "historic",
        "means_for_you": "Ask",
        "sources": ["a-source"],
    },
    "ai-facts": {
        "id": "a-test",
        "topic": "evaluation",
        "statement": "Tests come first.",
        "as_of": "2026-08",
        "confidence": "high",
        "page": "page.md",
        "sources": ["a-source"],
    },
    "selling-facts": {
        "id": "a-sale",
        "topic": "field",
        "statement": "A seller calls.",
        "confidence": "high",
        "page": "page.md",
        "sources": ["a-source"],
    },
    "company-changes": {
        "id": "a-move",
        "topic": "organization",
        "happened": "2025-10-01",
        "headline": "A team moved",
        "statement": "A team moved to another leader.",
        "means_for_you": "Ask who leads it",
        "confidence": "high",
        "pages": ["page.md"],
        "sources": ["a-source"],
    },
    "sales-stages": {
        "id": "a-call",
        "order": 1,
        "name": "Listen",
        "led_by": "account-team",
        "happens": "They listen.",
        "ends_with": "a reason to go on",
        "you_make": "Five questions",
        "leave_alone": "The account plan",
        "drill": "Write one",
        "strong": "It can end the call",
        "sources": ["a-source"],
    },
    "fiscal-year": {
        "id": "a-month",
        "order": 1,
        "mark": "The year begins",
        "means_for_you": "Be ready",
        "sources": ["a-source"],
    },
    "negotiation-accounts": {
        "id": "an-account",
        "who": "Engineer",
        "date": "2025-10",
        "asked_by": "asking",
        "outcome": "gained",
        "what": "Asked and got more",
        "confidence": "medium",
        "address": "https://example.org/post",
        "source": "a-source",
    },
    "negotiation-facts": {
        "id": "a-law",
        "topic": "law",
        "statement": "They may not ask",
        "confidence": "high",
        "sources": ["a-source"],
    },
    "negotiation-scripts": {
        "id": "a-script",
        "situation": "They call",
        "say": "Thank you",
        "why": "It is polite",
    },
    "worked-offers": {
        "id": "an-offer",
        "title": "An offer",
        "track": "pm",
        "level": 64,
        "base_per_year": 100000,
        "bonus_percent_of_base": 10,
        "bonus_percent_of_base_high": 20,
        "on_hire_stock_per_four_year_grant": 80000,
        "annual_stock_per_five_year_grant": 10000,
        "sign_on_year_1": 5000,
        "sign_on_year_2": 0,
        "note": "Made up",
    },
    "changes": {
        "id": "a-change",
        "date": "2026-11-20",
        "kind": "added",
        "what": "A page",
        "page": "page.md",
    },
    "partners": {
        "id": "a-partner",
        "partner": "Sales",
        "side": "pmm",
        "works_on": "Launches",
        "sources": ["a-source"],
    },
    "reader-paths": {
        "id": "a-path",
        "order": 1,
        "reader": "Choosing",
        "question": "Which one?",
        "steps": [{"page": "index.md", "name": "Start", "gives": "a start"}],
    },
    "synonyms": {"id": "a-group", "words": ["salary", "wage"]},
    "study-tools": {
        "id": "a-tool",
        "name": "A tool",
        "promise": "Does this",
        "on_paper": "Take a pencil",
        "page": "page.md",
    },
    "reader-questions": {"id": "a-place", "page": "page.md", "asked": ["how much is it"]},
    "retired-ids": {"id": "old-id", "table": "sources", "reason": "Merged"},
}


def row(table: str, **changes: Any) -> dict[str, Any]:
    """A row that its model takes, with changes; the value None takes a field out."""
    fields = {**ROWS[table], **changes}
    return {name: value for name, value in fields.items() if value is not None}


def table_text(name: str, rows: list[dict[str, Any]]) -> str:
    """The rows as the text of their data file."""
    table = TABLE_BY_NAME[name]
    if not table.is_csv:
        # JSON is YAML, and keeps a row on one line.
        return "".join(f"- {json.dumps(fields, ensure_ascii=False)}\n" for fields in rows) or "[]\n"
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows(
        [table.fields, *([fields.get(n, "") for n in table.fields] for fields in rows)]
    )
    return buffer.getvalue()


def write_tables(root: Path, **tables: list[dict[str, Any]]) -> None:
    """Write every table of a guide below `root`; those that are not given are empty."""
    for name, table in TABLE_BY_NAME.items():
        path = root / "data" / table.file
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = tables.get(name.replace("-", "_"), [])
        path.write_text(table_text(name, rows), encoding="utf-8")


def guide_of(root: Path, **tables: list[dict[str, Any]]) -> Guide:
    """The guide that holds these rows and no others."""
    write_tables(root, **tables)
    guide = load_guide(root)
    assert not guide.problems, "\n".join(map(str, guide.problems))
    # The root of the project, so that components and pages are those that readers get.
    return replace(guide, root=PROJECT)


DESCRIPTION = "What this page says, in a sentence that is long enough for a search engine."


def page_of(body: str, *, title: str = "A page", path: str = "page.md") -> Page:
    """A page with a short front matter (5 lines, the empty one counted) around a body, parsed."""
    text = f"---\ntitle: {title}\ndescription: {DESCRIPTION}\n---\n\n{body}"
    page = Page(path, f"docs/{path}", text)
    parse_calls(page)
    return page


def quick_and_slow(quick: Iterable[Any], slow: Iterable[Any]) -> list[Any]:
    """Cases of one test: those of `make test`, and those for the slow proofs, which repeat them elsewhere."""
    return [*quick, *(pytest.param(one, marks=pytest.mark.long) for one in slow)]
