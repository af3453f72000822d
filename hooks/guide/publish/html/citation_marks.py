"""Source marks as typography wants them: few, after the punctuation, with no space before.

Macros write a mark after the words that it supports, and pages end the sentence after that. A note's number stands
after the full stop, so the mark moves past it, past a comma and past what closes a quote or a bracket. A non-breaking
space stays: it is between a label and its marks, as in "Sources 1".
"""

from __future__ import annotations

import re
from collections.abc import Callable

# This many marks of a paragraph have one in their place: on a phone they would crowd out the words.
TOO_MANY = 3
_CITE = 'class="cite '
# Builders write an attribute without a value in their own ways, or in another order.
_MARK = rf"<a (?:[^<>]* )?{_CITE}[^>]*>.*?</a>"
_BADGE = r'<a class="certainty [^>]*>[^<]*</a>'
_ENDS = r"(?:</(?:a|b|em|i|span|strong)>)*"
# An entity ends in a semicolon, which is no punctuation; of the quotes, HTML writes the straight ones so.
_PUNCTUATION = r"(?:[.,;:?!…”’»)\]\"']|&(?:quot|#34|#39);)+"
_EACH = re.compile(rf"[ \t\r\n]*({_MARK})", re.S)
_TAG = re.compile(r"<[^>]*>")
_BLOCKS = "article|blockquote|br|caption|d[dlt]|details|div|figcaption|figure|h[1-6]|li|ol|p|section|summary|t[dhr]"
_BLOCK = re.compile(rf"(</?(?:{_BLOCKS}|table|ul)[\s>])")
_LIST = re.compile(r"<(ul|ol)[\s>](?:(?!<(?:ul|ol)[\s>]).)*?</\1>", re.S)
_BESIDE_BADGE = re.compile(rf"(\s+{_BADGE})\s+({_MARK}(?:{_PUNCTUATION})?)", re.S)
# Without the spaces before it: a pattern that begins with spaces is tried at each space of a page.
_PLACE = re.compile(rf"({_MARK})({_ENDS})({_PUNCTUATION})?", re.S)


def folded(html: str, mark_of: Callable[[list[int]], str]) -> str:
    """The HTML with a single mark for a paragraph that has three or more, or several of one source.

    It is where the last one was. A list that has the same mark again and again has it once, at its end. `mark_of`
    makes the mark for sources of these numbers.
    """
    html = "".join(_folded(run, mark_of) for run in _BLOCK.split(html))
    return _LIST.sub(_said_once, html)


def behind_punctuation(html: str) -> str:
    """The HTML with each mark attached to the end of what it supports.

    How sure the guide is stands after the mark, since it is said of the sentence.
    """
    html = _BESIDE_BADGE.sub(r"\2\1", html)
    parts, start = [], 0
    for found in _PLACE.finditer(html):
        parts += [html[start : found.start()].rstrip(" \t\r\n"), _placed(found)]
        start = found.end()
    return "".join([*parts, html[start:]])


def _folded(run: str, mark_of: Callable[[list[int]], str]) -> str:
    if run.count(_CITE) < 2:  # nearly every one
        return run
    marks = list(_EACH.finditer(run))
    numbers = list(dict.fromkeys(number for mark in marks for number in _numbers(mark[1])))
    if len(marks) < (TOO_MANY if len(numbers) > 1 else 2):
        return run
    last = marks[-1]
    return f"{_EACH.sub('', run[: last.start()])} {mark_of(numbers)}{run[last.end() :]}"


def _said_once(found: re.Match[str]) -> str:
    whole = found[0]
    marks = list(_EACH.finditer(whole))
    if len(marks) < TOO_MANY or len({mark[1] for mark in marks}) > 1:
        return whole
    return _EACH.sub("", whole[: marks[-1].start()]) + whole[marks[-1].start() :]


def _numbers(mark: str) -> list[int]:
    shown, _, _ = _TAG.sub("", mark).partition("]")
    return [int(number) for number in re.findall(r"\d+", shown)]


def _placed(found: re.Match[str]) -> str:
    mark, ends, punctuation = found.groups()
    return f"{ends}{punctuation}{mark}" if punctuation else f"{mark}{ends}"
