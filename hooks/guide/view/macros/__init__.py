"""What authors may call in pages. Each macro fetches rows and renders components; none writes HTML.

The first argument of each function is the page's `Context`; authors give the rest. Inline macros stand in a sentence,
block macros alone on a line.
"""

from __future__ import annotations

from collections.abc import Callable

from . import (
    contributing,
    culture,
    evidence,
    loops,
    offers,
    pay,
    practice,
    preparation,
    roles,
    study,
    tools,
)

INLINE: tuple[Callable[..., str], ...] = (
    contributing.file_door,
    evidence.cite,
    evidence.verdict,
    loops.rounds,
    pay.figure,
    pay.level,
    study.term,
)
BLOCKS: tuple[Callable[..., str], ...] = (
    contributing.data_dictionary,
    contributing.form_list,
    culture.culture_list,
    culture.final_talk_accounts,
    culture.name_history,
    culture.transfer_rules,
    evidence.change_list,
    evidence.claim,
    evidence.claim_list,
    evidence.grade_legend,
    evidence.page_claims,
    evidence.page_sources,
    evidence.set_aside_sources,
    evidence.source_list,
    evidence.unknowns,
    loops.loop_comparison,
    loops.loop_reports,
    loops.loop_stages,
    offers.offer_facts,
    offers.worked_offer,
    pay.article_figures,
    pay.compensation_chart,
    pay.compensation_table,
    pay.guideline_ceiling,
    pay.level_ladder,
    pay.offer_guidelines,
    pay.posted_ranges,
    pay.single_figures,
    pay.track_pay_comparison,
    practice.competency_rubrics,
    practice.question_list,
    practice.role_plays,
    practice.story_map,
    practice.translations,
    practice.worked_answers,
    preparation.checklist,
    preparation.faq_list,
    preparation.questions_to_ask,
    preparation.self_assessment,
    preparation.study_plan,
    roles.ownership_matrix,
    roles.role_comparison,
    roles.track_cards,
    roles.role_map,
    study.glossary_terms,
    study.mistake_cards,
    study.reader_paths,
    study.reading_list,
    tools.progress_marks,
    tools.page_cards,
    tools.study_tool,
)
MACROS = {macro.__name__: macro for macro in (*INLINE, *BLOCKS)}
BLOCK_NAMES = frozenset(macro.__name__ for macro in BLOCKS)
