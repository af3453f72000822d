"""The differences of two builds for a reader: pages, tables and pictures, as lines before and after."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .reading import Block, ReadPage

# Words shown around a change.
AROUND = 8
Pair = tuple[str | None, str | None]


@dataclass(frozen=True)
class BlockChange:
    """A table or a picture: (before, after) of each line that differs; the first line is the heading."""

    kind: str
    place: str
    head: str
    lines: list[Pair]


@dataclass
class PageChange:
    """A page that is new, gone or changed; `text` holds excerpts (before, after) around each change of words."""

    path: str
    kind: str
    text: list[Pair] = field(default_factory=list)
    blocks: list[BlockChange] = field(default_factory=list)


def changed_pages(
    before: Mapping[str, ReadPage], after: Mapping[str, ReadPage]
) -> list[PageChange]:
    """Every page that differs, by path."""
    changes = [
        _page_change(path, before.get(path), after.get(path)) for path in sorted({*before, *after})
    ]
    return [
        change for change in changes if change.kind != "changed" or change.text or change.blocks
    ]


def _page_change(path: str, before: ReadPage | None, after: ReadPage | None) -> PageChange:
    kind = "added" if before is None else "removed" if after is None else "changed"
    old, new = before or ReadPage(), after or ReadPage()
    text = [excerpt(pair) for pair in line_pairs(old.text, new.text)]
    return PageChange(path, kind, text, list(_block_changes(old.blocks, new.blocks)))


def _block_changes(before: list[Block], after: list[Block]) -> Iterator[BlockChange]:
    old, new = _by_place(before), _by_place(after)
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key, []), new.get(key, [])
        if was != now:
            kind, place, _ = key
            head = (now or was)[0]
            pairs = [pair for pair in line_pairs(was, now) if pair != (None, head)]
            yield BlockChange(kind, place, head, pairs)


def _by_place(blocks: list[Block]) -> dict[tuple[str, str, int], list[str]]:
    """Blocks by kind, place and their number at that place."""
    found: dict[tuple[str, str, int], list[str]] = {}
    for block in blocks:
        number = sum(key[:2] == (block.kind, block.place) for key in found)
        found[block.kind, block.place, number] = block.lines
    return found


def line_pairs(before: list[str], after: list[str]) -> list[Pair]:
    """(before, after) of each line that differs; a line of one version only has None for the other."""
    matcher = difflib.SequenceMatcher(None, before, after)
    pairs: list[Pair] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            pairs += _paired(before[start:end], after[new_start:new_end])
    return pairs


def _paired(old: list[str], new: list[str]) -> Iterator[Pair]:
    """Pairs the lines of one place; surplus lines of one version have no partner."""
    common = min(len(old), len(new))
    yield from zip(old[:common], new[:common], strict=True)
    yield from ((line, None) for line in old[common:])
    yield from ((None, line) for line in new[common:])


def excerpt(pair: Pair) -> Pair:
    """The two lines, with only a few of the words that they share at both ends."""
    before, after = pair
    if before is None or after is None:
        return pair
    old, new = before.split(" "), after.split(" ")
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return _cut(old, head, tail), _cut(new, head, tail)


def _common(old: list[str], new: list[str]) -> int:
    """How many words two lists share at their start."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _cut(words: list[str], head: int, tail: int) -> str:
    first, last = max(0, head - AROUND), len(words) - max(0, tail - AROUND)
    start = "… " if first else ""
    end = " …" if last < len(words) else ""
    return f"{start}{' '.join(words[first:last])}{end}"
