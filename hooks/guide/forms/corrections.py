"""A wrong figure: the row that holds it, with the new value in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..rows.loading import Guide, Rows
from ..rows.problems import Problem, UnknownName, allowed
from ..rows.readers.raw import RawRow
from .answers import Answers
from .drafts import KNOWN_SOURCE, Draft, Sent, in_order, source_of

FILE_AND_ROW = re.compile(r"(?:data/)?([\w-]+)(?:\.(?:csv|yml))?[\s:#/,]+([\w-]+)")
FIGURE = re.compile(r"\$?\d[\d,]*")
DATES = ("as_of", "reported_on", "period")
# The form's question for a field, where it is not the one for the new value.
LABELS = {"source": KNOWN_SOURCE, "sources": KNOWN_SOURCE} | dict.fromkeys(DATES, "Since when")
NO_SOURCE = (
    "is not answered. A new value needs a source: its id, or its title, publisher and so on."
)


class Missing(Exception):
    """Raised with the one problem that prevents a row from being found or changed."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True)
class Correction:
    """The changed row, its source if that is new, and the place of the old row."""

    drafts: list[Draft]
    place: RawRow


def correction(answers: Answers, guide: Guide, sent: Sent) -> Correction:
    """The row that a form corrects. Raises Missing if the row or the field is unclear."""
    rows, place = _row(answers, guide)
    field = _field(answers, place, rows.table.fields)
    source_id, source = source_of(answers, guide, sent)
    if source and not source.raw.values.get("title"):
        raise Missing(answers.problem("Source: title", NO_SOURCE))
    changed = in_order(_changed(place, rows.table.fields, answers, field, source_id), rows.table)
    labels = {name: LABELS.get(name, "What it should say") for name in rows.table.fields}
    lines = {name: answers.lines.get(label, 1) for name, label in labels.items()}
    draft = Draft(rows.table, RawRow(1, changed, lines), labels)
    return Correction([source, draft] if source else [draft], place)


def _row(answers: Answers, guide: Guide) -> tuple[Rows[Any], RawRow]:
    text = answers.by_key("row")
    parts = FILE_AND_ROW.fullmatch(text)
    if not parts:
        message = f"'{text}' must name a file and a row, such as compensation.csv pm-62-base-2026."
        raise Missing(answers.problem("File and row", message))
    try:
        rows = guide[parts[1]]
        return rows, rows.place_of(parts[2])
    except UnknownName as error:
        raise Missing(answers.problem("File and row", str(error))) from None


def _field(answers: Answers, place: RawRow, fields: list[str]) -> str:
    """The field that is named, or the one whose value is the one quoted from the guide."""
    named = answers.by_key("field").strip("` ").lower().replace(" ", "_")
    lists = [name for name, value in place.values.items() if isinstance(value, (list, dict))]
    known = [name for name in fields if name not in lists]
    if named in known:
        return named
    if named:
        message = f"unknown field '{named}'. {allowed(named, known, most=30)}"
        raise Missing(answers.problem("Field", message))
    says = answers.by_key("says")
    found = [name for name in known if _plain(place.values.get(name) or "") == _plain(says)]
    if len(found) == 1:
        return found[0]
    row = "; ".join(f"{name}: {place.values[name]}" for name in known if place.values.get(name))
    message = f"is needed, since no single field says '{says}'. The row: {row}"
    raise Missing(answers.problem("Field", message))


def _changed(
    place: RawRow, fields: list[str], answers: Answers, field: str, source_id: str
) -> dict[str, Any]:
    values, text = dict(place.values), answers.by_key("should-say")
    values[field] = _plain(text) if FIGURE.fullmatch(text) else " ".join(text.split())
    date = next((name for name in DATES if name in fields), "")
    if date and answers.by_key("as-of"):
        values[date] = answers.by_key("as-of")
    if "source" in fields:
        values["source"] = source_id
    elif "sources" in fields:
        values["sources"] = _with_source(values.get("sources"), source_id)
    return values


def _with_source(sources: Any, source_id: str) -> Any:
    if isinstance(sources, str):  # a CSV cell holds a list as one text
        return "; ".join(dict.fromkeys([*sources.split("; "), source_id]))
    return list(dict.fromkeys([*(sources or []), source_id]))


def _plain(text: str) -> str:
    """A figure without the symbols that a page adds: `$165,000` is `165000`."""
    return re.sub(r"[$,]", "", " ".join(text.split()))
