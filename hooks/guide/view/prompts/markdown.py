"""Text of rows as Markdown for an assistant: one line each, so that no row can add a heading, a list or a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...facts.labels import GRADES
from ...rows.loading import Guide
from ...rows.models import Source

# Only what would be markup inside a line: escaping more would make the text hard to read, also for an assistant.
# The lookahead skips most characters at once.
MARKUP = re.compile(r"(?=[\\`*<\]&~_])(?:[\\`*<]|\](?=[(\[:])|&(?=#?\w+;)|~(?=~)|(?<!\w)_|_(?!\w))")


def inline(text: str) -> str:
    """A row's text on one line, with Markdown escaped."""
    return MARKUP.sub(lambda mark: f"\\{mark[0]}", " ".join(text.split()))


def bullets(texts: Iterable[str], indent: str = "") -> list[str]:
    """Row texts as a list."""
    return [f"{indent}- {inline(text)}" for text in texts]


def numbered(texts: Iterable[str]) -> list[str]:
    """Our own texts as a numbered list."""
    return [f"{number}. {text}" for number, text in enumerate(texts, start=1)]


class Cited:
    """The sources that a text names, in order, with the mark behind each statement."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._seen: dict[str, Source] = {}

    def mark(self, source_ids: Sequence[str], dated: str | None = None) -> str:
        """` (Microsoft says, 2025-10; source posts-us-2025)`, for one source or several."""
        marks = []
        for source_id in source_ids:
            source = self._seen.setdefault(source_id, self._guide.sources[source_id])
            day = dated or source.published or f"no date, read {source.retrieved.isoformat()}"
            marks.append(f"{GRADES[source.grade][0]}, {day}; source {source_id}")
        return f" ({'. '.join(marks)})" if marks else ""

    def lines(self) -> list[str]:
        """Each source named so far, with who speaks, its grade, and how it was read."""
        return [_line(source) for source in self._seen.values()]


def _line(source: Source) -> str:
    parts = [
        f"{source.id}: {inline(source.title)}, {inline(source.speaker)}",
        GRADES[source.grade][0],
        f"published {source.published}" if source.published else "no date shown",
        f"read {source.retrieved.isoformat()}",
        *source.limits,
        source.url or "",
    ]
    return "- " + ". ".join(part for part in parts if part)
