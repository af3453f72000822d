"""A call of each macro, for tests that render them all; one that takes arguments fails there until it has its own."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import pytest
from guide.facts.pay import COUNTING_RULES
from guide.rows.loading import Guide
from guide.rows.models.culture import CultureKind
from guide.rows.models.facts import CompanyTopic
from guide.rows.models.pay.negotiation import NegotiationTopic
from guide.rows.models.preparing.preparation import FaqTopic
from guide.view.macros import MACROS

LIST = "tests/view/example_calls.py"
# An argument for each macro that needs one; a new macro fails here until it has its own.
CALLS: dict[str, list[dict[str, Any]]] = {
    "theme_share": [{"theme": "ai-experience", "track": "pm"}],
    "post_themes": [{"track": track} for track in ("pm", "pmm", "both")],
    "coded_posts": [{"track": "pm"}],
    "job_post_list": [{"track": "pm"}, {"track": "field-pmm"}],
    "negotiation_count": [{"what": "gained"}],
    "negotiation_facts": [{"topic": topic} for topic in get_args(NegotiationTopic)],
    "offer_floor": [{"offer_id": "pm-level-64"}],
    "offer_place": [{"offer_id": "pm-level-64", "range_id": "pm-ic4-us"}],
    "offer_year": [{"offer_id": "pm-level-64", "year": 3}],
    "posted_gap": [{"code": "IC4"}],
    "posts_counting_product_years": [{"track": "pmm"}],
    "posts_with_travel": [{"travel": "0-25%"}],
    "file_to_save": [{"path": "cards/microsoft-pm.apkg", "text": "PM"}],
    "range_history": [{"family": "engineering"}, {"family": "marketing"}],
    "compensation_chart": [{"track": "pm"}, {"track": "pmm", "metric": "base"}],
    "compensation_table": [{"track": "pm"}, {"track": "pmm"}],
    "loop_rounds": [{"track": "pm"}, {"track": "pmm"}],
    "loop_stages": [{"track": "pm"}, {"track": "pmm"}],
    "loop_reports": [{"track": "pm"}, {"track": "pmm"}],
    "transcripts": [{"track": "pm"}, {"track": "pmm"}],
    "writing_lines": [{"labels": "First; Second"}],
    "case_list": [{"track": "pm"}, {"track": "pmm"}],
    "case_number": [{"line": "notes"}],
    "claim_list": [{"verdict": "disputed"}],
    "source_list": [{"grade": "one-article-only"}],
    "guideline_ceiling": [{"level": 64}],
    "mistake_cards": [{"stage": "offer"}, {"stage": "preparing"}],
    "competency_rubrics": [{"track": "pm"}, {"track": "pmm"}],
    "worked_answers": [{"track": "pm"}, {"track": "pmm"}],
    "role_plays": [{"track": track} for track in ("pm", "pmm", "both")],
    "question_count": [{"track": "pm"}],
    "question_index": [{"track": "pm"}, {"track": "pmm"}],
    "question_list": [
        {"track": "pm", "category": "strategy"},
        {"track": "pmm", "category": "pricing"},
        {"track": "both", "category": "behavioral"},
    ],
    "question_rubrics": [{"track": "pm"}, {"track": "pmm"}],
    "rounds_in_order": [{"track": "pm"}, {"track": "pmm"}],
    "study_plan": [{"weeks": weeks} for weeks in (2, 4, 8)],
    "culture_list": [{"kind": kind} for kind in get_args(CultureKind)],
    "company_changes": [{"topic": topic} for topic in get_args(CompanyTopic)],
    "faq_list": [{"topic": topic} for topic in get_args(FaqTopic)],
    "figure": [{}, {"brief": True}],
    "file_link": [{"path": "data/faq.yml"}],
    "level": [{"level_number": 64}, {"level_number": 64, "number": True}],
    "term": [{}, {"text": "<b>a*b*</b>"}],
}
# These print nothing but our own words, numbers and marks.
WITHOUT_TEXT = {
    "file_to_save",
    "download_list",
    "writing_lines",
    "case_number",
    "certainty",
    "theme_share",
    "coded_posts",
    "counting_rule",
    "days_open",
    "negotiation_count",
    "offer_floor",
    "offer_place",
    "offer_year",
    "posted_gap",
    "posted_pay_comparison",
    "posted_range_chart",
    "posts_counting_product_years",
    "posts_with_travel",
    "range_history",
    "years_by_code",
    "data_dictionary",
    "file_link",
    "form_list",
    "grade_legend",
    "guideline_ceiling",
    "level",
    "page_cards",
    "continue_line",
    "progress_marks",
    "question_count",
    "reading_list",
    "track_pay_comparison",
    "verdict",
    # Of a source they show the number and the grade; its words are in the list at the end of the page.
    "cite",
    "compensation_chart",
    "compensation_table",
    "figure",
    "moved_to",
    "rounds",
}
FIRST_ROW = {
    "case_file": "cases",
    "case_number": "case-numbers",
    "case_numbers": "case-numbers",
    "ask_line": "questions-to-ask",
    "certainty": "answers",
    "cite": "sources",
    "facts": "ai-facts",
    "verdict": "claims",
    "figure": "compensation",
    "term": "glossary",
    "worked_offer": "worked-offers",
    "negotiation_script": "negotiation-scripts",
    "study_tool": "study-tools",
}
# Macros ask these for certain rows by their numbers.
LOOKED_UP = {
    *("claims", "compensation", "levels", "offer-guidelines", "pay-aggregates"),
    *("job-posts", "job-post-themes", "post-themes", "posted-ranges"),
}
# These list such a table and look nothing up, so a few of its rows do, as of any other table.
LISTING = {"claim_list", "job_post_list", "other_posted_ranges", "single_figures"}
# Where a macro is called, if its answer depends on that.
PAGES = {"page_claims": "pay/levels.md", "page_changes": "roles/pmm.md"}


def calls_of(name: str, guide: Guide) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """The arguments of each call of a macro. Fails for a macro that would not take them."""
    args: tuple[Any, ...] = ()
    if name in FIRST_ROW:
        args = (next(iter(guide[FIRST_ROW[name]])),)
    elif name == "rounds":
        args = (next(r.id for r in guide["loop-reports"].values() if r.rounds_low),)
    elif name == "unknowns":
        args = ("pay",)
    elif name == "counting_rule":
        args = (next(iter(COUNTING_RULES)),)
    found = [(args, kwargs) for kwargs in CALLS.get(name, [{}])]
    for _, kwargs in found:
        assert_takes(name, args, kwargs)
    return found


def assert_takes(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Whether the macro takes these arguments behind its context."""
    try:
        inspect.signature(MACROS[name]).bind(None, *args, **kwargs)
    except TypeError as error:
        pytest.fail(f"{name}: {error}. Add a call of it to CALLS in {LIST}")
