"""Study pages speak to the candidate about the job, and seldom about the guide or the article it grew out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem
from ...voice import counts, page_sentences, row_sentences, voice

SHOWING_VERDICTS = frozenset({"verdict", "claim", "claim_list", "page_claims"})
WITHOUT_DOUBT = "Say what to do, then why. Doubt is a badge, or comes once at the end."


def check(guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at the prose of study pages and at the rows that they print."""
    speaking = [page for page in pages if voice().is_study_page(page.path)]
    mentions: list[Problem] = []
    for page in speaking:
        yield from _words_of_page(page)
        yield from _verdicts(page)
        yield from _hedges_of_page(page)
        mentions += _mentions_on_page(page)
    for name in voice().tables:
        yield from _words_of_rows(guide, name)
        yield from _hedges_of_rows(guide, name)
        mentions += _mentions_in_rows(guide, name)
    if len(mentions) > voice().listed["most_mentions_of_the_article"]:
        yield from mentions


def _words_of_page(page: Page) -> Iterator[Problem]:
    for one in page_sentences(page):
        for word in voice().words:
            for found in word.pattern.finditer(one.text):
                yield page.problem(one.line, *_instead(found[0], word.say))


def _words_of_rows(guide: Guide, name: str) -> Iterator[Problem]:
    rows = guide[name]
    for row, place in rows.with_places():
        for field, text in row_sentences(row):
            for word in voice().words:
                if found := word.pattern.search(text):
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


def _hedges_of_page(page: Page) -> Iterator[Problem]:
    sentences = [one for one in page_sentences(page) if counts(one.text)]
    hedged = [(one, found) for one in sentences if (found := voice().hedge(one.text))]
    if len(hedged) > voice().most_hedged(len(sentences)):
        for one, found in hedged:
            yield page.problem(one.line, _hedged(found, len(hedged), len(sentences)), WITHOUT_DOUBT)


def _hedges_of_rows(guide: Guide, name: str) -> Iterator[Problem]:
    rows, sentences, hedged = guide[name], 0, []
    for row, place in rows.with_places():
        for field, text in row_sentences(row):
            sentences += counts(text)
            if counts(text) and (found := voice().hedge(text)):
                hedged.append((row, place, field, found))
    if len(hedged) > voice().most_hedged(sentences):
        for row, place, field, found in hedged:
            message = _hedged(found, len(hedged), sentences)
            yield rows.problem(row, place, field, message, WITHOUT_DOUBT)


def _hedged(found: str, hedged: int, sentences: int) -> str:
    return (
        f"'{found}' speaks of the guide itself, or hedges, as {hedged} of {sentences}"
        f" sentences here do. Allowed: {voice().most_hedged(sentences)}."
    )


def _mentions_on_page(page: Page) -> Iterator[Problem]:
    for one in page_sentences(page):
        if voice().article.search(one.text):
            yield page.problem(one.line, _MENTION)


def _mentions_in_rows(guide: Guide, name: str) -> Iterator[Problem]:
    rows = guide[name]
    for row, place in rows.with_places():
        for field, text in row_sentences(row):
            if voice().article.search(text):
                yield rows.problem(row, place, field, _MENTION)


_MENTION = (
    "names the article, which study pages do too often in all. Its room is the claims ledger."
)
