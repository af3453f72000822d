"""The cases of the case room: a list of all, and a file for each with the facts that are handed out."""

from __future__ import annotations

from typing import Any

from ...facts.sums import filled
from ...rows.loading import Guide
from ...rows.models import Case

IN_LIST = {"id", "track", "title", "product", "minutes"}
OF_A_CASE = {"id", "title", "minutes", "question"}
OF_A_FACT = {"id", "ask", "asked_as", "unasked"}


def case_room_list(guide: Guide) -> list[dict[str, Any]]:
    """One entry a case: id, track, title, product, minutes."""
    return [case.model_dump(include=IN_LIST) for case in guide["cases"].values()]


def case_room_files(guide: Guide) -> dict[str, dict[str, Any]]:
    """Each case with its facts, by the name of its file."""
    return {f"case-room/{case.id}": _case(guide, case) for case in guide["cases"].values()}


def _case(guide: Guide, case: Case) -> dict[str, Any]:
    facts = [fact for fact in guide["case-facts"].values() if fact.case == case.id]
    return {
        **case.model_dump(include=OF_A_CASE),
        "page": case.page.removesuffix(".md") + "/",
        "strong_answer": [filled(text, guide["case-numbers"]) for text in case.strong_answer],
        "facts": [
            fact.model_dump(include=OF_A_FACT)
            | {
                "fact": f"{fact.fact} Counted by {fact.measured_by}."
                if fact.measured_by
                else fact.fact
            }
            for fact in facts
        ],
    }
