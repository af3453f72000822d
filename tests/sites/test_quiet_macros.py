"""What a build says of the plugin for macros: what is wrong, and no lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.tiny_site import tiny_site

LISTED = "[macros] - Config macros:"
CONFIG = "plugins: [{macros: {on_error_fail: true, on_undefined: strict}}]"


@pytest.mark.parametrize(("options", "is_listed"), [([], False), (["-v"], True)])
def test_macros_are_listed_for_those_who_ask(
    tmp_path: Path, options: list[str], is_listed: bool
) -> None:
    site = tiny_site(tmp_path, {"index.md": "# A"}, hooks=["quiet_macros"], config=CONFIG)
    run = site.build(*options)
    assert run.code == 0
    assert "Documentation built" in run.output
    assert (LISTED in run.output) == is_listed


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    pages = {"index.md": "# A {{ no_such_macro() }}"}
    run = tiny_site(tmp_path, pages, hooks=["quiet_macros"], config=CONFIG).build()
    assert run.code != 0
    assert "no_such_macro" in run.output
