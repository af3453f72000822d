"""Rules that the model of a single row cannot express: about several rows, and about pages. One rule per file.

Each rule module has `check(guide, pages)`, which yields the problems it finds. It is in one of four lists, by what it
reads: the less a rule reads, the less often it has to run (`../rule_runner.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import ModuleType

from ...pages.page import Page
from ...rows.loading import Guide
from ...rows.problems import Problem
from .pages import (
    article_is_seldom_named,
    block_macros_stand_alone,
    facts_are_cited,
    front_matter_is_known,
    macros_exist,
    menu_names_pages,
    pages_end_with_sources,
    pages_hold_no_html,
    pages_lead_on,
    pages_type_no_figures,
    pictures_are_on_this_site,
    question_banks_are_balanced,
    study_pages_coach,
    terms_have_one_spelling,
    years_are_named,
)
from .rows import (
    answers_show_how_sure_they_are,
    cases_hold_together,
    cells_are_no_formulas,
    cells_are_short,
    changes_are_newest_first,
    claims_lead_to_their_page,
    conflicts_have_two_accounts,
    dates_are_not_in_the_future,
    facts_are_shown_on_their_page,
    grades_fit_kinds,
    ids_are_unique,
    orders_are_unique,
    pages_exist,
    plans_hold_every_task,
    posted_ranges_count_posts,
    posts_hold_together,
    prompt_packs_have_their_rows,
    questions_are_distinct,
    ranges_are_ordered,
    readings_are_fields,
    references_resolve,
    refusals_move_nothing,
    retired_ids_stay_retired,
    role_plays_lead_somewhere,
    sources_are_distinct,
    sources_are_used,
    sources_link_to_true_addresses,
    statistics_are_honest,
    study_rows_coach,
    sums_work_out,
    themes_fit_their_posts,
    tools_are_on_their_page,
    tools_find_their_rows,
    totals_equal_their_parts,
    transcripts_differ_in_level,
    verdicts_have_evidence,
    years_and_grants_stay_apart,
)

Rule = Callable[[Guide, Sequence[Page]], Iterator[Problem]]


def _checks(*modules: ModuleType) -> tuple[Rule, ...]:
    return tuple(module.check for module in modules)


# Read rows and nothing else.
ROW_RULES = _checks(
    ids_are_unique,
    retired_ids_stay_retired,
    references_resolve,
    sums_work_out,
    grades_fit_kinds,
    verdicts_have_evidence,
    conflicts_have_two_accounts,
    orders_are_unique,
    plans_hold_every_task,
    changes_are_newest_first,
    tools_find_their_rows,
    ranges_are_ordered,
    posts_hold_together,
    refusals_move_nothing,
    prompt_packs_have_their_rows,
    role_plays_lead_somewhere,
    transcripts_differ_in_level,
    posted_ranges_count_posts,
    themes_fit_their_posts,
    cells_are_no_formulas,
    cells_are_short,
    totals_equal_their_parts,
    years_and_grants_stay_apart,
    questions_are_distinct,
    sources_are_distinct,
    sources_link_to_true_addresses,
    readings_are_fields,
    statistics_are_honest,
    study_rows_coach,
)
# Read the text of one page and nothing else.
TEXT_RULES = _checks(
    front_matter_is_known,
    block_macros_stand_alone,
    pages_end_with_sources,
    pages_lead_on,
    pages_hold_no_html,
    pages_type_no_figures,
    facts_are_cited,
    pictures_are_on_this_site,
    study_pages_coach,
)
# Read the text of one page and rows.
PAGE_RULES = _checks(years_are_named, terms_have_one_spelling)
# Read anything else: several pages, rendered macros, today's date.
OTHER_RULES = _checks(
    pages_exist,
    sources_are_used,
    cases_hold_together,
    claims_lead_to_their_page,
    answers_show_how_sure_they_are,
    facts_are_shown_on_their_page,
    tools_are_on_their_page,
    dates_are_not_in_the_future,
    question_banks_are_balanced,
    menu_names_pages,
    macros_exist,
    article_is_seldom_named,
)
RULES = (*ROW_RULES, *TEXT_RULES, *PAGE_RULES, *OTHER_RULES)
