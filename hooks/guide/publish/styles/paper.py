"""Merges the print rules of a style sheet into one block at its end: separate blocks cost bytes."""

from __future__ import annotations

from collections.abc import Sequence

from .rules import Block, Piece

PAPER = "@media print"


def with_paper_last(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with all rules for paper in the last one, in their order."""
    others: list[Piece] = []
    rules: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Block) and piece.start.strip() == PAPER:
            rules += piece.rules
        else:
            others.append(piece)
    return (*others, Block(PAPER, tuple(rules))) if rules else tuple(others)
