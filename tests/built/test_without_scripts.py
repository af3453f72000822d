"""What a reader without scripts gets is in the markup: nothing of a page's content waits for a script."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from tests.built.site import BuiltSite, Page, assert_none, classes


def waiting_for_scripts(page: Page) -> list[str]:
    """What is missing or hidden on a page until a script runs, a sentence each. Tools say so in their own words."""
    content = list(page.content.iter())
    faults = [f"{page.url}: {what} is missing" for what in _missing(content)]
    return faults + [
        f"{page.url}: a {element.tag} is hidden: {' '.join(element.itertext())[:60]!r}"
        for element in _outside_tools(page.content)
        if "hidden" in element.attrib
    ]


def _missing(content: list[Element]) -> list[str]:
    ids = {element.get("id") for element in content}
    lists = set().union(*(classes(element) for element in content))
    tags = {element.tag for element in content}
    wanted = (("its heading", "h1" in tags), ("the section Sources", "sources" in ids))
    return [
        name for name, is_there in (*wanted, ("its list", "page-sources" in lists)) if not is_there
    ]


def _outside_tools(element: Element) -> list[Element]:
    """All elements that no custom element holds: a script may show and hide what is its own."""
    children = [
        child for child in element if isinstance(child.tag, str) and "-" not in str(child.tag)
    ]
    return [*children, *(inner for child in children for inner in _outside_tools(child))]


def test_every_page_is_whole(site: BuiltSite) -> None:
    assert_none([fault for page in site.content_pages for fault in waiting_for_scripts(page)])


GOOD = """<article class="md-content__inner"><h1>Pay</h1><a-tool><p hidden>Later</p></a-tool>
<p>Base pay</p><h2 id="sources">Sources</h2><div class="page-sources"></div></article>"""


def test_a_whole_page_has_no_fault() -> None:
    assert waiting_for_scripts(Page("pay/", GOOD)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<h1>Pay</h1>", "", "its heading is missing"),
        ('id="sources"', "", "the section Sources is missing"),
        ('class="page-sources"', "", "its list is missing"),
        ("<p>Base", "<p hidden>Base", "a p is hidden: 'Base pay'"),
    ],
)
def test_what_waits_for_a_script_is_named(old: str, new: str, fault: str) -> None:
    assert waiting_for_scripts(Page("pay/", GOOD.replace(old, new))) == [f"pay/: {fault}"]
