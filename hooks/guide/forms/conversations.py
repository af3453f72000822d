"""Turns and endings of a role-play as they are typed into a form: labeled lines."""

from __future__ import annotations

from typing import Any

from .labeled_lines import labeled, values_of

HEADS = {
    "turns": ("turn", ("id",)),
    "endings": ("ending", ("id", "result")),
}
REPLY = ("id", "quality", "trust", "next")
PARTS = {
    "they": "they_say",
    "want": "they_want",
    "say": "say",
    "then": "reaction",
    "later": "outcome",
}
LABELS = ("turn", "ending", "reply", *PARTS)

Values = dict[str, Any]


def parts_of(name: str, lines: list[str]) -> list[Values]:
    """The raw values of the answer `turns` or `endings`. A line without a label continues the one above it."""
    word, fields = HEADS[name]
    found: list[Values] = []
    holder: Values = {}
    field = ""
    for key, text in labeled(lines, LABELS):
        if key == word:
            found.append(values_of(fields, text))
            holder, field = found[-1], ""
        elif key == "reply" and found:
            holder, field = values_of(REPLY, text), ""
            found[-1].setdefault("replies", []).append(holder)
        elif key in PARTS and found:
            field = PARTS[key]
            holder[field] = text
        elif field:
            holder[field] = f"{holder[field]} {text}"
        else:
            found.append({"id": text})  # the model then names what is missing
            holder = found[-1]
    return found
