"""What pages and tools call the values of a field."""

from __future__ import annotations

from collections.abc import Mapping

# How the source of a question knows it.
SCOPES: Mapping[str, str] = {
    "microsoft-reported": "reported from Microsoft",
    "microsoft-retired": "from a retired Microsoft list",
    "question-bank": "a prep site says Microsoft",
    "pmm-generic": "PMM hiring in general",
    "other-company": "reported from another company",
    "article-under-review": "the reviewed article only",
}
# The name of a grade, and what it means.
GRADES: Mapping[str, tuple[str, str]] = {
    "microsoft-says": (
        "Microsoft says",
        "its own page, filing or job post, read at its own address",
    ),
    "employee-says": (
        "Employee says",
        "a named Microsoft employee, about their own work",
    ),
    "first-hand": (
        "First hand",
        "someone who was there, about what they lived through: a candidate, a former employee, "
        "or an employee without a name",
    ),
    "secondary": (
        "Secondary",
        "a guide, the press, a pay site, or a copy of any text above",
    ),
    "one-article-only": (
        "One article only",
        "the reviewed article or its author's site, and nothing else",
    ),
}
# The phases of the checklist, in order.
PHASES: Mapping[str, str] = {
    "understand": "Understand the job and the loop",
    "gather": "Gather your evidence",
    "practice": "Practice out loud",
    "final-week": "The final week",
    "after": "After the loop",
}
