"""The words and sentences by which `make check` knows how a study page speaks."""

from __future__ import annotations

from guide.check.voice import page_sentences, voice
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.guides import PROJECT, page_of


@given(st.data())
def test_every_listed_word_is_found_in_a_text_that_holds_it(data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(voice().words))
    text = data.draw(st.from_regex(word.pattern))
    assume(word.pattern.search(text))
    assert word in [one for one, _ in voice().words_in(text)]


def test_sentences_keep_their_lines() -> None:
    page = page_of(
        "# Title\n\nOne line\nand more. Second one here.\n\n- An item\n- Another item.\n"
    )
    assert [(one.line, one.text) for one in page_sentences(page)] == [
        (6, "# Title"),
        (8, "One line and more."),
        (9, "Second one here."),
        (11, "- An item"),
        (12, "- Another item."),
    ]


def test_exempt_pages_and_tables_exist() -> None:
    """A misspelt name would exempt nothing, and that of a page that is gone would stay for ever."""
    listed = voice().listed
    missing = [name for name in listed["exempt_pages"] if not (PROJECT / "docs" / name).is_file()]
    unknown = set(listed["exempt_tables"]) - set(listed["tables"])
    assert (missing, unknown) == ([], set())
