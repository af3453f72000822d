"""Macro calls of a page run in a sandbox, which keeps what it compiled for later builds."""

from __future__ import annotations

from pathlib import Path

from guide.view import sandbox
from guide.view.components import compiled_templates
from guide.view.sandbox import Sandbox
from pytest import MonkeyPatch


def test_a_page_that_did_not_change_is_compiled_once_and_answered_by_each_builds_own_macros() -> (
    None
):
    text = "Paid [[= figure('base') =]]."
    before, after = Sandbox({"figure": lambda _: "1"}), Sandbox({"figure": lambda _: "2"})
    assert before.from_string(text).render() == "Paid 1."
    assert after.from_string(text).render() == "Paid 2."
    assert before.compile(text) is after.compile(text)
    assert before.compile(text) is not before.compile(f"{text} Edited.")


def test_the_next_build_takes_the_code_of_a_page_with_the_same_text(
    tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    compiled, code = [], sandbox._code
    monkeypatch.setattr(sandbox, "_code", lambda text: compiled.append(text) or code(text))

    def built(path: str, text: str) -> str:
        macros = {"figure": lambda _: "1"}
        return Sandbox(macros, compiled_templates(tmp_path), path).from_string(text).render()

    def plain(text: str) -> str:
        return text.replace("[[= figure('base') =]]", "1")

    text, edited = "Paid [[= figure('base') =]].", "Paid [[= figure('base') =]] a year."
    for path, its in [("pay.md", text), ("pay.md", text), ("role.md", text), ("pay.md", edited)]:
        assert built(path, its) == plain(its)
    assert compiled == [text, text, edited]
