"""Macro calls of a page run in a sandbox, which keeps what it compiled for the builds of a server."""

from __future__ import annotations

from guide.view.sandbox import Sandbox


def test_a_page_that_did_not_change_is_compiled_once_and_answered_by_each_builds_own_macros() -> (
    None
):
    text = "Paid [[= figure('base') =]]."
    before, after = Sandbox({"figure": lambda _: "1"}), Sandbox({"figure": lambda _: "2"})
    assert before.from_string(text).render() == "Paid 1."
    assert after.from_string(text).render() == "Paid 2."
    assert before.compile(text) is after.compile(text)
    assert before.compile(text) is not before.compile(f"{text} Edited.")
