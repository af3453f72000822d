"""Rows that break `cells_are_plain_text`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import cells_are_plain_text

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

HTML = "HTML is not allowed in a cell, and readers would see it as it is. Leave it out."
SIGN = "a cell holds the sign itself, not its HTML name. Type the sign."
MARKDOWN = (
    "Markdown is not read in a cell, and readers would see its signs. Write plain words; "
    "emphasis and links belong on a page in docs/."
)
BROKEN = {
    "A <b>bold</b> word": f"'<b>': {HTML}",
    "One line<br/>another": f"'<br/>': {HTML}",
    "</td></table>": f"'</td>': {HTML}",
    "Hidden <!-- note": f"'<!--': {HTML}",
    "<script\nsrc=x>": f"'<script\\nsrc=x>': {HTML}",
    "R&amp;D": f"'&amp;': {SIGN}",
    "10&#160;percent": f"'&#160;': {SIGN}",
    "A **bold** word": f"'**': {MARKDOWN}",
    "See [the page](pay/levels.md)": f"'](': {MARKDOWN}",
}
GOOD: dict[str, Tables] = {
    "signs that are no markup": {
        "glossary": [row("glossary", term="R&D; n < 10 > 5", definition="2 * 3 * 4 [sic] (x) &co")]
    },
}


@pytest.mark.parametrize(("cell", "message"), BROKEN.items(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, cell: str, message: str) -> None:
    guide = guide_of(tmp_path, glossary=[row("glossary", definition=cell)])
    place = guide["glossary"].places[0]
    shown = f"data/glossary.yml:{place.line_of('definition')}: {guide['glossary'].all[0].key} / definition"
    assert reports(cells_are_plain_text, guide) == [f"{shown}\n    {message}"]


def test_a_text_in_a_list_is_reported_at_its_own_line(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, questions=[row("questions", follow_ups=["Why?", "<i>How</i>?"])])
    line = guide["questions"].places[0].line_of("follow_ups", 1)
    assert reports(cells_are_plain_text, guide) == [
        f"data/questions.yml:{line}: PM001 / follow_ups\n    '<i>': {HTML}"
    ]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(cells_are_plain_text, guide_of(tmp_path, **tables)) == []
