"""Macros that show the evidence behind statements."""

from __future__ import annotations

from itertools import groupby
from typing import Any, get_args

from markupsafe import Markup

from ...facts.freshness import last_checked, next_check_due, spoken_date
from ...facts.labels import GRADES
from ...facts.source_shelves import SHELVES, shelf_of
from ...pages.navigation import titles_in_menu
from ...rows.models import Source
from ...rows.models.evidence import Grade, Topic, Verdict
from ...rows.problems import UnknownName
from ..context import Context
from .tools import cards_link

LEDGER = "reference/claims.md"
SUBJECTS = {
    "roles": "the roles",
    "pm-loop": "the PM loop",
    "pmm-loop": "the PMM loop",
    "levels": "levels",
    "pay": "pay",
    "promotion": "promotion",
    "moving": "moving between tracks",
    "ai-products": "AI products and interviews",
    "selling": "how Microsoft sells",
}
# A page with a longer list leaves the notes to the pages of sources, so that it loads fast.
MOST_WITH_NOTES = 75


def choice(kind: str, name: Any, known: Any) -> Any:
    """`name`, if it is one of `known`. Raises UnknownName, which suggests similar names."""
    names = get_args(known) or tuple(known)
    if name not in names:
        raise UnknownName(kind, str(name), map(str, names))
    return name


def cite(context: Context, *source_ids: str) -> Markup:
    """Inline. One mark: the number of the source, or how many there are, linked to the page's list.

    Raises ValueError without a source.
    """
    if not source_ids:
        raise ValueError("cite() needs at least one source id")
    return context.cites(source_ids)


def verdict(context: Context, claim_id: str) -> Markup:
    """Inline. The verdict on one claim of the article, linked to the ledger."""
    return verdict_mark(context, claim_id, context.guide.claims[claim_id].verdict)


def verdict_mark(context: Context, claim_id: str, verdict: str) -> Markup:
    """A verdict in a word and a shape, linked to the claim in the ledger."""
    address = context.links.to(LEDGER, f"claim-{claim_id.lower()}")
    return context.render("verdict.html", claim_id=claim_id, verdict=verdict, address=address)


def claim_list(context: Context, *, verdict: str) -> Markup:
    """Block. All claims with one verdict, each with an anchor `claim-c058`."""
    choice("verdict", verdict, Verdict)
    rows = [row for row in context.guide.claims.values() if row.verdict == verdict]
    topics = _topics(context)
    claims = [(row, topics.get(row.page, row.page)) for row in rows]
    return context.render("claim_list.html", claims=claims)


def _topics(context: Context) -> dict[str, str]:
    """The menu titles of the pages to which claims lead."""
    return titles_in_menu(context.links.docs.parent)


def page_claims(context: Context) -> Markup:
    """Block. What the reviewed article claims on the topic of this page, folded, each with its verdict.

    Raises ValueError on a page that no claim names.
    """
    claims = [row for row in context.guide.claims.values() if row.page == context.links.here]
    if not claims:
        raise ValueError(f"claims.yml has no claim whose page is '{context.links.here}'")
    marks = [(row, verdict_mark(context, row.id, row.verdict)) for row in claims]
    return context.render("page_claims.html", claims=marks)


def change_list(context: Context) -> Markup:
    """Block. What changed in the guide by day, newest first."""
    changes = context.guide["changes"].all
    days = [(day, list(of_day)) for day, of_day in groupby(changes, lambda change: change.date)]
    return context.render("change_list.html", days=days, changes=changes)


def source_list(context: Context, *, grade: str, shelf: str = "") -> Markup:
    """Block. The sources of one grade, or of one shelf of it, folded, each with an anchor `source-...`.

    Raises ValueError if there are none.
    """
    choice("grade", grade, Grade)
    sources = [s for s in context.guide.sources.values() if s.grade == grade and not s.set_aside]
    if shelf:
        choice("shelf", shelf, SHELVES)
        sources = [s for s in sources if shelf_of(s) == shelf]
    if not sources:
        raise ValueError(f"sources.yml has no {grade} source on the shelf '{shelf}'")
    return _folded_sources(context, sources)


def _folded_sources(context: Context, sources: list[Source]) -> Markup:
    listing = context.render(
        "source_list.html", sources=sources, grades=GRADES, numbers={}, has_notes=True
    )
    return context.render("folded_sources.html", count=len(sources), listing=listing)


def set_aside_sources(context: Context) -> Markup:
    """Block. Sources that were read and are not used, each with the reason."""
    return _folded_sources(context, [s for s in context.guide.sources.values() if s.set_aside])


def moved_to(context: Context, *paths: str) -> Markup:
    """Block. The pages that hold what was once on this one: an old link to an anchor of this page leads on to them."""
    return context.render("moved_to.html", addresses=[context.links.to(path) for path in paths])


def grade_legend(context: Context) -> Markup:
    """Block. The four grades: mark, name and meaning."""
    return context.render("grade_legend.html", grades=GRADES)


def unknowns(context: Context, topic: str) -> Markup:
    """Block. What no source settles about a topic, and what would. Raises ValueError for a topic without rows."""
    choice("topic", topic, Topic)
    rows = [row for row in context.guide["unknowns"].values() if row.topic == topic]
    if not rows:
        raise ValueError(f"unknowns.yml has no row with the topic '{topic}'")
    return context.render("unknowns.html", unknowns=rows, subject=SUBJECTS[topic])


def page_sources(context: Context) -> str:
    """Block, last on every page. Links to its cards, its sources by number, and since when all have been read."""
    sources = context.cited_sources()
    has_notes = len(sources) <= MOST_WITH_NOTES
    # A page without sources names no day: the date of the edition would change the page with every edition.
    day, due = last_checked(sources), next_check_due(sources)
    html = context.render(
        "page_sources.html",
        listing=context.render(
            "source_list.html",
            sources=sources,
            grades=GRADES,
            numbers=context.cited,
            has_notes=has_notes,
        ),
        has_notes=has_notes,
        sources=sources,
        checked_on=spoken_date(day) if day else "",
        due_on=spoken_date(due) if due else "",
        is_overdue=bool(due and context.today > due),
        count=len(sources),
        page_links=context.page_links(),
    )
    return f"\n{cards_link(context)}\n\n## Sources {{#sources}}\n\n{html}\n"
