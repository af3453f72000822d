"""A style sheet as a list of rules that can be filtered and written again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import tinycss2

# At-rules that hold rules; others, such as @keyframes, stay whole.
NESTING = frozenset(["media", "supports", "container", "layer"])


@dataclass(frozen=True)
class Rule:
    """Selectors, as tokens, and declarations: (name, text)."""

    selectors: tuple[tuple[Any, ...], ...]
    declarations: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        selectors = ",".join(tinycss2.serialize(tokens) for tokens in self.selectors)
        return f"{selectors}{{{';'.join(text for _, text in self.declarations)}}}"


@dataclass(frozen=True)
class Block:
    """An at-rule with rules inside: how it starts ("@media print"), and the rules."""

    start: str
    rules: tuple[Any, ...]

    def __str__(self) -> str:
        return f"{self.start}{{{''.join(map(str, self.rules))}}}"


@dataclass(frozen=True)
class Whole:
    """An at-rule that stays or goes as a whole: its name ("keyframes"), what follows, and the text."""

    kind: str
    name: str
    text: str

    def __str__(self) -> str:
        return self.text


Piece = Rule | Block | Whole


@lru_cache(maxsize=16)  # a sheet of several groups is parsed once
def pieces_of(css: str) -> tuple[Piece, ...]:
    """The rules of a style sheet. Raises ValueError for invalid CSS."""
    return _pieces(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def all_rules(pieces: Sequence[Piece]) -> Iterator[Rule]:
    """Every rule, however deep."""
    for piece in pieces:
        if isinstance(piece, Rule):
            yield piece
        elif isinstance(piece, Block):
            yield from all_rules(piece.rules)


def selectors_of(tokens: Sequence[Any]) -> tuple[tuple[Any, ...], ...]:
    """The text between the commas, without the space around."""
    found: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            found.append([])
        elif token.type != "comment" and (found[-1] or token.type != "whitespace"):
            found[-1].append(token)
    return tuple(_without_last_space(selector) for selector in found)


def with_declarations(rule: Rule, declarations: Sequence[tuple[str, str]]) -> Rule:
    """The rule with these declarations."""
    return replace(rule, declarations=tuple(declarations))


def _without_last_space(selector: list[Any]) -> tuple[Any, ...]:
    while selector and selector[-1].type == "whitespace":
        selector.pop()
    return tuple(selector)


def _pieces(nodes: Sequence[Any]) -> tuple[Piece, ...]:
    return tuple(_piece(node) for node in nodes)


def _piece(node: Any) -> Piece:
    if node.type == "qualified-rule":
        return Rule(selectors_of(node.prelude), _declarations(node.content))
    if node.type != "at-rule":
        raise ValueError(f"line {node.source_line}: {node.serialize()[:80]!r} is no rule")
    if node.lower_at_keyword in NESTING and node.content is not None:
        inner = tinycss2.parse_blocks_contents(
            node.content, skip_comments=True, skip_whitespace=True
        )
        return Block(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", _pieces(inner))
    name = tinycss2.serialize(node.prelude).strip()
    return Whole(node.lower_at_keyword, name, node.serialize())


def _declarations(content: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    """Split at semicolons; values need no reading, and an unknown one must stay as it is."""
    parts: list[list[Any]] = [[]]
    for token in content:
        if token.type == "literal" and token.value == ";":
            parts.append([])
        elif token.type != "comment":
            parts[-1].append(token)
    texts = [tinycss2.serialize(part).strip() for part in parts]
    return tuple((text.partition(":")[0].strip(), text) for text in texts if text)
