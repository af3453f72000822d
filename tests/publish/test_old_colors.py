"""Browsers without `light-dark()` get every color of both schemes."""

from __future__ import annotations

import re

from guide.publish.steps.pages.old_colors import with_both_schemes

from tests.guides import PROJECT

TOKENS = (PROJECT / "overrides/assets/styles/tokens.css").read_text(encoding="utf-8")


def test_every_color_is_there_for_both_schemes() -> None:
    fallback = with_both_schemes(TOKENS).removeprefix(TOKENS)
    light, dark, no_script = (line for line in fallback.splitlines() if "--" in line)
    for name, one, other in re.findall(r"(--[\w-]+): light-dark\((.+?), (.+?)\);", TOKENS):
        assert f"{name}: {one};" in light
        assert f"{name}: {other};" in dark
        assert f"{name}: {other};" in no_script
    assert fallback.count("--md-") + fallback.count("--guide-") == 3 * TOKENS.count("light-dark(")


def test_no_other_sheet_holds_a_pair_that_old_browsers_would_miss() -> None:
    sheets = [
        path
        for path in (PROJECT / "overrides/assets").rglob("*.css")
        if path.name != "tokens.css" and "light-dark(" in path.read_text(encoding="utf-8")
    ]
    assert sheets == []
