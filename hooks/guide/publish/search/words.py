"""Text as the words that the search compares. `overrides/assets/search/words.js` does the same to queries.

Both read the lists of `spelling.yml`, and must agree on every word: tests/scripts/test_search_words.py compares them
for each spelling and ending, and tests/browser/search/test_fetching.py over the whole vocabulary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ...rows.readers.settings import read_settings

# As they are shipped to the browser.
SPELLING: dict[str, Any] = read_settings(
    Path(__file__).with_name("spelling.yml").read_text(encoding="utf-8")
)
GROUP = re.compile(r"\$(\d)")
Replacements = tuple[tuple[re.Pattern[str], str], ...]


def _compiled(listed: Iterable[tuple[str, str]]) -> Replacements:
    """Patterns and replacements as Python writes them: `\\g<1>` where JavaScript has `$1`."""
    return tuple(
        (re.compile(pattern), GROUP.sub(r"\\g<\1>", replacement)) for pattern, replacement in listed
    )


FOLDS = _compiled(SPELLING["folds"])
SPELLINGS = _compiled(SPELLING["spellings"])
ENDINGS = _compiled(SPELLING["endings"])
DIGITS_OF = {word: str(number) for word, number in SPELLING["numbers"].items()}
# What the fold of a level reads across a space.
LEVEL_IN_TWO = re.compile(r"[lL](?<!\w.)\s\d")
AROUND_WORDS = ".,;:!?…()“”"
NUMBER = re.compile(rf"\b(?:{'|'.join(DIGITS_OF)})\b")
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SPELLED_OTHERWISE = re.compile("|".join(pattern.pattern for pattern, _ in SPELLINGS))


def fold(text: str) -> str:
    """Lower case without marks, symbols and levels in one spelling."""
    bare = text.lower() if text.isascii() else _without_marks(text)
    for pattern, replacement in FOLDS:
        bare = pattern.sub(replacement, bare)
    return NUMBER.sub(lambda word: DIGITS_OF[word[0]], bare)


def _without_marks(text: str) -> str:
    return unicodedata.normalize("NFKD", text).lower().translate(_NO_MARKS)


class _NoMarks(dict[int, int | None]):
    """A table for `translate` that leaves out combining marks; each letter is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_NO_MARKS = _NoMarks()


@cache
def stem(word: str) -> str:
    """A folded word without its ending, in US spelling. Not for reading."""
    if word[0].isdigit():
        return word
    for pattern, replacement in SPELLINGS if SPELLED_OTHERWISE.match(word) else ():
        if len(word) > 4:
            word = pattern.sub(replacement, word)
    for pattern, replacement in ENDINGS:
        if len(word) > 3:
            word = pattern.sub(replacement, word)
    return word


def folded_words(text: str) -> list[str]:
    """The folded words of a text in order; a word with hyphens gives its parts and, last, all of them as one."""
    # Of a level that is written as two words, no word may be looked at alone.
    pieces = [text] if LEVEL_IN_TWO.search(text) else text.split()
    return [word for piece in pieces for word in _words(piece)]


@lru_cache(maxsize=50_000)  # pages repeat the same words
def _words(piece: str) -> tuple[str, ...]:
    bare = piece.strip(AROUND_WORDS).lower()
    if bare.isalpha() and bare.isascii():
        return (DIGITS_OF.get(bare, bare),)  # as the fold would do, in a tenth of the time
    found: list[str] = []
    for word in WORD.findall(fold(piece)):
        parts = word.split("-")
        found += parts
        if len(parts) > 1:
            found.append("".join(parts))
    return tuple(found)
