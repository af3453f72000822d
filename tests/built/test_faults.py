"""Each check of the published pages finds its fault in a page that has it, and nothing in a good one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built import faults, links
from tests.built.site import SITE_URL, BuiltSite, Page
from tests.built.test_pages import CHECKS, CONTENT_CHECKS

GOOD = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Pay - Guide</title>
<meta name="description" content="What the sources say about pay by level.">
<link rel="canonical" href="{SITE_URL}pay/"></head><body>
<article class="md-content__inner">
<h1 id="pay">Pay</h1>
<p>Base pay <a class="cite" href="#source-a">1</a>.</p>
<table><caption>By level</caption><tr><th scope="col">Track</th><th scope="col">Level</th></tr>
<tr><th scope="row">PM</th><td>63</td></tr></table>
<h2 id="sources">Sources</h2>
<div class="page-sources"><p>Facts last checked on May 1, 2026.</p>
<ol><li class="source" id="source-a">
<p class="source__title"><a href="https://example.com/" rel="noopener">A</a></p></li></ol></div>
</article></body></html>
"""
BROKEN = [
    (faults.literal_markup, "Base pay", "Base **pay**"),
    (faults.literal_markup, "Base pay", "[Base](pay.md)"),
    (faults.literal_markup, "Base pay", "Base&amp;nbsp;pay"),
    (faults.literal_markup, "Base pay", "&lt;b&gt;Base"),
    (faults.empty_values, "<td>63", "<td>None"),
    (faults.empty_values, "<td>63", "<td>"),
    (faults.parse_errors, "<p>Base", "<p>Base</div>"),
    (faults.parse_errors, "<!doctype html>", ""),
    (faults.duplicate_ids, 'id="sources"', 'id="pay"'),
    (faults.broken_references, "<p>Base", '<p aria-labelledby="gone">Base'),
    (faults.headings, "<h2 ", "<h3 "),
    (faults.headings, '<h2 id="sources">', "<h1>Again</h1>\n<h2>"),
    (faults.head, 'lang="en"', ""),
    (faults.head, "<title>Pay - Guide", "<title>"),
    (faults.head, SITE_URL, "https://example.org/"),
    (faults.head, 'name="description"', 'name="keywords"'),
    (faults.active_markup, "<p>Base", "<p style='color:red'>Base"),
    (faults.active_markup, "<p>Base", "<p onclick='f()'>Base"),
    (faults.missing_sources, 'id="sources"', 'id="other"'),
    (faults.missing_sources, "last checked on", "of"),
    (faults.unused_citations, 'id="source-a"', 'id="source-b"'),
    (faults.table_faults, "<caption>By level</caption>", ""),
    (faults.table_faults, ' scope="col"', ""),
    (faults.table_faults, ' scope="row"', ""),
    (faults.table_faults, "<td>63</td>", "<td>63</td><td>64</td>"),
    (faults.table_faults, '<th scope="row">PM</th>', "<td>PM</td>"),
    (faults.table_faults, ">PM<", "><"),
    (links.loaded_from_elsewhere, "<h1", '<img src="https://cdn.example.com/a.png" alt=""><h1'),
    (links.unguarded_links, ' rel="noopener"', ""),
]


@pytest.mark.parametrize("check", [*CHECKS, *CONTENT_CHECKS], ids=lambda check: check.__name__)
def test_a_good_page_has_no_fault(check) -> None:
    assert check(Page("pay/", GOOD)) == []


@pytest.mark.parametrize(("check", "old", "new"), BROKEN)
def test_a_broken_page_has_one(check, old: str, new: str) -> None:
    assert old in GOOD
    assert check(Page("pay/", GOOD.replace(old, new, 1))) != []


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("#pay", ""),
        ("../pay/#pay", ""),
        ("/guide/pay/", ""),
        ("https://example.com/pay", ""),
        ("", "leads nowhere"),
        ("#gone", "no anchor"),
        ("../gone/", "no file"),
        ("../pay", "closing slash"),
        ("/pay/", "leaves the site's folder"),
        ("javascript:void(0)", "unknown scheme"),
    ],
)
def test_a_link_is_followed(tmp_path: Path, address: str, fault: str) -> None:
    (tmp_path / "pay").mkdir()
    text = GOOD.replace('href="#source-a"', f'href="{address}"')
    (tmp_path / "pay/index.html").write_text(text, encoding="utf-8")
    site = BuiltSite(tmp_path, "")
    found = links.dead_links(site, site.pages["pay/"])
    assert (len(found) == 1 and fault in found[0]) if fault else found == []


def test_residue_is_found_in_any_text() -> None:
    assert faults.residue("a.json", '{"text": "[[= cite() =]]"}') != []
    assert faults.residue("a.json", '{"text": "cite"}') == []


def test_a_style_sheet_is_read() -> None:
    found = links.css_from_elsewhere("a.css", "a{background:url(https://cdn.example.com/a.png)}")
    assert found == ["a.css: loads https://cdn.example.com/a.png"]
    assert links.css_from_elsewhere("a.css", "a{background:url('data:x');mask:url(a.svg)}") == []
