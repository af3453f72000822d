"""Every address in the built site leads somewhere, stays under the sub-path, and loads nothing from elsewhere."""

from __future__ import annotations

from tests.built import links
from tests.built.site import BuiltSite, assert_none


def test_every_internal_link_and_anchor_resolves(site: BuiltSite) -> None:
    assert_none([f for page in site.pages.values() for f in links.dead_links(site, page)])


def test_no_page_loads_from_another_host(site: BuiltSite) -> None:
    assert_none([f for page in site.pages.values() for f in links.loaded_from_elsewhere(page)])


def test_no_style_sheet_loads_from_another_host(site: BuiltSite) -> None:
    sheets = {name: path for name, path in site.files().items() if name.endswith(".css")}
    assert sheets
    texts = {name: path.read_text(encoding="utf-8") for name, path in sheets.items()}
    assert_none([f for name, css in texts.items() for f in links.css_from_elsewhere(name, css)])


def test_links_to_sources_are_guarded(site: BuiltSite) -> None:
    assert_none([f for page in site.pages.values() for f in links.unguarded_links(page)])
