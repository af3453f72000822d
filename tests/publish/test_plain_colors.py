"""Every browser gets the colors of both schemes as plain values: some know no `light-dark()`."""

from __future__ import annotations

import re

from guide.publish.steps.pages.plain_colors import with_plain_colors

from tests.guides import PROJECT

TOKENS = (PROJECT / "overrides/assets/styles/tokens.css").read_text(encoding="utf-8")


def test_every_color_is_there_for_both_schemes() -> None:
    plain = with_plain_colors(TOKENS)
    light, _, rest = plain.partition("@media screen {")
    dark, _, no_script = rest.partition("@media screen and")
    for name, one, other in re.findall(r"(--[\w-]+): light-dark\((.+?), (.+?)\);", TOKENS):
        assert f"{name}: {one};" in light
        assert f"{name}: {other};" in dark
        assert f"{name}: {other};" in no_script
    assert "light-dark(" not in plain
    declared = re.findall(r"--[\w-]+:", dark + no_script)
    assert len(declared) == 2 * TOKENS.count("light-dark(")


def test_no_other_sheet_holds_a_pair_that_old_browsers_would_miss() -> None:
    sheets = [
        path
        for path in (PROJECT / "overrides/assets").rglob("*.css")
        if path.name != "tokens.css" and "light-dark(" in path.read_text(encoding="utf-8")
    ]
    assert sheets == []
