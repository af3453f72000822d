"""Study pages and the rows that they print seldom name the article that the guide grew out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....pages.page import Page
from ....rows.loading import Guide, Rows
from ....rows.problems import Problem
from ...voice import page_sentences, table_sentences, voice

MENTION = "names the article, which the study pages together do too often. It belongs in the claims ledger."


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Counts the sentences that name it, in pages and in rows together."""
    mentions = [*_on_pages(pages), *_in_rows(guide)]
    if len(mentions) > voice().listed["most_mentions_of_the_article"]:
        yield from mentions


def _on_pages(pages: Sequence[Page]) -> Iterator[Problem]:
    for page in pages:
        if voice().is_study_page(page.path) and voice().article_stem in page.text.lower():
            for sentence in page_sentences(page):
                if voice().article.search(sentence.text):
                    yield page.problem(sentence.line, MENTION)


def _in_rows(guide: Guide) -> Iterator[Problem]:
    for name in voice().tables:
        yield from guide[name].once(_in_table)


def _in_table(rows: Rows[Any]) -> list[Problem]:
    return [
        rows.problem(row, place, field, MENTION)
        for row, place, field, text in table_sentences(rows, voice().article_stem)
        if voice().article.search(text)
    ]
