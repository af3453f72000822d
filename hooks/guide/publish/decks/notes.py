"""The cards of a track as texts, before any program's format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...facts.labels import CATEGORIES, GRADES
from ...facts.question_bank import bank, pages_of_questions
from ...facts.wording import dollars
from ...pages.links import address_below_site
from ...pages.page import Page
from ...rows.loading import Guide

# Tables whose rows are cards. A withdrawn row becomes a card that says so.
KINDS = {
    "questions": "question",
    "glossary": "term",
    "claims": "claim",
    "question-rubrics": "rubric",
}


@dataclass(frozen=True)
class Note:
    """One card. `kind` and `id` are its name forever; `lines` are its back."""

    kind: str
    id: str
    front: str
    lines: tuple[str, ...]
    grade: str
    date: str
    link: str
    is_withdrawn: bool = False


class Decks:
    """The notes of each track, made from the rows."""

    def __init__(self, guide: Guide, pages: list[Page], site_url: str) -> None:
        self._guide, self._site = guide, site_url
        self._places = pages_of_questions(guide, pages)

    def of(self, track: str) -> list[Note]:
        """The notes of `pm` or `pmm`."""
        return [
            *self._questions(track),
            *self._terms(track),
            *self._claims(),
            *self._rubrics(track),
            *self._numbers(track),
            *self._withdrawn(),
        ]

    def _link(self, page: str, anchor: str = "") -> str:
        return f"{self._site}{address_below_site(page)}{f'#{anchor}' if anchor else ''}"

    def _sourced(self, source_id: str, dated: str | None = None) -> tuple[str, str]:
        source = self._guide.sources[source_id]
        day = dated or source.published or f"read {source.retrieved.isoformat()}"
        return GRADES[source.grade][0], day

    def _questions(self, track: str) -> Iterator[Note]:
        for row in bank(self._guide, track):
            lines = (
                *row.strong_answer,
                *(f"Then: {text}" for text in row.follow_ups),
                *(f"At {n}: {getattr(row.levels, f'at_{n}')}" for n in (61, 63, 65)),
            )
            front = f"{row.question} ({CATEGORIES[row.category]})"
            link = self._link(self._places.get(row.id, "prepare/questions.md"))
            yield Note(
                "question", row.id, front, lines, *self._sourced(row.source, row.reported_on), link
            )

    def _terms(self, track: str) -> Iterator[Note]:
        for row in self._guide["glossary"].values():
            if row.track in (track, "both"):
                link = self._link("reference/glossary.md", f"term-{row.id}")
                yield Note("term", row.id, row.term, (row.definition,), "Our words", "", link)

    def _claims(self) -> Iterator[Note]:
        for row in self._guide.claims.values():
            grade, day = self._sourced(row.evidence[0]) if row.evidence else ("No source", "")
            front = f"True or not? {row.claim}"
            yield Note(
                "claim", row.id, front, (row.verdict, row.note), grade, day, self._link(row.page)
            )

    def _rubrics(self, track: str) -> Iterator[Note]:
        for row in self._guide["question-rubrics"].values():
            if row.track == track:
                scores = (f"{n}: {getattr(row.levels, f'level_{n}')}" for n in range(1, 6))
                front = f"What makes an answer a 1, a 3 and a 5? {row.type}"
                lines = (*scores, f"Red flag: {row.red_flag}")
                yield Note(
                    "rubric",
                    row.id,
                    front,
                    lines,
                    "Our words",
                    "",
                    self._link("loops/question-rubrics.md"),
                )

    def _numbers(self, track: str) -> Iterator[Note]:
        for row in self._guide["posted-ranges"].values():
            if row.track == track and row.region == "us" and row.code_basis == "printed":
                front = f"Base pay that posts print, United States: {row.title}, {row.code}"
                lines = (
                    f"{dollars(row.low)} to {dollars(row.high)} a year",
                    *([row.note] if row.note else []),
                )
                grade, _ = self._sourced(row.source)
                yield Note(
                    "number",
                    row.id,
                    front,
                    lines,
                    grade,
                    row.as_of,
                    self._link("pay/posted-ranges.md"),
                )

    def _withdrawn(self) -> Iterator[Note]:
        for row in self._guide["retired-ids"].values():
            if row.table in KINDS:
                link = self._link("reference/changes.md")
                front = f"Withdrawn: {row.id}. You can delete this card."
                yield Note(
                    KINDS[row.table], row.id, front, (row.reason,), "", "", link, is_withdrawn=True
                )
