"""Which terms, claims and questions a page holds: what a reader can study from it as cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ..pages.page import Call, Page
from ..rows.loading import Guide
from .question_bank import questions_called

KINDS = ("term", "claim", "question")


def cards_by_page(guide: Guide, pages: Iterable[Page]) -> dict[str, tuple[str, list[str]]]:
    """The title and the cards of every page that has any, by path."""
    cards = ((page, cards_on(guide, page)) for page in pages)
    return {page.path: (page.title, found) for page, found in cards if found}


def cards_on(guide: Guide, page: Page) -> list[str]:
    """The cards of a page, such as `term/okr`, `claim/C058`, `question/PM001`.

    Each card once: first the kind with the most cards on the page, then in the order of the page.
    """
    found = (
        card
        for call in page.calls
        if call.name in SHOWN_BY
        for card in SHOWN_BY[call.name](guide, page, call)
    )
    cards = list(dict.fromkeys(found))
    held = Counter(_kind(card) for card in cards)
    return sorted(cards, key=lambda card: (-held[_kind(card)], KINDS.index(_kind(card))))


def _kind(card: str) -> str:
    return card.partition("/")[0]


def _named(kind: str) -> Callable[[Guide, Page, Call], Iterable[str]]:
    """For macros that name one row."""
    return lambda _guide, _page, call: [f"{kind}/{call.args[0]}"]


def _all_terms(guide: Guide, _page: Page, _call: Call) -> Iterable[str]:
    return (f"term/{key}" for key in guide["glossary"])


def _claims_of_page(guide: Guide, page: Page, _call: Call) -> Iterable[str]:
    return (f"claim/{row.id}" for row in guide.claims.values() if row.page == page.path)


def _claims_of_verdict(guide: Guide, _page: Page, call: Call) -> Iterable[str]:
    wanted = call.kwargs["verdict"]
    return (f"claim/{row.id}" for row in guide.claims.values() if row.verdict == wanted)


def _questions_listed(guide: Guide, _page: Page, call: Call) -> Iterable[str]:
    return (f"question/{row.id}" for row in questions_called(guide, call))


# The macros that show what can be a card. Calls that a rule refuses never get here: they have failed the build before.
SHOWN_BY: Mapping[str, Callable[[Guide, Page, Call], Iterable[str]]] = {
    "claim": _named("claim"),
    "claim_list": _claims_of_verdict,
    "glossary_terms": _all_terms,
    "page_claims": _claims_of_page,
    "question_list": _questions_listed,
    "term": _named("term"),
    "verdict": _named("claim"),
    "warm_ups": _questions_listed,
}
