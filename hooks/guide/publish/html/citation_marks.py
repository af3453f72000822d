"""Citation marks set as in print: few, after the punctuation, with no space before.

Macros write a mark after the words that it supports, and pages end the sentence after that. A note's number stands
after the full stop, so the mark moves past it, past a comma and past what closes a quote or a bracket. A non-breaking
space stays: it is between a label and its marks, as in "Sources 1".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

# So many marks of a paragraph are merged into one: on a phone they would crowd out the words.
TOO_MANY = 3
CITE = 'class="cite '
# Builders write an attribute without a value in their own ways, or in another order.
MARK = rf"<a (?:[^<>]* )?{CITE}[^>]*>.*?</a>"
_BADGE = r'<a class="certainty [^>]*>[^<]*</a>'
_ENDS = r"(?:</(?:a|b|em|i|span|strong)>)*"
# The semicolon at the end of an entity is not punctuation. HTML writes straight quotes as entities.
_PUNCTUATION = r"(?:[.,;:?!…”’»)\]\"']|&(?:quot|#34|#39);)+"
_SPACES = " \t\r\n"
_EACH = re.compile(rf"[{_SPACES}]*({MARK})", re.S)
_TAG = re.compile(r"<[^>]*>")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = "article blockquote caption dd details div dl dt figcaption figure li ol p section summary table tbody td th"
BLOCKS = frozenset([*_BLOCKS.split(), "thead", "tr", "ul", *HEADINGS])
_BLOCK = re.compile(rf"(</?(?:br|{'|'.join(sorted(BLOCKS))})[\s>])")
_LIST_EDGE = re.compile(r"<(ul|ol)[\s>]|</(ul|ol)>")
# Without the spaces before them: a pattern that begins with spaces is tried at each space of a page.
_BESIDE_BADGE = re.compile(rf"({_BADGE})\s+({MARK}(?:{_PUNCTUATION})?)", re.S)
_PLACE = re.compile(rf"({MARK})({_ENDS})({_PUNCTUATION})?", re.S)


class Cut(NamedTuple):
    """HTML without crowds of marks: the texts around each merged mark, and the numbers of its sources."""

    texts: list[str]
    numbers: list[list[int]]


def without_crowds(html: str) -> Cut:
    """The HTML without the marks of a paragraph that has three or more, or several of one source.

    One merged mark goes where the last one was.
    """
    texts: list[str] = []
    numbers: list[list[int]] = []
    text: list[str] = []
    for run in _BLOCK.split(html):
        if found := _crowd(run):
            before, sources, after = found
            texts.append("".join([*text, before]))
            numbers.append(sources)
            text = [after]
        else:
            text.append(run)
    return Cut([*texts, "".join(text)], numbers)


def with_marks(cut: Cut, marks: Iterable[str]) -> str:
    """The HTML with these marks. A list that has the same mark again and again has it once, at its end."""
    first, *others = cut.texts
    html = "".join([first, *(f" {mark}{text}" for mark, text in zip(marks, others, strict=True))])
    parts, start = [], 0
    for opens, ends in _lists(html):
        parts += [html[start:opens], _without_repeats(html[opens:ends])]
        start = ends
    return "".join([*parts, html[start:]])


def behind_punctuation(html: str) -> str:
    """The HTML with each mark attached to the end of what it supports.

    The badge that says how sure the guide is comes after the mark: it applies to the sentence.
    """
    html = _moved(html, _BESIDE_BADGE, _before_badge)
    return _moved(html, _PLACE, lambda found, _: _placed(found), _SPACES)


def _moved(
    html: str,
    places: re.Pattern[str],
    placed: Callable[[re.Match[str], str], str],
    spaces: str | None = None,
) -> str:
    """The HTML with each match, and the `spaces` before it (None for any white space), replaced by `placed`."""
    parts, start = [], 0
    for found in places.finditer(html):
        before = html[start : found.start()]
        text = before.rstrip(spaces)
        parts += [text, placed(found, before[len(text) :])]
        start = found.end()
    return "".join([*parts, html[start:]])


def _before_badge(found: re.Match[str], spaces: str) -> str:
    badge, mark = found.groups()
    return f"{mark}{spaces}{badge}" if spaces else found[0]


def _crowd(run: str) -> tuple[str, list[int], str] | None:
    """What is before and after the marks of a paragraph that become one, and their numbers."""
    if run.count(CITE) < 2:  # nearly every one
        return None
    marks = list(_EACH.finditer(run))
    numbers = list(dict.fromkeys(number for mark in marks for number in numbers_of(mark[1])))
    if len(marks) < (TOO_MANY if len(numbers) > 1 else 2):
        return None
    last = marks[-1]
    return _EACH.sub("", run[: last.start()]), numbers, run[last.end() :]


def _lists(html: str) -> Iterator[tuple[int, int]]:
    """Where each list without a list in it starts and ends."""
    opened: re.Match[str] | None = None
    for edge in _LIST_EDGE.finditer(html):
        if edge[1]:
            opened = edge
        elif opened and edge[2] == opened[1]:
            yield opened.start(), edge.end()
            opened = None


def _without_repeats(whole: str) -> str:
    if whole.count(CITE) < TOO_MANY:
        return whole
    marks = list(_EACH.finditer(whole))
    if len(marks) < TOO_MANY or len({mark[1] for mark in marks}) > 1:
        return whole
    return _EACH.sub("", whole[: marks[-1].start()]) + whole[marks[-1].start() :]


def numbers_of(mark: str) -> list[int]:
    """The numbers of its sources."""
    shown, _, _ = _TAG.sub("", mark).partition("]")
    return [int(number) for number in re.findall(r"\d+", shown)]


def _placed(found: re.Match[str]) -> str:
    mark, ends, punctuation = found.groups()
    return f"{ends}{punctuation}{mark}" if punctuation else f"{mark}{ends}"
