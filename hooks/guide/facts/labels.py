"""Display names of the values of fields, for pages and tools."""

from __future__ import annotations

from collections.abc import Mapping

TRACK_NAMES: Mapping[str, str] = {"pm": "PM", "pmm": "PMM"}
# How the source of a question knows it.
SCOPES: Mapping[str, str] = {
    "microsoft-reported": "reported from Microsoft",
    "microsoft-retold": "retold from a Microsoft interview",
    "microsoft-retired": "from a retired Microsoft list",
    "microsoft-guide": "a prep site lists it for Microsoft",
    "microsoft-named": "a question bank names a Microsoft product",
    "pmm-reported": "a question bank lists it for PMMs",
    "pmm-exercise": "a published take-home task",
    "pmm-guide": "asked by people who hire PMMs",
    "other-company": "asked elsewhere",
    "ours-from-role": "ours, from the work at Microsoft",
    "article-under-review": "one article only",
}
# The kinds of question.
CATEGORIES: Mapping[str, str] = {
    "product-design": "Product design",
    "product-improvement": "Product improvement",
    "strategy": "Strategy",
    "execution": "Execution",
    "metrics": "Metrics",
    "root-cause": "Root cause",
    "estimation": "Estimation",
    "technical": "Technical",
    "ai": "AI products",
    "segmentation": "Segmentation and research",
    "positioning": "Positioning",
    "messaging": "Messaging",
    "pricing": "Pricing and packaging",
    "competitive": "Competitive",
    "launch": "Launch",
    "enablement": "Sales and partners",
    "analyst": "Analysts, press and proof",
    "growth": "Adoption and retention",
    "presentation": "Presentations and writing",
    "behavioral": "Behavioral",
    "motivation": "You and the role",
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
        "someone who was there, about their own experience: a candidate, a former employee, "
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
