"""Lines of an answer that start with a label: `say: Tell me more.`"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

Values = dict[str, Any]
# Puts a labeled text into a thing. Returns what holds it, and in which field: a line without a label continues it.
Place = Callable[[Values, str, str], tuple[Values, str]]


def things_of(
    lines: Iterable[str], word: str, fields: Sequence[str], labels: Iterable[str], place: Place
) -> list[Values]:
    """The raw values of things, each begun by a line with the label `word`, which has `fields` between commas."""
    found: list[Values] = []
    holder: Values = {}
    field = ""
    for label, text in labeled(lines, (word, *labels)):
        if label == word:
            found.append(values_of(fields, text))
            field = ""
        elif label and found:
            holder, field = place(found[-1], label, text)
        elif field:
            holder[field] = f"{holder[field]} {text}"
        else:
            found.append({fields[0]: text})  # the model then names what is missing
    return found


def labeled(lines: Iterable[str], labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each line's label in lower case, and its text; a line without a label has "" and the whole line."""
    pattern = re.compile(rf"({'|'.join(labels)})\s*:\s*", re.I)
    for line in lines:
        found = pattern.match(line)
        yield (found[1].lower(), line[found.end() :]) if found else ("", line)


def values_of(fields: Sequence[str], text: str) -> Values:
    """The parts of a text between commas, by field. What has no field, or no part, is left out."""
    return dict(zip(fields, (part.strip() for part in text.split(",")), strict=False))
