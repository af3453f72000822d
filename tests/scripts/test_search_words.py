"""Queries are read in the browser as the build reads pages: the same stem, whatever the spelling or ending.

The words of the pages alone would not show a difference: they are in US spelling, and readers type UK spelling too.
"""

from __future__ import annotations

import re
import string

import pytest
from guide.publish.search.words import ENDINGS, FOLDS, SPELLING, SPELLINGS, fold, stem
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.conftest import Call

WORDS_JS = "../search/words.js"
LETTERS = st.characters(categories=(), include_characters=string.ascii_lowercase)
SIGNS = st.characters(
    categories=(), include_characters=string.ascii_lowercase + "0123456789 '(),&/-é"
)


@pytest.fixture(scope="module", autouse=True)
def _lists(call: Call) -> None:
    """The lists that the core of the index brings to the browser."""
    call(WORDS_JS, "setSpelling", SPELLING)


@pytest.mark.parametrize("pattern", [p for p, _ in (*SPELLINGS, *ENDINGS)], ids=lambda p: p.pattern)
def test_a_word_has_the_same_stem_in_both(call: Call, pattern: re.Pattern[str]) -> None:
    @settings(max_examples=40, deadline=None, database=None)
    @given(st.from_regex(pattern, fullmatch=True, alphabet=LETTERS))
    def same(word: str) -> None:
        assert call(WORDS_JS, "stem", word) == stem(word)

    same()


@pytest.mark.parametrize("pattern", [p for p, _ in FOLDS], ids=lambda p: p.pattern)
def test_a_text_is_folded_the_same_in_both(call: Call, pattern: re.Pattern[str]) -> None:
    @settings(max_examples=40, deadline=None, database=None)
    @given(st.from_regex(pattern, fullmatch=False, alphabet=SIGNS))
    def same(text: str) -> None:
        assert call(WORDS_JS, "fold", text) == fold(text)

    same()
