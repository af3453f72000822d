"""A row as written in its file, before validation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MOST_ROWS = 50_000
TOO_MANY = (
    f"has more than {MOST_ROWS:,} rows. No list of the guide is that long: keep what readers need."
)


@dataclass(slots=True)
class RawRow:
    """Field texts (or lists and mappings of texts) and the line of each."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, *path: str | int) -> int:
        """The line of a field, or of an item within it: the nearest line known."""
        for length in range(len(path), 0, -1):
            line = self.lines.get(".".join(str(part) for part in path[:length]))
            if line:
                return line
        return self.line
