"""Text as the words that the search compares. `overrides/assets/search/words.js` does the same to queries.

Both must agree on every word: tests/scripts/test_search_words.py compares them for each spelling and ending, and
tests/browser/search/test_fetching.py over the whole vocabulary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# "8 week plan" is "eight weeks". One is left alone: it mostly means something else.
NUMBERS = (
    *(("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("eight", "8")),
    *(("ten", "10"), ("thirty", "30"), ("sixty", "60"), ("ninety", "90")),
)
# Tried in order on folded text. Only regex features that are the same in Python and JavaScript.
FOLDS = (
    (re.compile(r"['’](s\b)?"), ""),
    (re.compile(r"(\d)\((\w)\)"), r"\1\2"),  # 401(k)
    (re.compile(r"(\d),(\d\d\d)"), r"\1\2"),  # 274,000
    (re.compile(r"\b([a-z])[&/]([a-z])\b"), r"\1\2"),  # P&L, A/B
    (re.compile(r"\bl ?(\d\d)\b"), r"level \1"),  # L64
    (re.compile(r"\blevel-?(\d\d)\b"), r"level \1"),
    (re.compile(r"\b([1-9]\d\d)k\b"), r"\g<1>000"),  # 274k
)
# What the fold of a level reads across a space.
LEVEL_IN_TWO = re.compile(r"[lL](?<!\w.)\s\d")
AROUND_WORDS = ".,;:!?…()“”"
NUMBER = re.compile(rf"\b(?:{'|'.join(word for word, _ in NUMBERS)})\b")
DIGITS_OF = dict(NUMBERS)
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RETIREMENT_PLAN = "401000"  # 401k after the fold above
SPELLINGS = (
    (re.compile(r"^(...+)our(s|al|ed|ing|ite|able|er)?$"), r"\1or\2"),  # behaviour
    (re.compile(r"^(...+)is(e|es|ed|ing|er|ers|ation|ations)$"), r"\1iz\2"),  # prioritise
    (re.compile(r"^(...+)ys(e|es|ed|ing)$"), r"\1yz\2"),  # analyse
    (re.compile(r"^(...+)tre(s)?$"), r"\1ter\2"),  # centre
    (re.compile(r"^(...+)mme(s|d)?$"), r"\1m\2"),  # programme
    (re.compile(r"^(...+)gement(s|al)?$"), r"\1gment\2"),  # judgement
    (re.compile(r"^(...+)ence(s|d)?$"), r"\1ense\2"),  # licence
)
SPELLED_OTHERWISE = re.compile("|".join(pattern.pattern for pattern, _ in SPELLINGS))
ENDINGS = (
    (re.compile(r"^(..+)ies$"), r"\1y"),
    (re.compile(r"^(..+)(s|x|z|ch|sh)es$"), r"\1\2"),
    (re.compile(r"^(.+[^suio])s$"), r"\1"),
    # Some words are others without their ending: a mission is no miss, notes are no "not", a plane is no plan.
    (re.compile(r"^(?!(?:bill|miss|not)ions?$)(...+)(ing|ion|ions|ed)$"), r"\1"),
    (re.compile(r"^(?!(?:car|not|past|plan|sam|sit|som|suit|them)e$)(...+)e$"), r"\1"),
    (re.compile(r"^(..+)([b-df-hj-np-tv-z])\2$"), r"\1\2"),  # planning, plan
)


def fold(text: str) -> str:
    """Lower case without marks, symbols and levels in one spelling."""
    bare = text.lower() if text.isascii() else _without_marks(text)
    for pattern, replacement in FOLDS:
        bare = pattern.sub(replacement, bare)
    return NUMBER.sub(lambda word: DIGITS_OF[word[0]], bare).replace(RETIREMENT_PLAN, "401k")


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
