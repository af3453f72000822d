"""Macros for what a candidate learns and practices."""

from __future__ import annotations

from markupsafe import Markup

from ...pages.navigation import parts
from ..components import inert
from ..context import Context
from .evidence import choice
from .tracks import heading, other_track

HOME = "index.md"  # leads to the others and holds nothing to read
STAGES = {
    "choosing": "Choosing a track",
    "preparing": "Preparing",
    "in-the-room": "In the room",
    "offer": "Reading the offer",
}


def mistake_cards(context: Context, *, stage: str) -> str:
    """Block. The mistakes of one stage: for each a heading that links can point to, and its card.

    Raises ValueError for a stage without mistakes.
    """
    choice("stage", stage, STAGES)
    rows = [row for row in context.guide["mistakes"].values() if row.stage == stage]
    if not rows:
        raise ValueError(f"mistakes.yml has no row with the stage '{stage}'")
    cards = [
        f"{heading(inert(row.title), row.id, row.track)}\n\n{context.render('mistake.html', mistake=row)}"
        for row in rows
    ]
    line = other_track(context, [row.track for row in rows], "mistake")
    return "\n" + "\n\n".join([line, *cards, context.source_links_line(rows)]) + "\n"


def glossary_terms(context: Context) -> str:
    """Block. All terms by first letter, each letter a heading, each term with an anchor `term-...`."""
    terms = sorted(context.guide["glossary"].values(), key=lambda row: row.term.lower())
    letters = dict.fromkeys(term.term[0].upper() for term in terms)
    parts = []
    for letter in letters:
        of_letter = [term for term in terms if term.term[0].upper() == letter]
        parts.append(
            f"## {inert(letter)} {{#letter-{_anchor(letter)}}}\n\n{context.render('terms.html', terms=of_letter)}"
        )
    return "\n" + "\n\n".join([*parts, context.source_links_line(terms)]) + "\n"


def _anchor(letter: str) -> str:
    """A letter as part of an anchor. Other signs go by their numbers, since they could be markup."""
    return letter.lower() if letter.isalnum() else str(ord(letter))


def term(context: Context, term_id: str, *, text: str = "") -> Markup:
    """Inline. A term, linked to its definition; `text` says it as the sentence needs it."""
    row = context.guide["glossary"][term_id]
    address = context.links.to("reference/glossary.md", f"term-{row.id}")
    return context.render("term.html", term=row, text=text or row.term, address=address)


def first_steps(context: Context) -> Markup:
    """Block. The situations of readers as buttons, each to the first page of its path."""
    paths = sorted(context.guide["reader-paths"].values(), key=lambda row: row.order)
    return context.render("first_steps.html", paths=paths)


def reader_paths(context: Context) -> Markup:
    """Block. A card for each reader's question, with the pages that answer it in order."""
    paths = sorted(context.guide["reader-paths"].values(), key=lambda row: row.order)
    pages = {step.page for path in paths for step in path.steps}
    minutes = {page: context.minutes(page) for page in pages}
    lines = {path.id: other_track(context, [s.track for s in path.steps], "step") for path in paths}
    return context.render("reader_paths.html", paths=paths, minutes=minutes, other_track=lines)


def reading_list(context: Context) -> str:
    """Block. All pages by part, a heading each, with a box to tick and the minutes each takes to read."""
    docs = context.links.docs
    texts = []
    for part, pages in parts(docs.parent).items():
        rows = [
            {"title": title, "path": path, "minutes": context.minutes(path)}
            for title, path in pages
            if path not in (HOME, context.links.here)
        ]
        if rows:
            listing = context.render("reading_list.html", part=part, pages=rows)
            texts.append(f"### {inert(part)}\n\n{listing}")
    return "\n" + "\n\n".join(texts) + "\n"
