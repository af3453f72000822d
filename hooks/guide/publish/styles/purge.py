"""Removes rules from a style sheet that no page, and nothing that a script adds to a page, can match.

A rule stays if each part of one of its selectors can match an element. That errs on the side of keeping rules: nesting
and states such as `:hover` or `:not(...)`, are ignored. There are two exceptions. A summary is always in a details
element. And `table:not([class])` matches nothing if each table has a class: the theme has rules for links and cells of
such tables, so a browser would style all links and cells again whenever the class of the page changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import tinycss2

from .rules import Block, Piece, Rule, Whole, selectors_of, with_declarations
from .seen import Seen

USED_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
COMBINATORS = frozenset(">+~")
# The selectors on which tokens.css sets colors, and those of no higher specificity.
EVERYWHERE = {":root", "[data-md-color-scheme]"}
PALETTE = re.compile(r":root|\[data-md-color-(?:scheme|primary|accent)(?:=[\w-]+)?\]")
# Only for Internet Explorer.
LEGACY_PREFIX = "-ms-"
NO_CLASS = "not([class])"
# The end of such a class may be filled in by a script: "verdict--" and a word of the data.
OPEN_ENDING = "--"


def purged(pieces: Sequence[Piece], seen: Seen, names: frozenset[str]) -> tuple[Piece, ...]:
    """The pieces that can be used, if scripts may give elements the classes `names`."""
    found = (_used(piece, seen, names) for piece in pieces)
    return tuple(piece for piece in found if piece is not None)


def without_unused_variables(
    pieces: Sequence[Piece], words: frozenset[str], others: str = ""
) -> tuple[Piece, ...]:
    """The pieces without variables and animations that neither they, the sheets `others` nor scripts (`words`) name.

    For all sheets together and until nothing changes: one sheet sets what another uses, and a variable may be used only
    by one that is removed.
    """
    text = "".join(map(str, pieces))
    used = words.union(USED_VARIABLE.findall(text), USED_VARIABLE.findall(others))
    remaining = _with_variables(pieces, used, text)
    return (
        remaining
        if remaining == tuple(pieces)
        else without_unused_variables(remaining, words, others)
    )


def without_overruled(pieces: Sequence[Piece], later: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without variables for the whole page to which `later` gives another value in every palette."""
    names = {
        name
        for rule in later
        if isinstance(rule, Rule)
        and {str(_text(selector)) for selector in rule.selectors} == EVERYWHERE
        for name, _ in rule.declarations
        if name.startswith("--")
    }
    return tuple(filter(None, (_without(piece, names) for piece in pieces)))


def _without(piece: Piece, names: set[str]) -> Piece | None:
    if isinstance(piece, Block):
        inner = tuple(filter(None, (_without(nested, names) for nested in piece.rules)))
        return Block(piece.start, inner) if inner else None
    if not isinstance(piece, Rule) or not all(PALETTE.fullmatch(_text(s)) for s in piece.selectors):
        return piece
    left = [declaration for declaration in piece.declarations if declaration[0] not in names]
    return with_declarations(piece, left) if left else None


def _text(selector: Sequence[Any]) -> str:
    return str(tinycss2.serialize(selector))


def _used(piece: Piece, seen: Seen, names: frozenset[str]) -> Piece | None:
    if isinstance(piece, Whole):
        return piece
    if isinstance(piece, Block):
        inner = purged(piece.rules, seen, names)
        return Block(piece.start, inner) if inner else None
    remaining = tuple(selector for selector in piece.selectors if _can_match(selector, seen, names))
    return Rule(remaining, piece.declarations) if remaining else None


def _can_match(selector: Sequence[Any], seen: Seen, names: frozenset[str]) -> bool:
    parts = _compounds(selector)
    behind = [*parts[1:], ("", [])]
    return all(
        not _none_lacks_class(part, seen)
        and _compound_can(part, seen, names, "details" if _is_summary(*after) else "")
        for (_, part), after in zip(parts, behind, strict=True)
    )


def _compounds(selector: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    """The parts between the combinators, each with the one before it: `.a > p.b` has two, the second with ">"."""
    parts: list[tuple[str, list[Any]]] = [("", [])]
    for token in selector:
        if token.type == "literal" and token.value in COMBINATORS:
            parts.append((token.value, []))
        elif token.type == "whitespace":
            parts.append((parts[-1][0] if not parts[-1][1] else "", []))
        else:
            parts[-1][1].append(token)
    return [(how, part) for how, part in parts if part]


def _is_summary(how: str, part: Sequence[Any]) -> bool:
    return how == ">" and part[0].type == "ident" and part[0].lower_value == "summary"


def _compound_can(part: Sequence[Any], seen: Seen, names: frozenset[str], tag: str = "") -> bool:
    classes = []
    for before, token in zip([None, *part], part, strict=False):
        after = getattr(before, "value", "") if before is not None else ""
        if token.type == "ident" and after == ".":
            classes.append(token.value)
        elif token.type == "ident" and after == ":":
            if token.lower_value.startswith(LEGACY_PREFIX):
                return False
        elif token.type == "ident":
            tag = token.lower_value
        elif not _holds(token, seen, names):
            return False
    bound = [name for name in classes if not _is_open(name, names)]
    return seen.has_element(tag, bound, names)


def _none_lacks_class(part: Sequence[Any], seen: Seen) -> bool:
    """Whether it asks for a tag without a class, and each element with that tag has one."""
    tag = part[0].lower_value if part[0].type == "ident" else ""
    asks = NO_CLASS in (token.serialize() for token in part)
    return bool(tag) and asks and not seen.has_element_without_class(tag)


def _is_open(name: str, names: frozenset[str]) -> bool:
    start, dashes, _ = name.rpartition(OPEN_ENDING)
    return bool(dashes) and start + dashes in names


def _holds(token: Any, seen: Seen, names: frozenset[str]) -> bool:
    """Whether an id, an attribute or a selector list can match; anything else is assumed to."""
    if token.type == "hash":
        return seen.has_attribute("id", token.value) or token.value in seen.script_words
    if token.type == "[] block":
        inside = [part for part in token.content if part.type != "whitespace"]
        how = getattr(inside[1], "value", "") if len(inside) > 2 else ""
        if how == "$=" and inside[0].lower_value == "src":
            return seen.has_source(inside[2].value)
        exact = how == "="
        return seen.has_attribute(inside[0].lower_value, inside[2].value if exact else None)
    if token.type == "function" and token.lower_name in ("is", "where"):
        return any(_can_match(selector, seen, names) for selector in selectors_of(token.arguments))
    return True


def _with_variables(pieces: Sequence[Piece], used: frozenset[str], text: str) -> tuple[Piece, ...]:
    remaining: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Block):
            if inner := _with_variables(piece.rules, used, text):
                remaining.append(Block(piece.start, inner))
        elif isinstance(piece, Rule):
            left = [d for d in piece.declarations if not d[0].startswith("--") or d[0] in used]
            if left:
                remaining.append(with_declarations(piece, left))
        elif piece.kind != "keyframes" or _named(piece.name, text):
            remaining.append(piece)
    return tuple(remaining)


def _named(animation: str, text: str) -> bool:
    return len(re.findall(rf"(?<![\w-]){re.escape(animation)}(?![\w-])", text)) > 1
