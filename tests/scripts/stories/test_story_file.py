"""The file of stories that a reader takes along, read by a Markdown parser."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.scripts.conftest import Call

HOSTILE = "<script>alert(1)</script> # *a* | `b` [c](d) \u202eمرحبا 👩‍👩‍👧 ===\n---\n1. one\n    four ${7} {{ 7 }}"
PARTS = ["situation", "task", "action", "result", "reflection"]

# What readers paste: any script, any sign, nothing at all; no lone halves of a pair, which no keyboard makes.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
ids = st.sampled_from(["customer-focus", "judgment", "adaptability", "collaboration", "insight"])
stories = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(["title", *PARTS], texts),
        "competencies": st.lists(ids, unique=True),
        "tracks": st.lists(st.sampled_from(["pm", "pmm"]), unique=True),
    },
)


@settings(deadline=None)
@given(st.lists(stories, min_size=1, max_size=3))
@example([{"title": HOSTILE, "action": HOSTILE, "tracks": ["pm"]}])
def test_no_sign_of_a_reader_becomes_markup_in_their_file(
    call: Call, bank: list[dict[str, Any]]
) -> None:
    text = call("story-bank/markdown.js", "bankAsMarkdown", bank, {}, "2026-11-25")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    assert {token.tag for token in tokens} <= {"", "h1", "h2", "h3", "p"}
    assert {token.type for token in tokens if not token.tag} <= {"inline"}
    inline = {child.type for token in tokens for child in token.children or []}
    assert inline <= {"text", "text_special", "hardbreak", "softbreak"}
    assert sum(token.tag == "h2" and token.nesting == 1 for token in tokens) == len(bank)
