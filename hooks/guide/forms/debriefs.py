"""Candidates of a transcript as they are typed into a form: labeled lines."""

from __future__ import annotations

from typing import Any

from .labeled_lines import labeled, values_of

HEAD = ("level", "verdict")
# Labels that start an item, and labels that add to the last one.
STARTS = {"ask": ("exchanges", "asks"), "quote": ("notes", "quote")}
ADDS = {"say": ("exchanges", "says"), "note": ("notes", "note")}
LABELS = ("candidate", *STARTS, *ADDS, "why")

Values = dict[str, Any]


def candidates_of(lines: list[str]) -> list[Values]:
    """The raw values in the lines. A line without a label continues the one above it."""
    found: list[Values] = []
    holder, field = {}, ""
    for key, text in labeled(lines, LABELS):
        if key == "candidate":
            found.append(values_of(HEAD, text))
            holder, field = found[-1], ""
        elif key and found:
            holder, field = _place(found[-1], key)
            holder[field] = text
        elif field:
            holder[field] = f"{holder[field]} {text}"
        else:
            found.append({"level": text})  # the model then names what is missing
            holder = found[-1]
    return found


def _place(candidate: Values, key: str) -> tuple[Values, str]:
    """Where the text of a label goes: into the candidate, or into an exchange or a note of theirs."""
    if key not in {**STARTS, **ADDS}:
        return candidate, key
    group, field = {**STARTS, **ADDS}[key]
    items: list[Values] = candidate.setdefault(group, [])
    if key in STARTS or not items:
        items.append({})
    return items[-1], field
