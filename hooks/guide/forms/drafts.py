"""Answers to raw rows: every value as text, every field with its line in the form."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from ..facts.addresses import source_at
from ..rows.loading import Guide
from ..rows.readers.raw import RawRow
from ..rows.tables import TABLE_BY_NAME, Table
from .answers import Answers
from .conversations import HEADS, parts_of
from .debriefs import candidates_of

QUESTION_NUMBERS = re.compile(r"([A-Z]{2,4})(\d{3})")
WORDS_OF_AN_ID = 5
KNOWN_SOURCE = "Source: id, if the guide has it"


@dataclass(frozen=True)
class Sent:
    """What is known of a filled form besides its text: its address, if it was sent, and the day."""

    day: dt.date
    address: str = ""

    @property
    def number(self) -> str:
        """The number of the issue; empty if the form was not sent."""
        return self.address.rsplit("/", 1)[-1] if self.address else ""


@dataclass(frozen=True)
class Draft:
    """A row before its model has validated it, and the form's question for each field."""

    table: Table
    raw: RawRow
    labels: dict[str, str]


def drafts(answers: Answers, guide: Guide, sent: Sent) -> list[Draft]:
    """The rows of a form: its source first, if that is new, then the row that cites it."""
    table = TABLE_BY_NAME[answers.form.table]
    draft = _draft(answers, table)
    if not answers.form.rests_on_a_source:
        return [_named(draft, guide)]
    source_id, source = source_of(answers, guide, sent)
    values = draft.raw.values
    field = "source" if "source" in table.fields else "sources"
    values[field] = source_id if field == "source" else [source_id]
    draft.labels[field] = KNOWN_SOURCE
    return [source, _named(draft, guide)] if source else [_named(draft, guide)]


def _named(draft: Draft, guide: Guide) -> Draft:
    """The row with a new id, its fields in the model's order."""
    values = draft.raw.values
    values["id"] = _new_id(draft.table, values, guide)
    draft.raw.values = in_order(values, draft.table)
    return draft


def source_of(answers: Answers, guide: Guide, sent: Sent) -> tuple[str, Draft | None]:
    """The id of a form's source, and its row unless the guide has it. A form without any is itself the source."""
    known = answers.by_key("known-source") or source_at(guide, answers.by_key("source-url"))
    if known:
        return known, None
    draft = _draft(answers, TABLE_BY_NAME["sources"])
    values = draft.raw.values
    if answers.form.stem == "loop-report" and not (values.get("url") or values.get("title")):
        values |= _own_account(sent)
    values.setdefault("id", _source_id(values, guide))
    draft.raw.values = in_order(values, draft.table)
    return values["id"], draft


def in_order(values: dict[str, Any], table: Table) -> dict[str, Any]:
    """The values in the model's order. A CSV row has every cell, a YAML row only its filled fields."""
    if table.is_csv:
        return {name: values.get(name) or None for name in table.fields}
    return {name: values[name] for name in table.fields if values.get(name)}


def _own_account(sent: Sent) -> dict[str, Any]:
    """A loop reported to this guide only. Nobody verified the reporter, so it counts as secondary."""
    return {
        "id": f"reader-report-{sent.number or 'number-of-the-issue'}",
        "title": "A loop, reported to this guide",
        "publisher": "A reader of this guide",
        "url": sent.address,
        "published": sent.day.isoformat(),
        "retrieved": sent.day.isoformat(),
        "kind": "reader-report",
        "grade": "secondary",
        "note": "Reported by a reader in a form of this guide. No one checked who wrote it.",
    }


def _draft(answers: Answers, table: Table) -> Draft:
    raw, labels = RawRow(1), dict[str, str]()
    for ask in answers.form.asks:
        if ask.table == table.name and (text := answers.text(ask)):
            *groups, name = ask.path
            holder = raw.values
            for group in groups:
                holder = holder.setdefault(group, {})
            holder[name] = _value(text, ask.is_list, name)
        if ask.table == table.name:
            raw.lines[".".join(ask.path)] = answers.lines.get(ask.label, 1)
            labels[".".join(ask.path)] = ask.label
    return Draft(table, raw, labels)


def _value(text: str, is_list: bool, name: str) -> Any:
    if not is_list:
        return " ".join(text.split())
    lines = [
        re.sub("^[-*] ", "", " ".join(line.split())) for line in text.split("\n") if line.strip()
    ]
    if name == "candidates":
        return candidates_of(lines)
    return parts_of(name, lines) if name in HEADS else lines


def _new_id(table: Table, values: dict[str, Any], guide: Guide) -> str:
    """An id that no row has or ever had."""
    taken = set(guide[table.name]) | set(guide["retired-ids"])
    if table.name == "questions":
        track = {"pm": "PM", "pmm": "PMM"}.get(str(values.get("track")), "BOTH")
        numbers = [
            int(m[2]) for key in taken if (m := QUESTION_NUMBERS.fullmatch(key)) and m[1] == track
        ]
        return f"{track}{max(numbers, default=0) + 1:03}"
    if table.name == "loop-reports":
        return _free(str(values["source"]), taken)
    if table.name == "compensation":
        parts = ("track", "level", "metric", "as_of")
        return _free(_slug(" ".join(str(values.get(part, ""))[:5] for part in parts)), taken)
    names = {"case-facts": ("case", "ask"), "transcripts": ("question", "setting")}
    words = " ".join(str(values.get(part, "")) for part in names.get(table.name, ("title",)))
    return _free(_slug(words), taken)


def _source_id(values: dict[str, Any], guide: Guide) -> str:
    title = _slug(str(values.get("title", "")))
    year = str(values.get("published", ""))[:4]
    return _free(
        "-".join(part for part in (title, _slug(year)) if part),
        set(guide.sources) | set(guide["retired-ids"]),
    )


def _slug(text: str) -> str:
    """The first words in kebab-case, without accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain)[:WORDS_OF_AN_ID])


def _free(wanted: str, taken: set[str]) -> str:
    wanted = wanted or "a-short-name"
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)
