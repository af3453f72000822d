"""Colors are judged on a few texts of each kind: the one that cannot be read is among them."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.axe import MOST_ALIKE, SAMPLED, violations
from tests.browser.conftest import TabOpener

STYLES = """
body { color-scheme: light; color: #222; background: #fff }
[data-md-color-scheme=slate] { color-scheme: dark; color: #eee; background: #111 }
"""
ALIKE = '<p class="plain">Some words.</p>' * 10


def shown(open_tab: TabOpener, body: str, styles: str = "") -> Page:
    """A page of its own with these texts."""
    page = open_tab(reduced_motion="reduce", color_scheme="light")
    head = f"<title>A page</title><style>{STYLES}{styles}</style>"
    page.set_content(f"<html lang=en>{head}<body><main><h1>Title</h1>{body}</main></body></html>")
    return page


def test_texts_that_look_alike_are_sampled(open_tab: TabOpener) -> None:
    page = shown(open_tab, ALIKE)
    assert violations(page) == []
    assert page.locator(f"p[{SAMPLED}]").count() == MOST_ALIKE


def test_a_class_a_state_and_a_place_of_their_own_are_judged(open_tab: TabOpener) -> None:
    odd = (
        '<p class="plain odd">By its class.</p>',
        '<p class="plain" role="status" aria-current="true">By its state.</p>',
        '<div class="box"><p class="plain">By its place.</p></div>',
        '<details><summary>Folded</summary><p class="plain">Unseen.</p></details>',
    )
    styles = ":is(.odd, [aria-current], .box p) { color: #ccc }"
    found = violations(shown(open_tab, ALIKE + "".join(odd), styles))
    light = [line for line in found if line.startswith("light color-contrast")]
    assert len(light) == 3


def test_colors_of_the_dark_palette_are_judged_too(open_tab: TabOpener) -> None:
    styles = "[data-md-color-scheme=slate] .plain { color: #333 }"
    found = violations(shown(open_tab, ALIKE, styles))
    assert [line.split(":")[0] for line in found] == ["dark color-contrast"] * MOST_ALIKE
