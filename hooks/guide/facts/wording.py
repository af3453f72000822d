"""Numbers and names, formatted for sentences and table cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# Words of slugs that are written in capitals.
SHORT_NAMES = {name.lower(): name for name in ("AI", "FAQ", "PM", "PMM")}


def plural(number: int, noun: str, nouns: str = "") -> str:
    """`1 report`, `2 reports`, `no reports`."""
    return f"{number or 'no'} {noun if number == 1 else nouns or noun + 's'}"


def listed(names: Sequence[str]) -> str:
    """`terms`, `terms and claims`, `terms, claims and questions`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def words(slug: str) -> str:
    """A slug as words: `first-hand` becomes `first hand`."""
    return slug.replace("-", " ")


def title_of(slug: str) -> str:
    """A slug as a title: `loop-reports` becomes `Loop reports`, `ai-facts` becomes `AI facts`."""
    first, *rest = [SHORT_NAMES.get(word, word) for word in slug.split("-")]
    return " ".join([first[0].upper() + first[1:], *rest])


def together(text: str) -> str:
    """A date or a time in which no line ends: `35 minutes`, with a space that does not break."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def dollars(value: int | None) -> str:
    """Whole US dollars: `$119,800`, or a dash where there is no figure."""
    return "–" if value is None else f"${value:,}"


def short_dollars(value: int | None) -> str:
    """Thousands for dense places: `$274K`, `$119.8K`; a dash where there is no figure."""
    return "–" if value is None else f"${value / 1000:,.1f}".removesuffix(".0") + "K"


def span(low: Any, high: Any) -> str:
    """`2 to 4`, the one value if both are equal, `up to 60` without a low end, a dash if neither is known."""
    if low is None and high is not None:
        return f"up to {high}"
    known = [str(value) for value in (low, high) if value is not None]
    return " to ".join(dict.fromkeys(known)) or "–"
