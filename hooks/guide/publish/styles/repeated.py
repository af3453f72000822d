"""Removes declarations that the same sheet overrides for the same elements further down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import tinycss2

from .rules import Block, Piece, Rule, with_declarations

# A browser that does not know them falls back on the value before.
NEWER = ("light-dark(", "color-mix(")
# Hidden by our sheets wherever the theme draws it: the icon of folded text, the arrow of a sorted table.
SWITCHED_OFF = (
    "summary:before",
    "th[role=columnheader]:after",
    "th[role=columnheader]:hover:after",
)
# Margins of blocks in a cell of a table without a class. Markdown and two tools write such tables, without blocks.
# With these rules a browser restyles everything below an element whose class changes: the whole page, as scripts start.
WITHOUT_BLOCKS = tuple(
    f"table:not([class]) {cell}>:{which}-child"
    for cell in ("td", "th")
    for which in ("first", "last")
)
# Switches transitions off while the palette changes, and whenever the theme's script starts: a browser restyles the
# whole page for it. Ours do it while a reader switches (before-theme.js), for the elements that have a transition.
OF_EACH_ELEMENT = tuple(f"[data-md-color-switching] {end}" for end in ("*", ":after", ":before"))
Conditions = tuple[str, ...]
# The properties that are set further down, by the conditions and the selector for which they are.
Later = defaultdict[tuple[Conditions, str], set[str]]


def without_repeated(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without declarations that never apply: the same selector overrides them later, as widely or wider."""
    return _without(pieces, (), defaultdict(set))


def without_switched_off(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The theme's pieces without those that our sheets switch off or narrow, or that match nothing here."""
    found = (_on(piece) for piece in pieces)
    return tuple(piece for piece in found if piece is not None)


def _on(piece: Piece) -> Piece | None:
    if isinstance(piece, Block):
        inner = without_switched_off(piece.rules)
        return Block(piece.start, inner) if inner else None
    if not isinstance(piece, Rule):
        return piece
    off = *SWITCHED_OFF, *WITHOUT_BLOCKS, *OF_EACH_ELEMENT
    remaining = tuple(selector for selector in piece.selectors if not _text(selector).endswith(off))
    return Rule(remaining, piece.declarations) if remaining else None


def _text(selector: Sequence[Any]) -> str:
    return str(tinycss2.serialize(selector))


def _without(pieces: Sequence[Piece], around: Conditions, later: Later) -> tuple[Piece, ...]:
    """From the last to the first; `around` are the starts of the blocks that hold the pieces."""
    remaining: list[Piece] = []
    for piece in reversed(pieces):
        if isinstance(piece, Block):
            inner = _without(piece.rules, (*around, piece.start), later)
            remaining += [Block(piece.start, inner)] if inner else []
        elif isinstance(piece, Rule):
            left = _effective(piece, around, later)
            remaining += [with_declarations(piece, left)] if left else []
        else:
            remaining.append(piece)
    return tuple(reversed(remaining))


def _effective(rule: Rule, around: Conditions, later: Later) -> list[tuple[str, str]]:
    """The declarations of the rule that apply to some element; they are recorded in `later`."""
    selectors = [_text(selector) for selector in rule.selectors]
    wider = [around[:depth] for depth in range(len(around) + 1)]
    overruled = set[str].intersection(
        *(set[str]().union(*(later[place, selector] for place in wider)) for selector in selectors)
    )
    left = [
        (name, text)
        for name, text in rule.declarations
        if name not in overruled or text.endswith("!important")
    ]
    certain = {name for name, text in rule.declarations if not any(n in text for n in NEWER)}
    for selector in selectors:
        later[around, selector] |= certain
    return left
