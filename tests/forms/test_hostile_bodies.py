"""Whatever someone types into a form stays text: it ends as a quoted value or as a problem, never as markup."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import html5lib
import markdown
import pytest
from guide.forms import replies
from guide.forms.ready_rows import ReadyRow, with_row
from guide.forms.replies import Reply
from guide.rows.loading import Guide, load_table
from guide.rows.problems import Problem
from guide.rows.readers.yaml_rows import yaml_rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.forms.bodies import FORM, GOOD, body_of
from tests.forms.test_rows import PASTE, answered, changed

HOSTILE = {
    "html": "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "a fence": "```\n</code></pre>\n# A heading\n@everyone\n```\nout of it",
    "a longer fence": "``````text\n@everyone\n``````\n[x](javascript:alert(1))",
    "a mention and a link": "@octocat see [this](https://example.org) and #1",
    "a heading": "Text\n### Something else\nMore",
    "a macro": "[[= config.site_name =]] {{ 7*7 }} ${{ secrets.TOKEN }} $(id) `id`",
    "yaml": "a: b\n- c: &x [*x]\n!!python/object:os.system",
    "a formula": '=HYPERLINK("https://example.org")',
    "a command": "::error file=x::y\n::add-mask::z",
}


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch, real_guide: Guide) -> None:
    """The guide does not change between these texts."""
    monkeypatch.setattr(replies, "load_guide", lambda _: real_guide)


def problems_of_files(rows: list[ReadyRow], root: Path) -> list[Problem]:
    """What a build would find in the files that hold the rows; what the rules say is asked in test_rows."""
    texts: dict[str, str] = {}
    for row in rows:
        text = texts.get(row.file) or (root / row.file).read_text(encoding="utf-8")
        texts[row.file] = with_row(text, row)
    with tempfile.TemporaryDirectory() as folder:
        for file, text in texts.items():
            (Path(folder) / file).parent.mkdir(exist_ok=True)
            (Path(folder) / file).write_text(text, encoding="utf-8")
        return [p for row in rows for p in load_table(row.draft.table, Path(folder))[1]]


def replied(body: str) -> Reply:
    return answered(body, problems_of_files)


def with_answers(stem: str, **answers: str) -> Reply:
    return changed(stem, problems_of_files, **answers)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("stem", ["loop-report", "pay-observation"])
def test_hostile_text_in_an_answer_stays_inside_the_code_block(stem: str, text: str) -> None:
    said = with_answers(stem, Note=text)
    outside = outside_of_code(said.text)
    for mark in ("<script", "<img", "@octocat", "@everyone", "javascript:", "secrets", "::error"):
        assert mark not in outside
    # GitHub's Markdown and this one agree on fences of any length.
    html = markdown.markdown(said.text, extensions=["pymdownx.superfences"])
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert [e.tag for e in tree.iter() if e.tag in ("script", "img", "h1", "h3")] == []
    assert all(a.get("href", "").startswith("https://github.com/o/r/edit/") for a in tree.iter("a"))


def outside_of_code(text: str) -> str:
    return re.sub(r"^(`{3,})\w*\n.*?^\1$", "", text, flags=re.M | re.S)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_as_it_was_written(text: str) -> None:
    """Nothing is lost or changed but line endings, which a row does not hold."""
    said = with_answers("loop-report", Note=text)
    rows, problems = yaml_rows(PASTE.findall(said.text)[-1][-1] + "\n", "x.yml")
    assert not problems
    assert rows[0].values["note"] == " ".join(text.split())


def test_a_heading_of_the_form_inside_an_answer_is_reported() -> None:
    said = with_answers("loop-report", Note="Text\n\n### Track\n\npm")
    assert "/ Track\n    appears twice. Keep one" in said.text
    assert not said.is_ready


def test_a_missing_heading_is_reported() -> None:
    body = body_of("question", GOOD["question"]).replace("### Competency\r\n", "")
    said = replied(body)
    assert "/ Competency\n    the heading '### Competency' is missing." in said.text


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_make_no_difference(ends: str) -> None:
    body = body_of("question", GOOD["question"]).replace("\r\n", ends)
    assert replied(body).is_ready


def test_an_answer_in_a_fence_is_read_without_it() -> None:
    fenced = with_answers("loop-report", Note="```text\nSays so.\n```")
    assert "  note: Says so.\n" in fenced.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x" * 5_000, "has 5,000 characters; 4,000 are allowed."),
        ("x\n" * 40_000, "characters; 65,536 are allowed."),
        ("a\x00b", "holds the control character U+0000."),
        ("a\rb", "holds the control character U+000D."),
    ],
    ids=["long", "huge", "nul", "lone CR"],
)
def test_what_cannot_be_a_row_is_said_and_not_printed(text: str, words: str) -> None:
    said = with_answers("loop-report", Note=text)
    assert words in said.text
    assert len(said.text) < 3_000


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_text_ends_as_a_row_or_as_problems(data: st.DataObject) -> None:
    stem = data.draw(st.sampled_from(sorted(set(GOOD) - {"site-bug"})))
    label = data.draw(st.sampled_from([ask.label for ask in FORM[stem].asks]))
    text = data.draw(st.text(max_size=80) | st.sampled_from(list(HOSTILE.values())))
    said = replied(body_of(stem, {**GOOD[stem], label: text}))
    assert said.is_ready or "no row was made." in said.text
    assert "\r" not in said.text


def test_an_invisible_character_is_refused_by_its_name() -> None:
    said = with_answers("loop-report", Note="abc \u202e txt.exe")
    assert "invisible character U+202E" in said.text
    assert "no row was made" in said.text
    assert "\u202e" not in said.text
    assert "1 problem; no row was made." in said.text
    assert " / Note\n    holds the invisible" in said.text
