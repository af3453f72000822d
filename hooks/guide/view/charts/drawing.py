"""Positions of marks in charts, in percent of the width, so that a chart fits any screen unscaled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...rows.models import Row

LEFT, RIGHT = 3.0, 93.0
# The width of the longest label in the narrowest chart (288 pixels), in percent.
LABEL_WIDTH = 40
LONG = 400


@dataclass(frozen=True)
class Tick:
    """A line of the scale: position in percent, and its label."""

    at: float
    label: str


@dataclass(frozen=True)
class Lane:
    """One source's mark in a row. `shape` names the form; `low` to `high` is a bar, `at` a point, in percent.

    `amounts` is what the table under the picture says, where the label says less. `series` is the form of
    the other marks of an arrow's series."""

    shape: str
    name: str
    label: str
    y: int
    low: float
    at: float
    high: float
    amounts: str = ""
    label_width: float = LABEL_WIDTH
    series: str = ""

    @property
    def label_at(self) -> float:
        """Where the label starts (or ends, if the mark is in the right part)."""
        return self.low if self.label_is_left else self.high

    @property
    def label_is_left(self) -> bool:
        """Whether the label goes left of the mark: it may not fit on the right, and the left has more space."""
        room_right = 100 - self.high
        return room_right < self.label_width and self.low > room_right


@dataclass(frozen=True)
class ChartRow:
    """One level: its headline, and a lane for each source."""

    level: int
    band: str
    y: int
    lanes: tuple[Lane, ...]

    @property
    def title(self) -> str:
        """`Level 64, senior`; without a band if none is known."""
        return f"Level {self.level}" + (f", {self.band}" if self.band else "")


@dataclass(frozen=True)
class Legend:
    """A shape and what it means. Bars have the colors of `tracks`, and so does their shape here."""

    shape: str
    name: str
    tracks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A picture ready to draw; `height` in pixels, widths in percent."""

    key: str
    title: str
    description: str
    ticks: tuple[Tick, ...]
    rows: tuple[ChartRow, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[Legend, ...]
    height: int
    sources: tuple[str, ...]
    made_from: tuple[Row, ...]
    note: str = ""  # what the picture cannot show, below it

    @property
    def right(self) -> float:
        """Where the drawing ends, in percent; the last label of the scale is centered on its line there."""
        return RIGHT

    @property
    def is_long(self) -> bool:
        """Whether a phone cannot show its top and bottom at once, so that the scale is drawn at both."""
        return self.height > LONG


@dataclass(frozen=True)
class Scale:
    """Maps 0 to `top` onto the drawing width, from `left` percent on."""

    top: float
    left: float = LEFT

    def at(self, value: float) -> float:
        """The position of `value`, in percent."""
        return round(self.left + (RIGHT - self.left) * value / self.top, 2)

    def ticks(self, step: float, label: Callable[[float], str]) -> tuple[Tick, ...]:
        """A tick at each step; `label` makes its text."""
        values = [step * index for index in range(int(self.top / step) + 1)]
        return tuple(Tick(self.at(value), label(value)) for value in values)
