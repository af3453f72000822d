"""Study pages speak to the candidate about the job, with few hedges and few verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.problems import Problem
from ...voice import WITHOUT_DOUBT, Sentence, hedged, instead, page_sentences, voice

SHOWING_VERDICTS = frozenset({"verdict", "claim_list", "page_claims"})


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Looks at the prose of each study page; the rows that it shows have a rule of their own."""
    for page in pages:
        if voice().is_study_page(page.path):
            sentences = list(page_sentences(page))
            yield from _words(page, sentences)
            yield from _verdicts(page)
            yield from _hedges(page, sentences)


def _words(page: Page, sentences: Iterable[Sentence]) -> Iterator[Problem]:
    for sentence in sentences:
        for word, found in voice().words_in(sentence.text):
            yield page.problem(sentence.line, *instead(found[0], word.say))


def _verdicts(page: Page) -> Iterator[Problem]:
    calls = [call for call in page.calls if call.name in SHOWING_VERDICTS]
    most = voice().listed["most_verdicts"]
    for call in calls[most:]:
        message = (
            f"shows a verdict, and a study page has at most {most}. The ledger holds them all."
        )
        yield page.problem(call.line, message)


def _hedges(page: Page, sentences: Sequence[Sentence]) -> Iterator[Problem]:
    for place, message in hedged([sentence.text for sentence in sentences]):
        yield page.problem(sentences[place].line, message, WITHOUT_DOUBT)
