"""Folds rows of one track for readers of the other. A line always says so; without scripts all rows are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from ...facts.labels import TRACK_NAMES
from ..context import Context
from ..reading_time import word_count

Cells = Sequence[str | Markup]


class TrackedRows(NamedTuple):
    """The rows of a table, whom each is for, and what `noun` a row is."""

    cells: Sequence[Cells]
    tracks: Sequence[str]
    noun: str


def as_tracked(rows: Sequence[Cells] | TrackedRows) -> TrackedRows:
    """Rows that name no track are for both."""
    return rows if isinstance(rows, TrackedRows) else TrackedRows(rows, ["both"] * len(rows), "row")


def other_track(context: Context, tracks: Iterable[str], noun: str) -> Markup:
    """The lines that say how many rows of each track are folded away, or nothing if all rows are for both."""
    counts = _counts(tracks)
    html = context.render("other_track.html", counts=counts, noun=noun)
    context.unread_words += word_count(html)
    return html


def of_track(context: Context, track: str, body: Markup, noun: str, count: int = 1) -> Markup:
    """A block for one track only: `count` of what `noun` names."""
    line = other_track(context, [track] * count, noun)
    return context.render("of_track.html", line=line, track=track, body=body)


def below_line(context: Context, line: Markup, body: Markup) -> Markup:
    """A block of rows below the line about those that are hidden."""
    return context.render("of_track.html", line=line, track="", body=body)


def heading(title: Markup, anchor: str, track: str) -> str:
    """A Markdown heading of the third level, folded away with what is below it."""
    only = f" data-only={track}" if track in TRACK_NAMES else ""
    return f"### {title} {{#{anchor}{only}}}"


def _counts(tracks: Iterable[str]) -> list[tuple[str, str, int]]:
    counts = Counter(tracks)
    return [(track, name, counts[track]) for track, name in TRACK_NAMES.items() if counts[track]]
