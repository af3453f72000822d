"""Turns and endings of a role-play as they are typed into a form: labeled lines."""

from __future__ import annotations

from .labeled_lines import Values, things_of, values_of

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


def parts_of(name: str, lines: list[str]) -> list[Values]:
    """The raw values of the answer `turns` or `endings`."""
    word, fields = HEADS[name]
    return things_of(lines, word, fields, ("reply", *PARTS), _place)


def _place(part: Values, label: str, text: str) -> tuple[Values, str]:
    """Starts a reply, or puts a text into the last one; before the first, into the part itself."""
    if label == "reply":
        reply = values_of(REPLY, text)
        part.setdefault("replies", []).append(reply)
        return reply, ""
    holder, field = part.get("replies", [part])[-1], PARTS[label]
    holder[field] = text
    return holder, field
