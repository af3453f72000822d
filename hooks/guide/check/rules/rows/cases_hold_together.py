"""A case is shown on its page, has facts to hand out and an answer in words, and refers only to numbers that exist."""

from __future__ import annotations

from collections.abc import Iterator

from ....facts.sums import SumFault, filled
from ....pages.page import Page, shown_by
from ....rows.loading import Guide
from ....rows.problems import Problem
from ...voice import table_texts

FEWEST_FACTS = 4


def check(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Looks at cases and their answers."""
    yield from _without_page_or_facts(guide, pages)
    yield from _without_words(guide)
    yield from _with_unknown_numbers(guide)


def _without_page_or_facts(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    shown = shown_by("case_file", pages)
    paths = {page.path for page in pages}
    facts = [fact.case for fact in guide["case-facts"].values()]
    for row, place in guide["cases"].with_places():
        if row.page in paths and (row.page, row.id) not in shown:
            message = f"'{row.page}' does not show this case."
            call = f'[[= case_file("{row.id}") =]]'
            yield guide["cases"].problem(row, place, "page", message, call)
        if facts.count(row.id) < FEWEST_FACTS:
            message = (
                f"{facts.count(row.id)} facts in case-facts.yml. Give at least {FEWEST_FACTS}."
            )
            yield guide["cases"].problem(row, place, "id", message)


def _without_words(guide: Guide) -> Iterator[Problem]:
    answered = {answer.case for answer in guide["case-answers"].values()}
    for row, place in guide["cases"].with_places():
        if row.id not in answered and not row.say:
            message = (
                "No model answer and no `say`, so a reader never hears how a good answer sounds."
            )
            fix = 'say: "Between $0.80 and $4 a deal, by one partner\'s count."'
            yield guide["cases"].problem(row, place, "say", message, fix)


def _with_unknown_numbers(guide: Guide) -> Iterator[Problem]:
    sums = guide["case-numbers"]
    for name in ("cases", "case-answers"):
        for row, place, field, text in guide[name].once(table_texts):
            try:
                filled(text, sums)
            except SumFault as fault:
                yield guide[name].problem(row, place, field, str(fault))
