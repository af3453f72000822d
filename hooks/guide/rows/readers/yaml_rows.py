"""A YAML list of rows, read from libyaml's events.

Events keep the line of every value and leave every scalar as the text that was typed, so `no`, `3.10` and `12:30`
stay what they are. Of seven readers measured, this is the fastest that knows lines and refuses duplicate keys.
"""

from __future__ import annotations

from typing import Any

import yaml

from ..problems import Problem
from .files import mark_fault
from .raw import MOST_ROWS, TOO_MANY, RawRow
from .settings import LOADER

DEEPEST = 6
TOO_DEEP = f"is nested more than {DEEPEST} deep. Rows are flatter than that."
# Libyaml's own limit, which a long run of brackets hits before the row's first event arrives.
LIBYAML_TOO_DEEP = "exceeded maximum nesting depth"
NOTHING = {"", "~", "null"}


class YamlFault(Exception):
    """A construct that data files may not hold; `line` counts from 1."""

    def __init__(self, line: int, message: str, field: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.field = line, message, field


def yaml_rows(text: str, shown: str) -> tuple[list[RawRow], list[Problem]]:
    """The rows of a YAML list, and the problems met. A fault in the YAML itself ends the reading."""
    reader = _Reader(text)
    try:
        return reader.rows(), [Problem(shown, *fault) for fault in reader.faults]
    except YamlFault as fault:
        last = reader.done[-1].values.get("id", "") if reader.done else ""
        row = f"after {last}" if last else ""
        return reader.done, [Problem(shown, fault.line, row, fault.field, fault.message)]
    except yaml.YAMLError as error:
        return reader.done, [yaml_problem(shown, error)]


def yaml_problem(shown: str, error: yaml.YAMLError) -> Problem:
    """What is wrong with a file that is not YAML, at its line."""
    return Problem(shown, _error_line(error), "", "", _error_text(error))


def _error_line(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _error_text(error: yaml.YAMLError) -> str:
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
    if what == LIBYAML_TOO_DEEP:
        return TOO_DEEP
    hint = (
        "Check the indent, which is spaces and no tab, "
        "and quote text that contains ': ' or ' #' or starts with a special character."
    )
    return f"is not valid YAML: {what}. {hint}"


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, text: str) -> None:
        self.events = LOADER(text)
        self.done: list[RawRow] = []
        self.faults: list[tuple[int, str, str, str]] = []
        self.row = RawRow(0)

    def rows(self) -> list[RawRow]:
        self._expect_start()
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if len(self.done) == MOST_ROWS:
                raise YamlFault(_line(event), TOO_MANY)
            self._read_row(event)
        self._expect_end()
        return self.done

    def _next(self) -> Any:
        event = self.events.get_event()
        # Nearly every scalar: no anchor, tag or double quotes.
        if isinstance(event, yaml.ScalarEvent) and not (
            event.anchor or event.tag or event.style == '"'
        ):
            return event
        if isinstance(event, yaml.AliasEvent):
            raise YamlFault(
                _line(event), f"the alias '*{event.anchor}' is not allowed. Write the value out."
            )
        if getattr(event, "anchor", None):
            raise YamlFault(
                _line(event), f"the anchor '&{event.anchor}' is not allowed. Write each value out."
            )
        if getattr(event, "tag", None):
            raise YamlFault(
                _line(event), f"the tag '{event.tag}' is not allowed. Write plain text."
            )
        # In double quotes an escape such as "\\e" stands for what the file itself may not hold.
        if getattr(event, "style", None) == '"' and (found := mark_fault(event.value)):
            raise YamlFault(_line(event), found[1])
        return event

    def _expect_start(self) -> None:
        self._next()
        if not isinstance(event := self._next(), yaml.DocumentStartEvent):
            raise YamlFault(1, "is empty. Start each row with '- id: ...'.")
        if not isinstance(event := self._next(), yaml.SequenceStartEvent):
            raise YamlFault(
                _line(event), "must be a list of rows. Start each row with '- id: ...'."
            )

    def _expect_end(self) -> None:
        self._next()
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            raise YamlFault(_line(event), "holds a second document. Keep one list a file.")

    def _read_row(self, event: Any) -> None:
        if not isinstance(event, yaml.MappingStartEvent):
            raise YamlFault(
                _line(event), "each item of the list must be a row: '- id: ...' and its fields."
            )
        self.row = RawRow(_line(event))
        self._mapping(self.row.values, (), 1)
        self.done.append(self.row)

    def _mapping(self, values: dict[str, Any], path: tuple[str, ...], depth: int) -> dict[str, Any]:
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlFault(_line(event), "a field name must be plain text.")
            name, place = event.value, (*path, event.value)
            if name in values:
                self._note_duplicate(event, place)
            self.row.lines.setdefault(".".join(place), _line(event))
            values[name] = self._value(self._next(), place, depth)
        return values

    def _note_duplicate(self, event: Any, place: tuple[str, ...]) -> None:
        name = ".".join(place)
        row = str(self.row.values.get("id", "")) or f"row at line {self.row.line}"
        message = (
            f"'{name}' appears twice in one row; first on line {self.row.lines[name]}. Keep one."
        )
        self.faults.append((_line(event), row, name, message))

    def _value(self, event: Any, path: tuple[str, ...], depth: int) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in NOTHING else event.value
        if depth >= DEEPEST:
            raise YamlFault(_line(event), TOO_DEEP, path[0])
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth + 1)
        return self._mapping({}, path, depth + 1)

    def _sequence(self, path: tuple[str, ...], depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            place = (*path, str(len(items)))
            self.row.lines[".".join(place)] = _line(event)
            items.append(self._value(event, place, depth))
        return items


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
