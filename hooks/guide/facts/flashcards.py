"""Which terms, claims and questions a page holds: what a reader can study from it as cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ..pages.page import Call, Page, parse_calls, read_pages
from ..rows.loading import Guide
from ..rows.readers.files import Unreadable, read_text
from .question_bank import questions_called

KINDS = ("term", "claim", "question")


def cards_on(guide: Guide, path: str) -> list[str]:
    """The cards of the page at `path` below docs/, such as `term/okr`, `claim/C058`, `question/PM001`."""
    docs = guide.root / "docs"
    try:
        page = Page(path, path, read_text(docs / path, docs))
    except Unreadable:  # told by the rules, with its line
        return []
    parse_calls(page)
    return _cards(guide, page)


def cards_by_page(guide: Guide) -> dict[str, tuple[str, list[str]]]:
    """The title and the cards of every page that has any, by path."""
    found = {}
    for page in read_pages(guide.root):
        cards = _cards(guide, page)
        if cards:
            found[page.path] = (page.front_matter["title"], cards)
    return found


def _cards(guide: Guide, page: Page) -> list[str]:
    """Each card once: first the kind of which the page holds most, then in the order of the page."""
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


# The macros that show what can be a card. A call that a rule refuses never gets here: the build has failed by then.
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
