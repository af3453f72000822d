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
        "Microsoft's own page or filing, or a named employee about their own work",
    ),
    "first-hand": (
        "First hand",
        "somebody who was there, about what they lived through",
    ),
    "secondary": (
        "Secondary",
        "a guide, the press, a pay site, or a copy of a text seen elsewhere",
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
