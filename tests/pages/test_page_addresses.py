"""Addresses of pages inside components, for MkDocs and for Zensical."""

from __future__ import annotations

import pytest
from guide.pages.links import Links, address_below_site, file_below_site
from guide.rows.problems import UnknownName

from tests.guides import PROJECT

DOCS = PROJECT / "docs"


@pytest.mark.parametrize(
    ("here", "target", "section", "mkdocs", "zensical"),
    [
        ("index.md", "mistakes.md", "", "mistakes/", "mistakes.md"),
        ("index.md", "reference/claims.md", "c058", "reference/claims/#c058", "reference/claims.md#c058"),
        ("pay/levels.md", "pay/by-level.md", "", "../by-level/", "by-level.md"),
        ("pay/levels.md", "index.md", "", "../../", "../index.md"),
        ("pay/levels.md", "reference/claims.md", "x", "../../reference/claims/#x", "../reference/claims.md#x"),
        ("mistakes.md", "pay/levels.md", "", "../pay/levels/", "pay/levels.md"),
        ("mistakes.md", "mistakes.md", "x", "#x", "#x"),
        ("mistakes.md", "mistakes.md", "", ".", "."),
    ],
)  # fmt: skip
def test_addresses_lead_from_page_to_page(
    here: str, target: str, section: str, mkdocs: str, zensical: str
) -> None:
    assert Links(DOCS, here).to(target, section) == mkdocs
    assert Links(DOCS, here, writes_page_urls=False).to(target, section) == zensical


@pytest.mark.parametrize("target", ["pay/level.md", "../README.md", "pay/", "https://example.org"])
def test_a_page_that_does_not_exist_is_reported(target: str) -> None:
    with pytest.raises(UnknownName, match=r"^unknown page '.*'\. "):
        Links(DOCS, "index.md").to(target)


def test_the_near_page_is_named() -> None:
    with pytest.raises(UnknownName, match=r"Did you mean 'pay/levels\.md'\?"):
        Links(DOCS, "index.md").to("pay/level.md")


@pytest.mark.parametrize(
    ("source", "address"),
    [("index.md", ""), ("mistakes.md", "mistakes/"), ("pay/levels.md", "pay/levels/"), ("pay/index.md", "pay/")],
)  # fmt: skip
def test_a_page_has_one_address_below_the_site_and_its_file_is_there(
    source: str, address: str
) -> None:
    assert address_below_site(source) == address
    assert file_below_site(source) == f"{address}index.html"
