"""What authors may call in pages. Each macro fetches rows and renders components; none writes HTML.

The first argument of each function is the page's `Context`; authors give the rest. Inline macros stand in a sentence,
block macros alone on a line.
"""

from __future__ import annotations

from collections.abc import Callable

from . import evidence, loops, pay, roles, study

INLINE: tuple[Callable[..., str], ...] = (
    evidence.cite,
    evidence.verdict,
    loops.rounds,
    pay.figure,
    study.term,
)
BLOCKS: tuple[Callable[..., str], ...] = (
    evidence.claim,
    evidence.claim_list,
    evidence.grade_legend,
    evidence.page_sources,
    evidence.set_aside_sources,
    evidence.source_list,
    evidence.unknowns,
    loops.loop_comparison,
    loops.loop_reports,
    loops.loop_stages,
    pay.article_figures,
    pay.compensation_chart,
    pay.compensation_table,
    pay.guideline_ceiling,
    pay.level_ladder,
    pay.offer_guidelines,
    pay.posted_ranges,
    pay.track_pay_comparison,
    roles.ownership_matrix,
    roles.role_comparison,
    study.glossary_terms,
    study.mistake_cards,
    study.reader_paths,
)
MACROS = {macro.__name__: macro for macro in (*INLINE, *BLOCKS)}
BLOCK_NAMES = frozenset(macro.__name__ for macro in BLOCKS)
