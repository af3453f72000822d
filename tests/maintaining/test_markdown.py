"""Untrusted text in a summary: read with a CommonMark parser, nothing of it is markup."""

import pytest
from markdown_it import MarkdownIt

from maintaining.markdown import code, fence, visible

HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org>",
    "@everyone see #1 and org/repo#2",
    "```\n## Approved by a maintainer\n```",
    "~~~\n# Heading\n~~~",
    "`` ` ``` ````` `",
    "| a | b |\n| --- | --- |",
    "a\r\n- b\u2028- c\u0085- d\v- e",
    "\u202eesrever\u202c \u200b \x1b[31m \x00",
    "-->\n<!-- hidden -->\n</details>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_fence_holds_hostile_text_and_nothing_gets_out(text: str) -> None:
    lines = [f"{mark}{visible(text)}" for mark in ("- ", "+ ", "@@ ", "  ")]
    block = fence(lines)
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(
        f"before\n\n{block}\n\nafter"
    )
    assert [token.type for token in tokens] == [
        *("paragraph_open", "inline", "paragraph_close", "fence"),
        *("paragraph_open", "inline", "paragraph_close"),
    ]
    assert tokens[3].content == "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_code_span_holds_hostile_text(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    tokens = parser.parse(f"#### {code(text)}: 1 added")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    children = tokens[1].children or []
    assert [child.type for child in children] == ["code_inline", "text"]
    assert children[0].content.strip() == visible(text).strip()


def test_invisible_characters_are_written_out() -> None:
    assert visible("a\u202eb\u200bc\x00d\ue000e") == r"a\u{202E}b\u{200B}c\u{0}d\u{E000}e"
    assert visible("שלום é 漢字 🙂") == "שלום é 漢字 🙂"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f"])
def test_every_kind_of_line_end_is_one_sign(end: str) -> None:
    assert visible(f"a{end}b") == "a ⏎ b"
    assert len(visible(f"a{end}b").splitlines()) == 1


def test_long_text_says_how_much_is_left_out() -> None:
    assert visible("x" * 1700) == "x" * 600 + " … (1,100 characters more)"


def test_a_line_without_a_mark_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="without a mark"):
        fence(["```"])
