"""Rows that study pages print speak to the candidate about the job, and hold few doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....pages.page import Page
from ....rows.loading import Guide, Rows
from ....rows.models import Row
from ....rows.problems import Problem
from ...voice import WITHOUT_DOUBT, RowSentence, hedged, instead, table_sentences, voice


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at each sentence of the tables that `voice.yml` lists."""
    for name in voice().tables:
        yield from guide[name].once(_in_table)


def _in_table(rows: Rows[Any]) -> list[Problem]:
    said = list(table_sentences(rows))
    return [*_words(rows, said), *_hedges(rows, said)]


def _words(rows: Rows[Row], said: Sequence[RowSentence]) -> Iterator[Problem]:
    for row, place, field, text in said:
        for word, found in voice().words_in(text):
            yield rows.problem(row, place, field, *instead(found[0], word.say))


def _hedges(rows: Rows[Row], said: Sequence[RowSentence]) -> Iterator[Problem]:
    for number, message in hedged([text for *_, text in said]):
        row, place, field, _ = said[number]
        yield rows.problem(row, place, field, message, WITHOUT_DOUBT)
