"""Study pages speak to the candidate about the job, and seldom about the guide or the article it grew out of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide, Rows
from ....rows.models import Row
from ....rows.problems import Problem
from ....rows.readers.raw import RawRow
from ...voice import Sentence, counts, page_sentences, row_sentences, voice

SHOWING_VERDICTS = frozenset({"verdict", "claim", "claim_list", "page_claims"})
WITHOUT_DOUBT = "Say what to do, then why. Doubt is a badge, or comes once at the end."


RowSentence = tuple[Row, RawRow, str, str]


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at the prose of study pages and at the rows that they print."""
    mentions: list[Problem] = []
    for page in pages:
        if voice().is_study_page(page.path):
            sentences = list(page_sentences(page))
            yield from _words_of_page(page, sentences)
            yield from _verdicts(page)
            yield from _hedges_of_page(page, sentences)
            mentions += _mentions_on_page(page, sentences)
    for name in voice().tables:
        said = list(_said_by_rows(guide[name]))
        yield from _words_of_rows(guide[name], said)
        yield from _hedges_of_rows(guide[name], said)
        mentions += _mentions_in_rows(guide[name], said)
    if len(mentions) > voice().listed["most_mentions_of_the_article"]:
        yield from mentions


def _said_by_rows(rows: Rows[Row]) -> Iterator[RowSentence]:
    """Each sentence of a table with its row, the place of the row, and the field."""
    for row, place in rows.with_places():
        for field, text in row_sentences(row):
            yield row, place, field, text


def _words_of_page(page: Page, sentences: Iterable[Sentence]) -> Iterator[Problem]:
    for one in sentences:
        for word, found in voice().words_in(one.text):
            yield page.problem(one.line, *_instead(found[0], word.say))


def _words_of_rows(rows: Rows[Row], said: Iterable[RowSentence]) -> Iterator[Problem]:
    for row, place, field, text in said:
        for word, found in voice().words_in(text):
            yield rows.problem(row, place, field, *_instead(found[0], word.say))


def _instead(found: str, say: str) -> tuple[str, str]:
    return f"'{found}' is not how this guide speaks to a candidate.", say


def _verdicts(page: Page) -> Iterator[Problem]:
    calls = [call for call in page.calls if call.name in SHOWING_VERDICTS]
    most = voice().listed["most_verdicts"]
    for call in calls[most:]:
        message = (
            f"shows a verdict, and a study page has at most {most}. The ledger holds them all."
        )
        yield page.problem(call.line, message)


def _hedges_of_page(page: Page, sentences: Iterable[Sentence]) -> Iterator[Problem]:
    counted = [one for one in sentences if counts(one.text)]
    hedged = [(one, found) for one in counted if (found := voice().hedge(one.text))]
    if len(hedged) > voice().most_hedged(len(counted)):
        for one, found in hedged:
            yield page.problem(one.line, _hedged(found, len(hedged), len(counted)), WITHOUT_DOUBT)


def _hedges_of_rows(rows: Rows[Row], said: Iterable[RowSentence]) -> Iterator[Problem]:
    counted = [one for one in said if counts(one[3])]
    hedged = [(one, found) for one in counted if (found := voice().hedge(one[3]))]
    if len(hedged) > voice().most_hedged(len(counted)):
        for (row, place, field, _), found in hedged:
            message = _hedged(found, len(hedged), len(counted))
            yield rows.problem(row, place, field, message, WITHOUT_DOUBT)


def _hedged(found: str, hedged: int, sentences: int) -> str:
    return (
        f"'{found}' speaks of the guide itself, or hedges, as {hedged} of {sentences}"
        f" sentences here do. Allowed: {voice().most_hedged(sentences)}."
    )


def _mentions_on_page(page: Page, sentences: Iterable[Sentence]) -> Iterator[Problem]:
    for one in sentences:
        if voice().article.search(one.text):
            yield page.problem(one.line, _MENTION)


def _mentions_in_rows(rows: Rows[Row], said: Iterable[RowSentence]) -> Iterator[Problem]:
    for row, place, field, text in said:
        if voice().article.search(text):
            yield rows.problem(row, place, field, _MENTION)


_MENTION = "names the article, and the study pages together do that too often. It belongs in the claims ledger."
