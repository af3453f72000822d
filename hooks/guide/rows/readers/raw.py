"""A row as written in its file, before validation."""

from __future__ import annotations

from collections.abc import Iterator
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

    def texts(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Each text of the row, in lists and groups too, with its path: (("strong", "0"), "Names a user")."""
        return _texts((), self.values)


def _texts(path: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif value is not None:
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts((*path, str(name)), part)
