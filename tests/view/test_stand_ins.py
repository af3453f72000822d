"""Placeholders for components while Markdown works: the page is the same as if Markdown had read them."""

from __future__ import annotations

import markdown
import pytest
from guide.view.stand_ins import StandIns

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "tables", "toc"]
CARD = (
    '<div class="card" id="a-card"><p>It is &#42;plain&#42; &amp; short.</p>'
    '<div><a href="x" name="b">y</a><br></div></div>'
)


def page(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


@pytest.mark.parametrize(
    "text",
    [
        CARD,
        f"Before\n\n{CARD}\n\nAfter",
        f"Before\n{CARD}\nAfter",
        f"- In a list\n\n    {CARD}\n\n- Next",
        f"!!! note\n    {CARD}\n",
        f"Term\n:   {CARD}\n",
        f"### Title {{#t}}\n\n{CARD}\n### Next",
        f"{CARD}{CARD}",
        f"{CARD} <h3>*Between* them</h3> and _words_ {CARD}",
        f"{CARD} <h3>Between</h3> {CARD}",
        f"- In a list\n\n    {CARD} <p>Bare</p><ul><li>x</li></ul>\n\n- Next",
        f"- In a list\n\n    {CARD} and *words* {CARD}\n\n- Next",
        f"{CARD} <blockquote>{CARD}</blockquote> <p>x</p>",
        f"{CARD} <p>never closed <div>x</div>",
        f"{CARD} <i>{CARD}</i>\n*Next line*\n{CARD}",
        f"{CARD} and words",
        f"Words {CARD}",
        f"    code\n\n        {CARD}",
        '<p class="a">x</p>\n\n<table><tr><td>1</td></tr></table>',
        "<div><div>never closed</div>",
    ],
)
def test_a_page_is_the_same(text: str) -> None:
    stand_ins = StandIns()
    html, _ = stand_ins.put_back(page(stand_ins.replace(text)))
    assert html == page(text)


def test_markdown_does_not_get_to_read_a_component() -> None:
    stand_ins = StandIns()
    replaced = stand_ins.replace(f"\n### Title\n\n{CARD}\n")
    assert "plain" not in replaced and "### Title" in replaced
    assert stand_ins.put_back(replaced) == (f"\n### Title\n\n{CARD}\n", {"a-card", "b"})


def test_of_blocks_that_share_a_line_markdown_gets_to_read_none() -> None:
    stand_ins = StandIns()
    line = f"{CARD} <h3>Title</h3> {CARD}"
    replaced = stand_ins.replace(line)
    assert "plain" not in replaced and "<h3>Title</h3>" in replaced
    assert stand_ins.put_back(replaced) == (line, {"a-card", "b"})
