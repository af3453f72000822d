"""Lines of an answer that start with a label: `say: Tell me more.`"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any


def labeled(lines: Iterable[str], labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each line's label in lower case, and its text; a line without a label has "" and the whole line."""
    pattern = re.compile(rf"({'|'.join(labels)})\s*:\s*", re.I)
    for line in lines:
        found = pattern.match(line)
        yield (found[1].lower(), line[found.end() :]) if found else ("", line)


def values_of(fields: Sequence[str], text: str) -> dict[str, Any]:
    """The parts of a text between commas, by field. What has no field, or no part, is left out."""
    return dict(zip(fields, (part.strip() for part in text.split(",")), strict=False))
