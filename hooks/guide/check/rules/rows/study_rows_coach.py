"""Rows that study pages show speak to the candidate about the job, with few hedges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....pages.page import Page
from ....rows.loading import Guide, Rows
from ....rows.models import Row
from ....rows.problems import Problem
from ...voice import WITHOUT_DOUBT, RowText, hedged, instead, table_sentences, voice


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at each sentence of the tables that `voice.yml` lists."""
    for name in voice().tables:
        yield from guide[name].once(_in_table)


def _in_table(rows: Rows[Any]) -> list[Problem]:
    sentences = list(table_sentences(rows))
    return [*_words(rows, sentences), *_hedges(rows, sentences)]


def _words(rows: Rows[Row], sentences: Sequence[RowText]) -> Iterator[Problem]:
    for row, place, field, text in sentences:
        for word, found in voice().words_in(text):
            yield rows.problem(row, place, field, *instead(found[0], word.say))


def _hedges(rows: Rows[Row], sentences: Sequence[RowText]) -> Iterator[Problem]:
    for number, message in hedged([text for *_, text in sentences]):
        row, place, field, _ = sentences[number]
        yield rows.problem(row, place, field, message, WITHOUT_DOUBT)
