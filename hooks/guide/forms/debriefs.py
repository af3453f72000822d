"""Candidates of a transcript as they are typed into a form: labeled lines."""

from __future__ import annotations

from .labeled_lines import Values, things_of

HEAD = ("level", "verdict")
# Labels that start an item, and labels that add to the last one.
STARTS = {"ask": ("exchanges", "asks"), "quote": ("notes", "quote")}
ADDS = {"say": ("exchanges", "says"), "note": ("notes", "note")}
LABELS = (*STARTS, *ADDS, "why")


def candidates_of(lines: list[str]) -> list[Values]:
    """The raw values in the lines."""
    return things_of(lines, "candidate", HEAD, LABELS, _place)


def _place(candidate: Values, label: str, text: str) -> tuple[Values, str]:
    """Puts a text where its label says: into the candidate, or into an exchange or a note of theirs."""
    holder, field = candidate, label
    if label in {**STARTS, **ADDS}:
        group, field = {**STARTS, **ADDS}[label]
        items: list[Values] = candidate.setdefault(group, [])
        if label in STARTS or not items:
            items.append({})
        holder = items[-1]
    holder[field] = text
    return holder, field
